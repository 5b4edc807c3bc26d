"""Where in a conversation each text is said: conversations are held in marked words, and the shortest is kept."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from skill.alexa import envelope
from skill.alexa.access import access
from skill.alexa.handler import Skill
from skill.hearing.hear import Hearing
from skill.words.library import Library
from skill.words.texts import CONTENT, Content
from skill.workbench.check.texts import texts
from skill.workbench.envelopes import Json, Session, now
from skill.workbench.pretended import Amazon
from skill.workbench.scripts import Script, recorded_with_reminders, spoken
from skill.workbench.talk import spoken_text

# The marks are letters that no text has: Unicode keeps them for private use.
FIRST_MARK = 0xE000
MARK = re.compile("[\ue000-\uf8ff]")


class Scene(msgspec.Struct, frozen=True):
    """A conversation up to the reply that says a text, or asks it again after a silence.

    heard: the replies, the first to the launch. said: what the person said between them. reminds: it was held on a
    device with scheduled reminders.
    """

    locale: str
    heard: tuple[str, ...]
    said: Script
    reminds: bool = False


class Marked(Library):
    """Content in which each text carries a mark of its own."""

    def __init__(self, content: Content, hearing: Hearing) -> None:
        super().__init__()
        self._content, self._hearing = content, hearing

    def for_locale(self, locale: str | None) -> Content:  # noqa: ARG002  # it has one
        """Give the marked content."""
        return self._content

    def hearing(self) -> Hearing:
        """Give the hearing, which knows nothing of marks."""
        return self._hearing


def scenes(content: Content, hearing: Hearing, scripts: Iterable[Script], root: Path = CONTENT) -> Mapping[str, Scene]:
    """Hold conversations, and give for each text the shortest in which it is said.

    content: the words of the locale. scripts: what the person says, turn by turn. root: where the texts stand.
    Returns key of a text (`questions.swelling.ask`) -> scene; a text that no script reaches is absent.
    """
    stage = Stage(content, hearing, tuple(spoken_keys(root)))
    found: dict[str, Scene] = {}
    for script in scripts:
        _look(stage, script, found)
    for dialogue in recorded_with_reminders():
        with Amazon(dialogue.reminders) as amazon:
            stage = Stage(content, hearing, tuple(spoken_keys(root)), amazon, dt.datetime.fromisoformat(dialogue.clock))
            _look(stage, spoken(dialogue), found)
    return found


def _look(stage: "Stage", script: Script, found: dict[str, Scene]) -> None:
    for turns in range(len(script) + 1):
        said = script[:turns]
        for key in stage.named(said):
            if key not in found or len(said) < len(found[key].said):
                found[key] = Scene(stage.locale, stage.heard(said), said, stage.reminds)


def spoken_keys(root: Path = CONTENT) -> Iterator[str]:
    """Name every text that is spoken: `questions.swelling.ask`."""
    said = (text for text in texts(root) if text.is_spoken)
    yield from (f"{text.section}.{'.'.join(text.where)}" for text in said)


class Stage:
    """Holds conversations in marked words; what begins alike is held once."""

    def __init__(
        self,
        content: Content,
        hearing: Hearing,
        keys: tuple[str, ...],
        amazon: Amazon | None = None,
        sent: dt.datetime | None = None,
    ) -> None:
        """amazon: pretended, for a device with scheduled reminders. sent: when its requests are."""
        self._keys, self.locale, self._responses = keys, content.locale, dict[Script, Json]()
        self._services, self._sent = None if amazon is None else amazon.system, sent or now()
        self.reminds = amazon is not None
        self._skill = Skill(Marked(_marked(content, keys), hearing))

    def named(self, said: Script) -> list[str]:
        """Name the texts in the last reply to these words, and in what is asked after a silence."""
        response = self._response(said)
        again = response["response"].get("reprompt")
        text = spoken_text(response) + (spoken_text({"response": again}) if again else "")
        return [self._keys[ord(mark) - FIRST_MARK] for mark in MARK.findall(text)]

    def heard(self, said: Script) -> tuple[str, ...]:
        """Give the replies, that to the launch first."""
        return tuple(MARK.sub("", spoken_text(self._response(said[:turns]))) for turns in range(len(said) + 1))

    def _response(self, said: Script) -> Json:
        if said not in self._responses:
            request = self._request(said)
            self._responses[said] = self._skill.invoke(envelope.plain(request), access(request))
        return self._responses[said]

    def _request(self, said: Script) -> Json:
        session = Session(self.locale, services=self._services, clock=lambda: self._sent)
        if not said:
            return session.launch()
        session.heard(self._response(said[:-1]))
        return session.words(said[-1])


def _marked(content: Content, keys: tuple[str, ...]) -> Content:
    """Put the mark of each key before its text."""
    value = msgspec.to_builtins(content)
    for number, key in enumerate(keys):
        *above, last = key.split(".")
        holder = value
        for name in above:
            holder = holder[name]
        holder[last] = chr(FIRST_MARK + number) + holder[last]
    return msgspec.convert(value, Content)
