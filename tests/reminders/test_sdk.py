"""What is broken in the SDK is still broken, and put right here: when a newer SDK mends it, this tells."""

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest
from ask_sdk_core.exceptions import SerializationException
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services.reminder_management.get_reminders_response import GetRemindersResponse
from ask_sdk_model.services.service_exception import ServiceException

from skill.alexa.reminders.failures import reason_of
from skill.alexa.reminders.sdk import mend, mended, stamp

ROOT = Path(__file__).parents[2]
ALERT = {
    "alertToken": "a",
    "status": "ON",
    "createdTime": "",
    "trigger": {"type": "SCHEDULED_ABSOLUTE", "scheduledTime": "2026-11-28T15:25:00.000", "offsetInSeconds": None},
    "alertInfo": {"spokenInfo": {"content": [{"locale": "en-GB", "text": "Time", "ssml": ""}]}},
    "pushNotification": {"status": "ENABLED"},
}
READ = """
import json
from ask_sdk_core.serialize import DefaultSerializer
from ask_sdk_model.services.reminder_management.get_reminders_response import GetRemindersResponse
body = json.dumps({"alerts": [{"alertInfo": {"spokenInfo": {"content": []}}}]})
"""


def run(code: str) -> subprocess.CompletedProcess[str]:
    """Run code in a fresh Python, where nothing has been mended."""
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_missing_module_is_put_in_place() -> None:
    """Without it no reminder can be read; with it one can."""
    broken = run(f"{READ}DefaultSerializer().deserialize(body, GetRemindersResponse)")
    right = run(
        f"{READ}from skill.alexa.reminders.sdk import mend\nmend()\n"
        "print(DefaultSerializer().deserialize(body, GetRemindersResponse).alerts[0].alert_info.spoken_info.content)"
    )

    assert "SerializationException" in broken.stderr
    assert right.stdout.strip() == "[]", right.stderr


def test_empty_dates_and_unknown_words_are_left_out() -> None:
    """Both make the SDK refuse the whole list."""
    mend()
    alerts = [ALERT, {**ALERT, "createdTime": "2026-11-28T13:00:00.000Z", "status": "SNOOZED"}]
    text = json.dumps({"totalCount": "2", "alerts": alerts})
    with pytest.raises(SerializationException):
        DefaultSerializer().deserialize(text, GetRemindersResponse)

    read = DefaultSerializer().deserialize(mended(text, 200), GetRemindersResponse)

    assert [one.alert_token for one in read.alerts] == ["a", "a"]
    assert [one.status and one.status.value for one in read.alerts] == ["ON", None]


@pytest.mark.parametrize("body", ["", "<html>", "null", "[]", '"Forbidden"', "7"])
def test_an_error_always_has_a_body_that_can_be_read(body: str) -> None:
    """So that its status counts, and not how it is worded."""
    assert isinstance(json.loads(mended(body, 401)), dict)


def test_a_good_answer_that_is_no_json_stays_what_it_is() -> None:
    """What it means is for others to say."""
    assert mended("<html>", 200) == "<html>"


def test_times_are_written_as_alexa_reads_them() -> None:
    """No zone, no microseconds, but milliseconds."""
    assert stamp(dt.datetime(2026, 1, 2, 3, 4, 5, 678901)) == "2026-01-02T03:04:05.000"


@pytest.mark.parametrize("body", [None, "", "Unknown error", "[1]", "{", '{"code": 7}', 7, object()])
@pytest.mark.parametrize("status", [0, 302, 400, 401, 404, 409, 418, 429, 500, 503, 504])
def test_every_error_means_something(status: int, body: object) -> None:
    """Whatever kind of body the SDK hands over."""
    reason = reason_of(ServiceException("Unknown error", status, None, body))

    assert reason == {401: "no_permission", 504: "unsure"}.get(status, "down")


def test_what_is_no_error_of_the_service_may_have_been_done() -> None:
    """A good answer that cannot be read."""
    assert reason_of(SerializationException("x")) == "unsure"
