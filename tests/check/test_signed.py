"""A clinician's sign-off holds for the words that were read: `skill check` names one that has lapsed."""

import datetime as dt

import pytest
from msgspec import structs

from skill.words.library import load
from skill.words.store import read
from skill.words.texts import LANGUAGE, Content, QuestionWords, SignOff
from skill.words.yamlfile import Problem
from skill.workbench.check.signed import check_signed
from skill.workbench.check.words import overdue
from skill.workbench.signed import clinical, digest, standing, unreviewed, words_of
from tests.check.edits import edited

FILE, KEY, TODAY = f"{LANGUAGE}/questions.yaml", "breathing", dt.date(2030, 1, 1)
ENTRY = load("en-US").questions[KEY]


def signed(entry: QuestionWords = ENTRY, words: str = "") -> QuestionWords:
    """Sign an entry. words: the hash of what was signed; of the words as they stand if none is given."""
    sign_off = SignOff(
        name="Dr A Example",
        register="GMC 1234567",
        role="GP",
        date=dt.date(2029, 12, 31),
        words=words or digest(words_of(entry)),
    )
    return structs.replace(entry, reviewed_by=sign_off)


def in_yaml(entry: QuestionWords, **other: str) -> str:
    """Write the sign-off of an entry as a clinician does. other: what to write instead in some of its fields."""
    assert entry.reviewed_by is not None
    fields = {name: str(getattr(entry.reviewed_by, name)) for name in SignOff.__struct_fields__} | other
    return f"\n{KEY}:\n  reviewed_by:\n" + "".join(f'    {name}: "{text}"\n' for name, text in fields.items())


def found(sign_off: str, find: str = "", put: str = "") -> list[Problem]:
    """Put a sign-off into a copy of the content, make an edit there, and check the sign-offs."""
    case = {"id": "signed", "file": FILE, "find": f"\n{KEY}:\n", "put": sign_off}
    also = [{"file": FILE, "find": find, "put": put}] if find else []
    with edited({**case, "also": also}) as root:
        return list(check_signed(read(root, "en-US"), TODAY, root))


def test_nobody_has_signed_what_has_no_sign_off() -> None:
    assert standing(structs.replace(ENTRY, reviewed_by=None)) == "unreviewed"


def test_a_sign_off_holds_for_the_words_that_were_signed() -> None:
    assert standing(signed()) == "signed"
    assert found(in_yaml(signed())) == []


@pytest.mark.parametrize("field", ["ask", "again", "why", "how", "heard"])
def test_a_changed_text_lapses_the_sign_off(field: str) -> None:
    """Whichever text of the entry it is."""
    changed = structs.replace(signed(), **{field: getattr(ENTRY, field) + " Now"})

    assert standing(changed) == "lapsed"


def test_a_changed_part_lapses_the_sign_off() -> None:
    """Texts that stand deeper are read by the clinician too."""
    entry = next(entry for entry in load("en-US").questions.values() if entry.parts)
    name, part = next(iter(entry.parts.items()))
    parts = {**entry.parts, name: structs.replace(part, ask="pain anywhere?")}

    assert standing(structs.replace(signed(entry), parts=parts)) == "lapsed"


def test_what_is_not_said_may_change() -> None:
    """Comparing the text with its source once more takes no signature away."""
    later = structs.replace(signed(), reviewed=TODAY, source=("NHS-DVT",))

    assert standing(later) == "signed"


def test_an_edited_text_is_named_with_who_signed_it_and_when() -> None:
    text = f'  ask: "{ENTRY.ask}"'

    (problem,) = found(in_yaml(signed()), text, f'  ask: "{ENTRY.ask} Be quick."')

    assert problem.key == f"{KEY}.reviewed_by"
    assert problem.line > 1
    assert "Dr A Example" in problem.what
    assert "2029-12-31" in problem.what
    assert problem.severity == "warning"


def test_the_check_does_not_tell_the_new_hash() -> None:
    """It would be pasted, and nobody would read the words."""
    (problem,) = found(in_yaml(signed(words="0123456789ab")))

    assert digest(words_of(ENTRY)) not in str(problem)


def test_wrapping_a_text_anew_changes_no_sign_off() -> None:
    """An editor's tool breaks lines; nobody hears that."""
    text = f'  ask: "{ENTRY.ask}"'
    first, _, rest = ENTRY.ask.partition(" ")

    assert found(in_yaml(signed()), text, f'  ask: "{first}\n    {rest}"') == []
    assert found(in_yaml(signed()), text, f"  ask: >-\n    {first}\n    {rest}") == []


def test_the_order_of_texts_does_not_matter() -> None:
    words = words_of(ENTRY)

    assert digest(dict(reversed(words.items()))) == digest(words)


def test_words_that_move_to_another_key_are_other_words() -> None:
    """What is the why of a question and what is its how matters."""
    assert digest({"why": "a", "how": "b"}) != digest({"why": "b", "how": "a"})


@pytest.mark.parametrize("field", ["name", "register", "role"])
def test_a_sign_off_of_nobody_is_an_error(field: str) -> None:
    (problem,) = found(in_yaml(signed(), **{field: " "}))

    assert problem.key == f"{KEY}.reviewed_by.{field}"
    assert problem.severity == "error"


def test_a_sign_off_of_tomorrow_is_an_error() -> None:
    (problem,) = found(in_yaml(signed(), date="2030-01-02"))

    assert problem.key == f"{KEY}.reviewed_by.date"
    assert problem.severity == "error"


def all_signed(content: Content) -> Content:
    """Sign every clinical text of a content."""
    sections = {key.partition(".")[0] for key in clinical(content)}
    return structs.replace(
        content, **{name: {key: signed(entry) for key, entry in getattr(content, name).items()} for name in sections}
    )


def test_one_unsigned_text_keeps_the_whole_unreviewed() -> None:
    """The listing, the terms and the skill go on saying so; words that nobody is asked but people tell count too."""
    whole = all_signed(load("en-US"))
    first, entry = next(iter(whole.told.items()))
    but_one = structs.replace(whole, told={**whole.told, first: structs.replace(entry, heard="something else")})

    assert not unreviewed(whole)
    assert unreviewed(but_one)


def test_lapsed_texts_are_counted_as_not_reviewed_and_named() -> None:
    whole = all_signed(load("en-US"))
    changed = structs.replace(whole, questions={**whole.questions, KEY: signed(words="0123456789ab")})

    assert not any("clinician" in note for note in overdue(whole, TODAY))
    notes = " ".join(overdue(changed, TODAY))
    assert f"1 of {len(clinical(whole))} clinical texts" in notes
    assert f"questions.{KEY}" in notes
