"""Runs what the conversation wants done, within one deadline, and takes the conversation on with what came of it."""

import datetime as dt
import re

from ask_sdk_model.services.reminder_management.reminder import Reminder
from ask_sdk_model.services.service_exception import ServiceException

from skill.alexa import log
from skill.alexa.access import Access
from skill.alexa.reminders.client import Deadline
from skill.alexa.reminders.failures import reason_of
from skill.alexa.reminders.service import Service
from skill.dialogue.asking import Step
from skill.dialogue.conversation import step
from skill.dialogue.errand import AskPermission, CancelReminders, Errand, ListReminders, LookUpTime, SetReminder
from skill.dialogue.reply import Reply, When
from skill.dialogue.state import State
from skill.dialogue.turns import Cancelled, Listed, Looked, Refused, Turn, WasSet
from skill.rules.scheduling import FARTHEST
from skill.words.texts import Content

# For all calls together; Alexa waits eight seconds for the whole answer.
LONGEST = 4.5
HOUR, MINUTE = re.compile(r"BYHOUR=(\d{1,2})"), re.compile(r"BYMINUTE=(\d{1,2})")


def run(state: State, reply: Reply, access: Access, content: Content) -> Step:
    """Run the errand of a reply, and those that follow from it.

    Returns the state and the reply that is to be said. A question for a permission stays in it as its errand.
    """
    runner = Runner(access, content)
    while reply.errand is not None and not isinstance(reply.errand, AskPermission):
        state, reply = step(state, runner.done(reply.errand))
    return state, reply


class Runner:
    """Runs errands on behalf of one request."""

    def __init__(self, access: Access, content: Content) -> None:
        self._access, self._content = access, content
        self._service = Service(access, Deadline(LONGEST))

    def done(self, errand: Errand) -> Turn:
        """Run one errand. Never raises: a failure is a turn as well."""
        try:
            return self._run(errand)
        except Exception as error:  # whatever the service or the SDK makes of it, the person hears a sentence
            log.record("no_reminder", error=type(error).__name__)
            return Refused(errand, reason_of(error) if self._service.has_called else "down")

    def _run(self, errand: Errand) -> Turn:
        match errand:
            case LookUpTime():
                return self._look_up(errand)
            case SetReminder():
                return self._set(errand)
            case ListReminders():
                return self._list()
            case CancelReminders():
                gone = list(self._service.delete(self._service.coming()))
                return Cancelled(gone.count(True), gone.count(False))
            case _:
                raise TypeError(errand)

    def _look_up(self, errand: LookUpTime) -> Turn:
        try:
            zone = self._service.zone()
        except Exception as error:
            log.record("no_reminder", error=type(error).__name__)
            is_down = isinstance(error, ServiceException) and reason_of(error) in ("down", "unsure")
            return Refused(errand, "down" if is_down else "no_zone")
        now = None if zone is None else self._service.now(zone)
        if zone is None or now is None:
            return Refused(errand, "no_zone")
        return Looked(errand.purpose, errand.workdays, now, zone, errand.instead)

    def _set(self, errand: SetReminder) -> Turn:
        now = self._service.now(errand.plan.zone)
        if now is None or not now < errand.plan.first <= now + FARTHEST:  # a plan that was tampered with on the way
            return Refused(errand, "down")
        if not (errand.permitted or self._access.allowed):
            return Refused(errand, "no_permission")
        self._service.set(errand.plan, now, self._content.scheduled[errand.plan.purpose].label)
        return WasSet(now.date())

    def _list(self) -> Turn:
        reminders = self._service.coming()
        zone = self._service.zone() if reminders else None
        now = (zone and self._service.now(zone)) or self._access.sent.replace(tzinfo=None)
        whens = [when_of(one, now) for one in reminders]
        told = sorted(filter(None, whens), key=lambda when: (when.workdays, when.days, when.times))
        return Listed(tuple(told), unread=whens.count(None))


def when_of(reminder: Reminder, now: dt.datetime) -> When | None:
    """Say when a reminder rings from now on, from what Alexa tells of it; None when she does not tell."""
    recurrence = reminder.trigger.recurrence
    rules = (recurrence and recurrence.recurrence_rules) or []
    times = sorted(filter(None, map(_time_of, rules)))
    first = (recurrence and recurrence.start_date_time) or reminder.trigger.scheduled_time
    if not times and first is not None:
        times = [first.time()]
    if not times:
        return None
    is_weekly = any("WEEKLY" in rule for rule in rules)
    days = max((first.date() - now.date()).days, 0) if first is not None else 0
    if days == 0 and not is_weekly:  # what has rung today rings no more
        times = [time for time in times if time > now.time()] or times[-1:]
    return When(days, tuple(times), is_weekly)


def _time_of(rule: str) -> dt.time | None:
    hour, minute = HOUR.search(rule), MINUTE.search(rule)
    if hour is None or minute is None:
        return None
    try:
        return dt.time(int(hour[1]), int(minute[1]))
    except ValueError:
        return None
