"""A plan as Alexa's Reminders API wants it: wall-clock texts, the person's zone, and one rule for each time of day.

https://developer.amazon.com/en-US/docs/alexa/smapi/alexa-reminders-api-reference.html
"""

import datetime as dt

from ask_sdk_model.services.reminder_management.alert_info import AlertInfo
from ask_sdk_model.services.reminder_management.push_notification import PushNotification
from ask_sdk_model.services.reminder_management.push_notification_status import PushNotificationStatus
from ask_sdk_model.services.reminder_management.recurrence import Recurrence
from ask_sdk_model.services.reminder_management.reminder_request import ReminderRequest
from ask_sdk_model.services.reminder_management.spoken_info import SpokenInfo
from ask_sdk_model.services.reminder_management.spoken_text import SpokenText
from ask_sdk_model.services.reminder_management.trigger import Trigger
from ask_sdk_model.services.reminder_management.trigger_type import TriggerType

from skill.alexa.reminders.sdk import stamp
from skill.rules.scheduling import Plan

DAY_ENDS = dt.time(23, 59, 59)
WORKDAYS = ("MO", "TU", "WE", "TH", "FR")
# Whether a start counts as within the recurrence is written nowhere, so it lies a moment before the first bell.
BEFORE = dt.timedelta(minutes=1)


def reminder(plan: Plan, now: dt.datetime, label: str, locale: str) -> ReminderRequest:
    """Make what is posted. now: by the person's clock. label: what is read aloud when it rings."""
    return ReminderRequest(
        request_time=stamp(now),
        trigger=_trigger(plan),
        alert_info=AlertInfo(SpokenInfo([SpokenText(locale=locale, text=label)])),
        push_notification=PushNotification(PushNotificationStatus.ENABLED),
    )


def rules(plan: Plan) -> list[str]:
    """Write the times of day as recurrence rules (RFC 5545, as far as Alexa takes them)."""
    every = f"FREQ=WEEKLY;BYDAY={','.join(WORKDAYS)}" if plan.workdays else "FREQ=DAILY"
    return [f"{every};BYHOUR={at.hour};BYMINUTE={at.minute};BYSECOND=0;INTERVAL=1;" for at in plan.times]


def _trigger(plan: Plan) -> Trigger:
    if len(plan.times) == 1 and not plan.workdays:
        once = stamp(plan.first)
        return Trigger(TriggerType.SCHEDULED_ABSOLUTE, scheduled_time=once, time_zone_id=plan.zone)
    begins, ends = stamp(plan.first - BEFORE), stamp(dt.datetime.combine(plan.last_day, DAY_ENDS))
    recurrence = Recurrence(start_date_time=begins, end_date_time=ends, recurrence_rules=rules(plan))
    return Trigger(TriggerType.SCHEDULED_ABSOLUTE, time_zone_id=plan.zone, recurrence=recurrence)
