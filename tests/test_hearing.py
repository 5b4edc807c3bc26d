"""What came of each utterance of whole sets, and everyday remarks, of which none may come to anything."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from skill.dialogue import turns
from skill.hearing.hear import OFFER, Asked
from skill.workbench.hearing import FOLDER, Listener, Scored, read, report, run, share
from skill.workbench.judgement import Utterance, Verdict
from skill.workbench.model.models import text_of
from skill.workbench.standin import StandIn

from .conftest import cases, hearing, source

REMARKS: list[str] = cases("hearing/remarks.yaml")["remarks"]
# Each remark is said in two of these.
STATES = ("breathing", "foot", "swelling", "pain", "result")
# Turns that would make something of a remark.
TAKEN = (turns.Answered, turns.CriedForHelp, turns.Stopped, turns.StartedOver, turns.Corrected, turns.WentBack)


@cache
def listener() -> Listener:
    """Make one for all: it remembers nothing but how its states are reached."""
    return Listener()


@cache
def stand_in() -> StandIn:
    """Train it once, on the model of the words that the tests speak."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "en-US.json").write_text(text_of(source()), encoding="utf-8")
        return StandIn.for_locale("en-US", Path(folder))


@cache
def scored(name: str) -> tuple[Scored, ...]:
    """Say a set once."""
    return tuple(listener().score(said) for said in read(FOLDER / name))


def harmful(found: tuple[Scored, ...]) -> list[str]:
    """Name the harmful ones, for whoever reads why a test failed."""
    return [f"{one.said.state}: {one.said.say}: {one.reason}" for one in found if one.verdict is Verdict.HARMFUL]


def test_nearly_all_is_right_and_nearly_nothing_harmful() -> None:
    """A floor: everybody has read this set. The figures of sets that nobody had read are in docs/engineer.md."""
    assert share(scored("dev.yaml"), Verdict.RIGHT) >= 95
    assert share(scored("dev.yaml"), Verdict.HARMFUL) <= 1, harmful(scored("dev.yaml"))


def test_no_emergency_is_missed() -> None:
    """Asked whether it is so now is no miss."""
    missed = [one.said.say for one in scored("dev.yaml") if one.reason.startswith("emergency missed")]

    assert missed == []


def test_hardly_a_sound_alike_is_an_alarm() -> None:
    """At most two of the fifty-seven."""
    alarms = [s.said.say for s in scored("dev.yaml") if s.said.is_sound_alike and s.reason == "false emergency"]

    assert len(alarms) <= 2, alarms


def test_the_old_phrases_are_still_understood() -> None:
    """A regression set: nobody is turned away who was understood before."""
    assert share(scored("paraphrases.yaml"), Verdict.RIGHT) >= 93
    assert share(scored("paraphrases.yaml"), Verdict.HARMFUL) <= 1, harmful(scored("paraphrases.yaml"))


def test_what_alexa_takes_for_an_intent_does_little_harm() -> None:
    """By a stand-in for her model, so the bounds are loose; -s shows what it takes for what."""
    alexa = Listener(stand_in().intent)
    found = tuple(alexa.score(said) for said in read(FOLDER / "dev.yaml"))
    print("\nthrough a stand-in for Alexa's model:", *report(found), sep="\n  ")

    assert share(found, Verdict.RIGHT) >= 90
    assert share(found, Verdict.HARMFUL) <= 3, harmful(found)


def test_the_stand_in_takes_samples_for_their_intents_and_sentences_for_words() -> None:
    """As Alexa does; so what is not a sample reaches the skill as words, mostly."""
    alexa = stand_in()

    assert alexa.intent("yes") == "AMAZON.YesIntent"
    assert alexa.intent("call an ambulance") == "EmergencyIntent"
    assert alexa.intent("never mind") == "AMAZON.CancelIntent"  # no sample of ours: she knows it by herself
    assert alexa.intent("my left calf has been swollen since tuesday") == "TellIntent"
    assert sum(alexa.intent(remark) == "TellIntent" for remark in REMARKS) >= 0.9 * len(REMARKS)


def test_no_remark_changes_a_check() -> None:
    """Through the Lambda entry: no answer, no alarm, no answer lost, no goodbye, and no tip in the result."""
    count = len(STATES)
    said = [
        Utterance("", STATES[(number + more) % count], remark, "reject")
        for number, remark in enumerate(REMARKS)
        for more in (0, 1 + number // count % (count - 1))
    ]
    found = [listener().score(one) for one in said]

    assert len(REMARKS) >= 300
    # "Is that so now?" is no alarm and changes nothing, but it is a nuisance.
    doubted = [one for one in found if "now?" in one.came.done]
    calm = [one for one in found if "now?" not in one.came.done]
    changed = [one for one in calm if one.verdict is not Verdict.RIGHT or one.came.done & {"tip", "end"}]
    assert [f"{one.said.state}: {one.said.say}: {', '.join(sorted(one.came.all))}" for one in changed] == []
    assert len(doubted) <= 0.02 * len(found), [one.said.say for one in doubted]


@pytest.mark.parametrize("asking", ["breathing", "collapse", "foot", "swelling", "pain", "unwell", OFFER, ""])
def test_no_remark_comes_to_anything(asking: str) -> None:
    """No answer, no alarm, no loss, no goodbye: of 360 that a microphone may pick up."""
    heard = {remark: hearing().hear(remark, Asked(asking)).turn for remark in REMARKS}

    assert len(REMARKS) >= 300
    taken = {remark: turn for remark, turn in heard.items() if isinstance(turn, TAKEN)}
    told = {remark: turn for remark, turn in heard.items() if isinstance(turn, turns.Described)}
    assert taken == {}
    assert {remark: t for remark, t in told.items() if t.signs or t.unsure or t.answer or t.parts} == {}


@pytest.fixture
def one_listener(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `skill hearing` listen with the listener of all tests."""
    monkeypatch.setattr("skill.workbench.hearing.Listener", lambda _: listener())


@pytest.mark.usefixtures("one_listener")
def test_a_misspelt_key_in_a_set_is_an_error(tmp_path: Path) -> None:
    """It must not pass silently."""
    path = tmp_path / "slip.yaml"
    path.write_text('- {id: x, state: pain, say: "no", class: "no", okay: ["yes"]}\n', encoding="utf-8")

    with pytest.raises(ValueError, match="unknown field `okay`"):
        read(path)
    assert run([path], least=0, most=100, stand_in=False) == 2


@pytest.mark.usefixtures("one_listener")
def test_a_state_that_cannot_be_reached_is_an_error(tmp_path: Path) -> None:
    """And not an utterance less."""
    path = tmp_path / "slip.yaml"
    path.write_text('- {id: x, state: pane, say: "no", class: "no"}\n', encoding="utf-8")

    assert run([path], least=0, most=100, stand_in=False) == 2


@pytest.mark.usefixtures("one_listener")
def test_a_bound_that_is_not_kept_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With every harmful utterance in full: the state, the words, what came of them and why."""
    path = tmp_path / "wrong.yaml"
    path.write_text('- {id: x, state: pain, say: "no", class: "yes"}\n', encoding="utf-8")

    assert run([path], least=0, most=0, stand_in=False) == 1
    assert run([path], least=0, most=100, stand_in=False) == 0
    shown = capsys.readouterr().out
    assert "harmful: yes counted as no: at pain: 'no' -> no\n" in shown
    assert "heard Answered (answer: no)" in shown
