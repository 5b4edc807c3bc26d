"""Alexa's services as an errand needs them: the person's time zone, and the reminders of this skill."""

import datetime as dt
from collections.abc import Iterator
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services.api_configuration import ApiConfiguration
from ask_sdk_model.services.reminder_management.reminder import Reminder
from ask_sdk_model.services.reminder_management.reminder_management_service_client import (
    ReminderManagementServiceClient,
)
from ask_sdk_model.services.reminder_management.status import Status
from ask_sdk_model.services.ups.ups_service_client import UpsServiceClient

from skill.alexa.access import Access
from skill.alexa.reminders import bodies
from skill.alexa.reminders.client import Client, Deadline
from skill.alexa.reminders.sdk import mend
from skill.rules.scheduling import Plan


class Service:
    """The SDK's clients, on behalf of one request. Every call may raise what the SDK raises (failures.py)."""

    def __init__(self, access: Access, deadline: Deadline) -> None:
        mend()
        self._access, self._client = access, Client(deadline)
        configuration = ApiConfiguration(DefaultSerializer(), self._client, access.token, access.endpoint)
        self._reminders = ReminderManagementServiceClient(configuration)
        self._settings = UpsServiceClient(configuration)

    @property
    def has_called(self) -> bool:
        """Whether anything was sent to change something: what failed after that may have been done."""
        return self._client.has_changed

    def zone(self) -> str | None:
        """Ask for the time zone of the device; None when it has none."""
        zone = self._settings.get_system_time_zone(self._access.device)
        return zone if isinstance(zone, str) else None

    def now(self, zone: str) -> dt.datetime | None:
        """Give the wall-clock time in a zone, as the request was sent; None for a zone that nobody knows."""
        try:
            return self._access.sent.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
        except (ZoneInfoNotFoundError, ValueError, OSError):  # the name is a path, a folder, or nonsense
            return None

    def set(self, plan: Plan, now: dt.datetime, label: str) -> None:
        """Set a reminder."""
        self._reminders.create_reminder(bodies.reminder(plan, now, label, self._access.locale))

    def coming(self) -> list[Reminder]:
        """Give the reminders of this skill that are still to ring."""
        alerts = self._reminders.get_reminders().alerts or []
        return [one for one in alerts if one.status is not Status.COMPLETED and one.trigger is not None]

    def delete(self, reminders: list[Reminder]) -> Iterator[bool]:
        """Delete reminders, one after the other, until the time is up. Gives for each whether it is gone."""
        for one in reminders:
            try:
                self._reminders.delete_reminder(one.alert_token)
            except Exception:  # whatever it is: this one may still ring, and the person hears that
                yield False
            else:
                yield True
