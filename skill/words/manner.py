"""How it is spoken: pace, pauses, the one emphasis, numbers digit by digit. Only the net writes SSML beside it."""

import re
from collections.abc import Callable

from skill.dialogue.reply import Line, Reply
from skill.rules.triage import Urgency

# html.escape would bring a table of all HTML names along.
ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# Three or more digits are a phone number: read one by one, never as "nine hundred eleven".
DIGITS = re.compile(r"\d{3,}")
# Percent of the usual pace. For an emergency no slower, whatever was asked for: it must be told within ten seconds.
USUAL, EMERGENCY, SLOW = 100, 90, 80
# Milliseconds: before the question, so that an answer is ready; and before what is to be done, so that it stands out.
BEFORE_QUESTION, BEFORE_ACTION = 400, 300
# The longest silence that SSML allows; the microphone opens again after the reprompt that follows it.
LONG_SILENCE = '<break time="10s"/>'


def said(reply: Reply, text: Callable[[Line], str]) -> str:
    """Mark up what is said. text: gives the plain text of a line. Returns well-formed SSML."""
    pieces = [_marked(reply, line, text(line)) for line in reply.lines]
    silences = [f'<break time="{pause}ms"/>' if pause else "" for pause in pauses(reply)]
    return _paced(" ".join(silence + piece for silence, piece in zip(silences, pieces, strict=True)), reply)


def said_again(reply: Reply, text: Callable[[Line], str]) -> str | None:
    """Mark up what is said after a silence; None when the session closes."""
    if reply.ask is None:
        return None
    return _paced((LONG_SILENCE if reply.ask.patient else "") + ssml(text(reply.ask.again)), reply)


def pace(reply: Reply) -> int:
    """Give the pace of a reply, in percent of the usual one."""
    if any(map(_is_alarm, reply.lines)):
        return EMERGENCY
    return SLOW if reply.slow else USUAL


def pauses(reply: Reply) -> tuple[int, ...]:
    """Give the milliseconds of silence before each line of a reply; none before the first."""
    return tuple(_before(reply, number, line) if number else 0 for number, line in enumerate(reply.lines))


def ssml(text: str) -> str:
    """Escape a text for SSML and have its numbers read digit by digit. The SDK escapes nothing."""
    return DIGITS.sub(r'<say-as interpret-as="digits">\g<0></say-as>', text.translate(ESCAPES))


def _before(reply: Reply, number: int, line: Line) -> int:
    if number == len(reply.say):
        return BEFORE_QUESTION
    return BEFORE_ACTION if line.field == "act" else 0


def _marked(reply: Reply, line: Line, text: str) -> str:
    first = next((one for one in reply.say if _is_alarm(one)), None)
    return f'<emphasis level="moderate">{ssml(text)}</emphasis>' if line is first else ssml(text)


def _is_alarm(line: Line) -> bool:
    return line.section == "outcomes" and line.id == Urgency.EMERGENCY_NOW.id


def _paced(inner: str, reply: Reply) -> str:
    percent = pace(reply)
    paced = inner if percent == USUAL else f'<prosody rate="{percent}%">{inner}</prosody>'
    return f"<speak>{paced}</speak>"
