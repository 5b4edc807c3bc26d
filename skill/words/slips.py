"""What the parser and the decoder complain of, in the words of somebody who writes sentences."""

import re

import yaml

# What the parser says, in an editor's words, and what to do.
SYNTAX = {
    "mapping values are not allowed": (
        "has a second colon in a text without quotes",
        "put the whole text in double quotes",
    ),
    "cannot start any token": (
        "has a tab, or a text that begins with @, % or `",
        "use spaces instead of a tab, and put the text in double quotes",
    ),
    "could not find expected ':'": (
        "has a line that is no `key: text`",
        "write `key: text`, and put a text that goes over two lines in double quotes",
    ),
    "unexpected end of stream": ("has a quotation mark that is never closed", "close it at the end of the text"),
    "expected ',' or ']'": ("has a list that is not closed", "put a comma between its texts and ] at its end"),
    "expected ',' or '}'": ("has braces that are not closed", "put a comma between the pairs and } at the end"),
    "expected <block end>": ("has a key that does not line up", "line up the keys that belong together"),
    "did not find expected key": (
        "has a key that does not line up, or a quotation mark inside a text",
        "line up the keys that belong together; leave quotation marks out of texts",
    ),
    "did not find expected comment": ("goes on where a line should end", "begin a new line"),
    "unacceptable character": ("has a character that is no text", "delete it and type it again"),
}
QUOTED = re.compile(r"""(?:^|[:,\[-])\s*(["'])""")


def syntax(error: yaml.MarkedYAMLError, lines: list[str]) -> tuple[int, str, str, str]:
    """Tell what is wrong with a file that cannot be parsed.

    lines: the file. Returns the line, the key in it or "", what is wrong and what to do.
    """
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    said = f"{error.context or ''} {error.problem or ''}"
    known = (words for sign, words in SYNTAX.items() if sign in said)
    what, fix = next(known, ("cannot be read", "check the quotation marks, colons and indents near here"))
    # The parser notices a quotation mark that is missing only lines later.
    for number in range(min(line, len(lines)), max(line - LOOK_BACK, 0), -1):
        if _is_badly_quoted(lines[number - 1]):
            what, fix = "has a quotation mark that is missing, or one too many", "put one at each end of the text only"
            return number, _key_in(lines[number - 1]), what, fix
    at = lines[line - 1] if line <= len(lines) else ""
    return line, _key_in(at), what, fix


# How many lines before the one that the parser names a mistake is looked for.
LOOK_BACK = 4


def _is_badly_quoted(line: str) -> bool:
    """Tell whether a line opens a quotation mark and does not close it at the end, or closes it too early."""
    said = re.sub(r"\s#.*", "", line).strip()
    opened = QUOTED.search(said)
    if opened is None or said.endswith((":", "|-", "|")):
        return False
    mark = opened[1]
    rest = said[opened.end() :].replace("\\" + mark, "").replace("''", "")
    return rest.count(mark) % 2 == 0


def _key_in(line: str) -> str:
    found = re.match(r"""\s*(?:- )?["']?([\w -]+?)["']?\s*:""", line)
    return found[1] if found else ""


def in_words(what: str) -> str:
    """Say in an editor's words what a decoder expected."""
    if found := re.search(r"expected `(.+?)`, got `(.+?)`", what, re.IGNORECASE):
        wanted = " or ".join(TYPES.get(one.strip(), one.strip()) for one in found[1].split("|"))
        return f"is {TYPES.get(found[2], found[2])}, and must be {wanted}"
    if "length >= 1" in what:
        return "is empty"
    if "invalid enum" in what.lower():
        return "is not one of the names that there are"
    if "date" in what.lower() or "RFC3339" in what:
        return "is no date"
    return what[:1].lower() + what[1:]


# What a decoder calls things, and what an editor does.
TYPES = {
    "str": "one text",
    "array": "a list",
    "object": "keys with texts of their own",
    "null": "nothing",
    "bool": "true or false",
    "date": "a date",
    "int": "a number",
}


def fix_for(what: str) -> str:
    """Say what to do about what a decoder expected."""
    if "length >= 1" in what:
        return "write at least one word or entry here"
    if "got `str`" in what and "bool" in what:
        return "write true or false, without quotes"
    if "got `array`" in what or "got `object`" in what:
        return "write one text here, in double quotes"
    if "`array`" in what:
        return 'write a list here: ["...", "..."], or a line each with a dash'
    if "date" in what.lower():
        return "write a date as 2026-11-22"
    return "compare it with the entries beside it"
