"""What the workbench page's own addresses answer, and to whom."""

import datetime as dt
import re
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from msgspec import structs

from skill.rules.questions import ASKED
from skill.words.library import Library
from skill.words.texts import CONTENT, SignOff
from skill.workbench.page import read
from skill.workbench.page.hear import MOST
from skill.workbench.page.page import POLICY
from skill.workbench.page.slow import FailedError, Slow
from skill.workbench.serve import _plain

from .conftest import edit

STATIC = Path(read.__file__).with_name("static")
ADDRESSES = ("/", "/page/main.js", "/page/state", "/page/lines?locale=en-US", "/page/about")
TODAY = dt.date(2026, 11, 28)
TURN = {"launch": True, "session": "s", "locale": "en-US"}


def lines(client: FlaskClient, locale: str = "en-US", for_other: str = "false") -> Mapping[str, Any]:
    """Read the lines by their keys."""
    found = client.get(f"/page/lines?locale={locale}&for_other={for_other}").get_json()["lines"]
    return {line["key"]: line for line in found}


def turn(client: FlaskClient, **given: Any) -> Any:
    """Take a turn."""
    return client.post("/page/turn", json={"session": "s", "locale": "en-US", **given}).get_json()


@pytest.mark.parametrize("address", ADDRESSES)
def test_where_signatures_are_asked_for_there_is_no_page(address: str) -> None:
    """A service that others can reach has nothing to show."""
    assert _plain("amzn1.ask.skill.ours").test_client().get(address).status_code == 404


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize(
    "headers",
    [{"Host": "evil.example"}, {"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}],
    ids=["host", "origin", "site"],
)
def test_only_this_machine_under_its_own_name_sees_the_page(
    address: str, headers: dict[str, str], client: FlaskClient
) -> None:
    """Another site's page in the same browser does not."""
    assert client.get(address, buffered=True).status_code == 200
    assert client.get(address, headers=headers).status_code == 400


def test_another_site_cannot_take_a_turn(client: FlaskClient) -> None:
    """Nor can a form, which writes no JSON."""
    assert client.post("/page/turn", json=TURN).status_code == 200
    assert client.post("/page/turn", json=TURN, headers={"Origin": "https://evil.example"}).status_code == 400
    assert client.post("/page/turn", data="{}", content_type="application/x-www-form-urlencoded").status_code == 415


@pytest.mark.parametrize("address", [*ADDRESSES, "/page/lines?locale=none", "/page/nothing.js"])
def test_nothing_but_the_page_itself_may_be_loaded(address: str, client: FlaskClient) -> None:
    """Right answers and wrong ones say so, and that nothing is to be kept."""
    headers = client.get(address, buffered=True).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")
    assert not re.search(r"unsafe|\*|https?:|data:", POLICY)


def test_the_page_names_no_other_address() -> None:
    """Its files are its own; the one link that leads elsewhere is made of a source's address."""
    for path in STATIC.iterdir():
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert set(re.findall(r"https?://\S*", text)) <= ({"https://${url.replace(/^https?:\\/\\//,"} | set())
        assert "innerHTML" not in text
    html = (STATIC / "index.html").read_text(encoding="utf-8")
    assert all(name.startswith(("/page/", "#")) for name in re.findall(r'(?:src|href)="([^"]*)"', html))
    assert not re.search(r'\son\w+="|\sstyle="|<style|<script(?! type="module" src=)', html)


def test_a_turn_is_what_the_command_line_gives_and_why(client: FlaskClient) -> None:
    """With the request and the response as a device has them, in one session."""
    first = turn(client, launch=True)
    second = turn(client, say="my calf is swollen", attributes=first["attributes"])

    assert (first["open"], first["asking"], first["heard"]) == (True, "breathing", ["start"])
    assert (second["heard"], second["answers"]) == (["noted"], {"swelling": "yes"})
    assert any("swelling" in line for line in second["why"])
    assert second["request"]["session"]["sessionId"] == "s"
    assert (first["request"]["session"]["new"], second["request"]["session"]["new"]) == (True, False)
    assert second["said"] in re.sub("<[^>]+>", "", second["response"]["response"]["outputSpeech"]["ssml"])


def test_two_silences_end_the_session_without_a_word(client: FlaskClient) -> None:
    """As Alexa ends it, and tells the skill why."""
    ended = turn(client, ended=True, attributes=turn(client, launch=True)["attributes"])

    assert (ended["open"], ended["said"]) == (False, "")
    assert ended["request"]["request"]["reason"] == "EXCEEDED_MAX_REPROMPTS"


@pytest.mark.parametrize(
    "given",
    [
        {"say": 1},
        {},
        {"say": "x", "launch": True},
        {"launch": True, "locale": "xx"},
        {"launch": True, "session": "é" * 9},
    ],
)
def test_a_bad_turn_is_told_what_is_wrong(given: dict[str, Any], client: FlaskClient) -> None:
    """In words, and it reaches no conversation."""
    answer = client.post("/page/turn", json={"session": "s", **given})

    assert answer.status_code == 400
    assert len(answer.get_json()["error"]) > 10


def test_a_line_tells_where_it_stands_and_who_says_so(client: FlaskClient) -> None:
    """File and line are where an editor finds it; seconds, grade, source and review are beside it."""
    line = lines(client)["questions.swelling.ask"]
    there = Path(line["path"]).read_text(encoding="utf-8").split("\n")[line["line"] - 1]

    assert Path(line["path"]).resolve() == CONTENT / "en" / "questions.yaml"
    assert line["template"] in there
    assert 2 < line["seconds"] < 10
    sources = client.get("/page/lines?locale=en-US").get_json()["sources"]
    assert sources[line["sources"][0]]["publisher"] == "the NHS"
    assert line["review"]["compared"] > "2026"


def test_lines_are_read_as_they_are_said_there_and_to_whom(client: FlaskClient) -> None:
    """Each country has its number, a carer hears of somebody else, and a prompt is read with an example."""
    american, british = lines(client), lines(client, "en-GB", "true")

    assert "911" in american["prompts.help"]["said"]
    assert "999" in british["prompts.help"]["said"]
    assert ("your" in american["questions.breathing.ask"]["said"].split()) is True
    assert ("their" in british["questions.breathing.ask"]["said"].split()) is True
    assert all("{" not in line["said"] for line in american.values())
    assert british["places.en-GB.emergency_number"]["said"] == "999"


def test_who_reviewed_a_text_is_never_made_up(client: FlaskClient) -> None:
    """What no clinician has signed says so, and what is no clinical text has no review."""
    found = lines(client)
    entry = Library().for_locale("en-US").questions["swelling"]
    by = SignOff(name="Dr Ada", register="1", role="GP", date=TODAY, words="other")

    assert "No clinician" in found["questions.swelling.ask"]["review"]["who"]
    assert found["prompts.thanks"]["review"] == {"compared": "", "who": ""}
    assert "LAPSED" in read.review_of(structs.replace(entry, reviewed_by=by)).who


def test_utterances_are_heard_at_everything_that_waits(client: FlaskClient) -> None:
    """A cry is one everywhere; the same words answer one question and are noted at another."""
    said = ["I can't breathe", "my calf is swollen", "no"]
    heard = client.post("/page/hear", json={"utterances": said, "locale": "en-US"}).get_json()["heard"]
    cry, swollen, no = ({one["waiting"]: one["taken"] for one in each["moments"]} for each in heard)

    assert set(cry) == {"launch", *ASKED, "now", "sure", "offer"}
    assert {tuple(taken) for taken in cry.values()} == {("emergency",)}
    assert (swollen["swelling"], swollen["warmth"]) == (["answer:yes"], ["noted"])
    assert no["foot"] == ["answer:no"]


@pytest.mark.parametrize("said", ["no", ["no"] * (MOST + 1), [1], ["a" * 1000], None])
def test_too_much_or_too_odd_is_not_heard(said: object, client: FlaskClient) -> None:
    """A paste of a whole book is refused in words."""
    answer = client.post("/page/hear", json={"utterances": said, "locale": "en-US"})

    assert answer.status_code == 400
    assert "utterances" in answer.get_json()["error"]


def test_an_edit_is_served_with_the_next_request(edited: FlaskClient, store: Path) -> None:
    """On the page and to Alexa, without a restart."""
    launch = turn(edited, launch=True)["request"]
    edit(store / "en" / "prompts.yaml", "This is Leg Check,", "This is the Edited Check,")

    assert "Edited Check" in turn(edited, launch=True)["said"]
    assert "Edited Check" in edited.post("/alexa", json=launch).get_data(as_text=True)
    assert "Edited Check" in lines(edited)["prompts.welcome"]["said"]


def test_a_broken_file_is_named_and_the_last_good_words_go_on(edited: FlaskClient, store: Path) -> None:
    """Until it is mended: then the new words are served."""
    path = store / "en" / "prompts.yaml"
    edit(path, 'welcome: "This is Leg Check,', 'welcome: This is: broken,"')
    unread = edited.get("/page/state").get_json()["unread"]

    assert [Path(one["path"]) for one in unread] == [path]
    assert unread[0]["fix"]
    assert "This is Leg Check" in turn(edited, launch=True)["said"]
    assert "This is Leg Check" in lines(edited)["prompts.welcome"]["said"]

    edit(path, 'welcome: This is: broken,"', 'welcome: "This is mended,')

    assert edited.get("/page/state").get_json()["unread"] == []
    assert "This is mended" in turn(edited, launch=True)["said"]


def test_weights_that_are_cut_short_break_nothing(edited: FlaskClient, store: Path) -> None:
    """While another program writes them, or when it was stopped."""
    (store / "en" / "hearing" / "weights.json").write_bytes(b'{"answers": ')

    assert edited.get("/page/state").get_json()["unread"]
    assert turn(edited, say="my calf is swollen")["heard"] == ["noted"]


def test_nothing_that_was_typed_is_logged(client: FlaskClient, capfd: pytest.CaptureFixture[str]) -> None:
    """Neither a turn, nor a wrong one, nor what is to be heard."""
    turn(client, say="canary swelling")
    turn(client, say="canary", launch="canary")
    client.post("/page/hear", json={"utterances": ["canary"], "locale": "canary"})
    client.post("/page/turn", data=b"canary")
    out, err = capfd.readouterr()

    assert "canary" not in out + err


def test_slow_work_is_done_once_a_version_and_beside_the_turns() -> None:
    """What is asked meanwhile is told to come again; an old version's result is never shown for a new one."""
    done: list[str] = []

    def work(about: str) -> str:
        time.sleep(0.05)
        done.append(about)
        return f"{about} {len(done)}"

    slow = Slow(work)

    assert slow.of("1", "a") is None
    assert _soon(slow, "1", "a") == "a 1"
    assert slow.of("1", "a") == "a 1"
    assert slow.of("2", "a") is None
    assert _soon(slow, "2", "a") == "a 2"


def test_work_that_fails_says_so() -> None:
    """Nobody waits for ever, and "nothing found" is never said of what was not looked for."""

    def work(_: str) -> str:
        raise OSError

    slow = Slow(work)
    with pytest.raises(FailedError, match="make check"):
        _soon(slow, "one", "")


def _soon(slow: Slow[str], version: str, about: str) -> str:
    for _ in range(100):
        if found := slow.of(version, about):
            return found
        time.sleep(0.02)
    raise TimeoutError
