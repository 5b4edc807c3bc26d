"""Checks that a text goes on saying what people rely on, and does not begin to say what might hurt them.

Each text is held against what was agreed (content/<language>/agreed.yaml). A new text has nothing agreed: it must not
speak of what is never harmless. Whoever changes a meaning on purpose renews the agreement: `make agree`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from skill.words.yamlfile import Problem
from skill.workbench.check.notions import notions
from skill.workbench.check.texts import Text

# What a new text may say: a tip may speak of walking.
HARMLESS_IN_NEW = ("move", "drive", "say no", "only if")
# The texts of a question that name what is asked.
ASKING = ("ask", "again", "heard")
AGREE = "say it as before; or, if a clinician agrees, `make agree`"
LOST = {
    "number": "no longer names the emergency number",
    "today": "no longer says today, tonight or that day",
    "now": "no longer says now or at once",
    "no clearance": "no longer says that this cannot be ruled out or told",
    "whom to see": "no longer says whom to see",
}
GAINED = {
    "wait": "speaks of waiting",
    "reassure": "reassures, or makes light of it",
    "rub or raise": "speaks of rubbing, raising or warming the leg",
    "move": "speaks of moving about",
    "medicine": "speaks of starting, stopping or changing a medicine",
    "review": "says that somebody has checked or approved it",
    "drive": "speaks of driving",
    "Alexa": "sounds as if Alexa or the skill would call",
    "say no": "tells people when to say no",
    "only if": "makes a condition",
}


def key_of(text: Text) -> str:
    """Name a text as agreed.yaml does: `outcomes.same_day.act`."""
    return ".".join((text.section, *text.where))


class Keeper:
    """Holds texts against what was agreed of them."""

    def __init__(self, about: Callable[[str, str], Iterable[str]]) -> None:
        """about: (a text, a question) -> the signs that it names, as the hearing finds them."""
        self._notions, self._about = notions(), about

    def of(self, text: Text) -> dict[str, str]:
        """Give what a text says, each with its words: notions, and of a question or its label the signs it names."""
        said = self._notions.of(text.template)
        if text.section == "questions" and text.field in ASKING:
            said |= {f"about {sign}": sign for sign in self._about(text.template, text.where[0])}
        return said

    def agreed_now(self, texts: Iterable[Text]) -> dict[str, tuple[str, ...]]:
        """Give what the texts say now, for agreed.yaml."""
        return {key_of(text): tuple(sorted(self.of(text))) for text in texts}

    def check(self, text: Text, agreed: Mapping[str, tuple[str, ...]]) -> Iterator[Problem]:
        """Hold one text against what was agreed. A text that has nothing agreed is new."""
        said, before = self.of(text), agreed.get(key_of(text), ())
        for notion in (one for one in before if self._notions.is_kept(one) and one not in said):
            yield text.problem(lost(notion), AGREE)
        for notion in (one for one in said if self._notions.is_risky(one) and one not in before):
            is_new = key_of(text) not in agreed
            if is_new and (notion.partition(": ")[0] in HARMLESS_IN_NEW or notion.startswith("span ")):
                continue
            yield text.problem(f"now {gained(notion)} (“{said[notion]}”)", AGREE)


def lost(notion: str) -> str:
    """Say that something is no longer said."""
    kind, _, words = notion.partition(" ")
    if kind == "span":
        return f"no longer says “{words}”"
    if kind == "about":
        return f"no longer names {words}, as the hearing understands it"
    if kind == "not":
        return f"no longer says *not*: now it {GAINED.get(words, f'says {words}')}, or is silent about it"
    return LOST.get(notion, f"no longer says “{notion}”")


def gained(notion: str) -> str:
    """Say that something is said that never was."""
    return "speaks of another time" if notion.startswith("span ") else GAINED[notion.partition(": ")[0]]
