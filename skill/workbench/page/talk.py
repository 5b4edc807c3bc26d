"""One turn of a conversation in the browser, which keeps the session: here nothing is remembered."""

import re
from typing import Any

from skill.workbench import hearsay
from skill.workbench.envelopes import Session
from skill.workbench.page.latest import Edition
from skill.workbench.turn import Turns, request_of

Json = dict[str, Any]
SESSION = re.compile(r"[\w.-]{1,80}", re.ASCII)


def take(given: Json, edition: Edition) -> Json:
    """Take one turn.

    given: as `skill turn` takes it, and `session`, the id of the session. Returns what `skill turn` gives, and `why`
    (lines of what was heard and why), `request` and `response`. Raises ValueError for what is no turn.
    """
    session = _session(given)
    if "ended" in given:
        return _ended(session, given, edition)
    request = request_of({name: value for name, value in given.items() if name != "session"}, edition.skill_id)
    request["session"] |= {"sessionId": session, "new": not given.get("attributes")}
    response = edition.service.answer(request)
    turns = Turns(lambda event, _: edition.service.answer(event), edition.library)
    why = list(dict.fromkeys(hearsay.lines(turns.heard(request))))
    return {**turns.outcome(request, response), "why": why, "request": request, "response": response}


def _session(given: Json) -> str:
    session = given.get("session")
    if not isinstance(session, str) or not SESSION.fullmatch(session):
        raise ValueError("session is the id of a session")
    return session


def _ended(session: str, given: Json, edition: Edition) -> Json:
    """Tell the skill that nobody answered: Alexa ends the session then, and no word can be said any more."""
    locale, attributes = str(given.get("locale")), given.get("attributes") or {}
    device = Session(locale, edition.skill_id, attributes=attributes, is_new=False, session_id=session)
    request = device.ended("EXCEEDED_MAX_REPROMPTS")
    nothing = {"said": "", "open": False, "asking": None, "urgency": None, "answers": {}, "heard": [], "attributes": {}}
    return {**nothing, "why": [], "request": request, "response": edition.service.answer(request)}
