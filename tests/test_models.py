"""The interaction model: a few unmistakable phrases, and all else as words. The check finds what is wrong."""

import json
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest

from skill.alexa.routes import ROUTES, TELL, WORDS
from skill.hearing.hear import Asked
from skill.words.store import ContentError
from skill.words.texts import CONTENT, LANGUAGE, LOCALES
from skill.workbench import ROOT
from skill.workbench.check.heard import WAITING, check_samples, check_suggestions, same
from skill.workbench.check.limits import LARGEST_MODEL, check_models
from skill.workbench.examples import stale_weights
from skill.workbench.model import models
from skill.workbench.model.intents import meaning_of
from skill.workbench.model.models import WORDS_TYPE, Source, model, read_source, text_of
from skill.workbench.model.sentences import evenly, fits

from .conftest import hearing, source

LEARNT = ("sklearn", "numpy", "scipy")


def samples() -> list[tuple[str, str]]:
    """Give every sample with its intent."""
    return [(intent, sample) for intent, texts in source().intents.samples.items() for sample in texts]


def changed(promised: dict[str, str] | None = None, **texts: tuple[str, ...] | None) -> Source:
    """Give the source with some intents changed; None takes one out."""
    intents = source().intents
    mixed = {**intents.samples, **{name.replace("_", "."): value for name, value in texts.items()}}
    kept = {name: value for name, value in mixed.items() if value is not None}
    return replace(source(), intents=replace(intents, samples=kept, promised={**intents.promised, **(promised or {})}))


def problems(broken: Source) -> str:
    """Check a source."""
    return "\n".join(map(str, check_models(broken)))


def test_our_own_model_is_good() -> None:
    """No rule is broken, and every sample means as words what it means as an intent."""
    assert problems(source()) == ""
    assert [
        *map(str, check_samples(source().intents, hearing())),
        *map(str, check_suggestions(source().intents, hearing(), {})),
    ] == []


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the models into a folder of the test's own; the weights have tests of their own."""
    monkeypatch.setattr(models, "FOLDER", tmp_path)
    monkeypatch.setattr(models, "read_source", source)
    monkeypatch.setattr(models, "stale_weights", lambda *_: [])
    for locale in LOCALES:
        (tmp_path / f"{locale}.json").write_text(text_of(source()), encoding="utf-8")
    return tmp_path


def test_models_that_were_made_from_the_content_agree_with_it(written: Path) -> None:
    """One text for all locales."""
    assert models.run(write=False) == 0
    assert len({path.read_text(encoding="utf-8") for path in written.iterdir()}) == 1


def test_a_model_that_differs_from_the_content_is_noticed(written: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`skill models` fails, and says for which locale."""
    (written / "en-GB.json").write_text("{}", encoding="utf-8")

    assert models.run(write=False) == 1
    assert "differs from the content for en-GB -" in capsys.readouterr().out


@pytest.mark.parametrize(("intent", "sample"), samples())
def test_every_sample_heard_as_words_is_the_turn_of_its_intent(intent: str, sample: str) -> None:
    """Whatever waits, and whosever leg it is. A cry is a cry, whatever it names."""
    for waiting in WAITING:
        for for_other in (False, True):
            heard = hearing().hear(sample, Asked(waiting, for_other)).turn
            assert same(ROUTES[intent], heard), (waiting, for_other, heard)


@pytest.mark.parametrize(("intent", "sample"), samples())
def test_no_sample_is_the_beginning_of_another_meaning(intent: str, sample: str) -> None:
    """People pause, and Alexa cuts them off. Of all examples, among them every value of TellIntent.

    A bare yes or no is exempt: Alexa brings them herself, and on their own they must be answers.
    """
    if intent in ("AMAZON.YesIntent", "AMAZON.NoIntent") and " " not in sample:
        return
    means: dict[str, set[str]] = {}
    for kind in source().kinds:
        for sentence in kind.sentences:
            means.setdefault(sentence, set()).update(kind.means)
    begun = {sentence for sentence in means if sentence.startswith(f"{sample} ")}

    assert {sentence for sentence in begun if meaning_of(intent) not in means[sentence]} == set()


def test_the_samples_are_few() -> None:
    """A word or three each; what is about the leg arrives as words."""
    assert len(samples()) <= 60
    assert max(len(sample.split()) for _, sample in samples()) <= 6
    alone = {sample for _, sample in samples() if " " not in sample}
    assert alone == {"yes", "yeah", "yep", "no", "nope"}


def test_nothing_in_the_model_swears() -> None:
    """Neither a sample nor a value."""
    for text in (*(sample for _, sample in samples()), *source().values):
        assert source().intents.swears(text) is None
        for swear in ("fuck", "shit", "bloody", "bastard", "arse", "damn"):
            assert swear not in text.split()


def test_a_model_is_small() -> None:
    """In bytes."""
    assert len(text_of(source()).encode()) < LARGEST_MODEL == 100_000


def test_words_are_the_only_slot() -> None:
    """One intent has it, with a bare slot as its only sample; its type has a value a line and no double."""
    language: Any = json.loads(text_of(source()))["interactionModel"]["languageModel"]
    slotted = {intent["name"]: intent for intent in language["intents"] if "slots" in intent}

    assert set(slotted) == {TELL}
    assert slotted[TELL]["slots"] == [{"name": WORDS, "type": WORDS_TYPE}]
    assert slotted[TELL]["samples"] == ["{words}"]
    assert not any("{" in sample for _, sample in samples())
    assert [kind["name"] for kind in language["types"]] == [WORDS_TYPE]
    assert language["modelConfiguration"]["fallbackIntentSensitivity"]["level"] == "LOW"
    assert {intent["name"] for intent in language["intents"]} == {*ROUTES, TELL}


def test_the_values_are_real_sentences_of_every_kind() -> None:
    """Expected ones, contrast pairs and sound-alikes, for every question, wish and topic."""
    values = set(source().values)

    assert len(values) == len(source().values) > 1000
    for kind in source().kinds:
        free = [text for text in kind.sentences if fits(text, source().intents)]
        taken = values & set(free)
        assert len(taken) >= min(kind.share, len(free) // 2), (kind.means, kind.sentences[:2])
    known = {sentence for kind in source().kinds for sentence in kind.sentences} | set(source().intents.promised)
    assert values <= known
    assert not values & {sample for _, sample in samples()}


def test_the_same_examples_make_the_same_model() -> None:
    """Read again, nothing differs."""
    assert text_of(read_source()) == text_of(source())


@pytest.mark.parametrize(
    ("count", "taken"), [(1, ["a"]), (2, ["a", "d"]), (3, ["a", "c", "e"]), (6, list("abcdef")), (9, list("abcdef"))]
)
def test_a_share_is_taken_evenly(count: int, taken: list[str]) -> None:
    """Not the first ones: the examples stand in the order of their letters."""
    assert evenly(list("abcdef"), count) == taken


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (changed(WaitIntent=("wait!",)), "samples.WaitIntent.0: has characters that Alexa refuses in ‘wait!’"),
        (changed(WaitIntent=("wait 2 minutes",)), "has characters that Alexa refuses"),
        (changed(WaitIntent=("Wait a bit",)), "has characters that Alexa refuses"),
        (changed(WaitIntent=("wait for {words}",)), "has characters that Alexa refuses"),
        (changed(WaitIntent=("wait " * 59 + "wait",)), "is 299 characters long - at most 140"),
        (changed(WaitIntent=("wait a bloody moment",)), "‘wait a bloody moment’ swears (bloody)"),
        (changed(WaitIntent=("yes",)), "samples.WaitIntent.0: shares ‘yes’ with AMAZON.YesIntent"),
        (changed(WaitIntent=("one moment", "one moment")), "samples.WaitIntent.1: shares ‘one moment’ with WaitIntent"),
        (changed(WaitIntent=()), "samples.WaitIntent: has no phrase"),
        (changed(WaitIntent=None), "WaitIntent has no entry - add `WaitIntent:`"),
        (changed(AMAZON_StopIntent=None), "AMAZON.StopIntent has no entry"),
        (changed(DanceIntent=("let us dance",)), "samples.DanceIntent: is an intent that nothing takes"),
        (changed(TellIntent=("tell me",)), "samples.TellIntent: is an intent that nothing takes"),
        (changed(UnsureIntent=("i'm not",)), "samples.UnsureIntent.0: ‘i'm not’ begins ‘i'm not "),
        (changed(AMAZON_NoIntent=("it isn't",)), "samples.AMAZON.NoIntent.0: ‘it isn't’ begins ‘it isn't "),
        (changed(WhyIntent=("why",)), "samples.WhyIntent.0: ‘why’ begins ‘why "),
        (changed(EmergencyIntent=tuple(f"help {'a' * n}" for n in range(20))), "has 20 phrases - keep 15 at most"),
        (changed({"Sing!": "noted"}), "promised.Sing!: is a phrase that Alexa refuses"),
        (replace(source(), values=("a b", "a b")), "gives the value ‘a b’ 2 times"),
        (replace(source(), values=tuple("a" * n for n in range(1, 500))), "makes a model of"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_model_is_reported(broken: Source, message: str) -> None:
    """Each rule of Amazon's that can be checked here, and each of our own."""
    assert message in problems(broken)


def test_a_sample_that_is_something_else_as_words_is_reported() -> None:
    """Its own intent must not differ from what it says."""
    found = "\n".join(map(str, check_samples(changed(WhyIntent=("my leg is swollen",)).intents, hearing())))

    assert "samples.WhyIntent.0: ‘my leg is swollen’ is Described as words while" in found


def test_the_model_round_trips_through_amazons_classes() -> None:
    """So the check above can fail: what they do not know is lost."""
    assert "is changed" not in problems(source())
    assert set(model(source())["interactionModel"]["languageModel"]) == {
        *("invocationName", "modelConfiguration", "intents", "types"),
    }


@pytest.mark.parametrize("command", ["models", "talk", "turn -", "assess -", "questions", "article", "hear yes"])
def test_no_other_command_loads_what_learns(command: str) -> None:
    """scikit-learn takes seconds to load; only learning needs it."""
    code = f"import sys; from skill.workbench.cli import main; main({command.split()}); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], input="", capture_output=True, text=True, cwd=ROOT, timeout=120, check=True
    )

    assert not set(LEARNT) & set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("module", ["everything", "listing.package", "dialogues", "serve"])
def test_no_other_part_of_the_workbench_loads_what_learns(module: str) -> None:
    """Those that would take too long to run here."""
    code = f"import sys, skill.workbench.{module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)

    assert not set(LEARNT) & set(done.stdout.split())


def test_weights_of_other_examples_are_noticed(tmp_path: Path) -> None:
    """One sentence more is enough; nothing needs to be learnt to see it."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    others = root / LANGUAGE / "hearing" / "examples" / "others.yaml"
    text = others.read_text(encoding="utf-8")
    others.write_text(text.replace("cries:\n", 'cries:\n  - "the zebra has collapsed on me"\n', 1), encoding="utf-8")

    assert "cry" in stale_weights(root, LANGUAGE)


def test_learnt_weights_remember_their_examples() -> None:
    """What `skill models --write` does, with a few examples only."""
    from skill.workbench import weights
    from skill.workbench.examples import checksum, sorted_examples

    known = sorted_examples(CONTENT, LANGUAGE)["cry"][::40]
    learnt = weights.learn(known, places=512)
    stored = msgspec.json.decode(msgspec.json.encode(learnt), type=type(learnt))

    assert stored.made_from == checksum(known) != checksum(known[1:])
    assert stored.packed == weights.learn(known, places=512).packed
    assert set(stored.labels) == {"", "cry"}


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("en/intents.yaml", "samples:\n", "sample:\n", "sample: is not a known key"),
        ("en/intents.yaml", 'WhyIntent: ["', 'WhyIntent: "', "WhyIntent: has a key that does not line up"),
        (
            "en/intents.yaml",
            "AMAZON.StopIntent: []",
            'AMAZON.StopIntent: ""',
            "samples.AMAZON.StopIntent: is one text",
        ),
        ("en/intents.yaml", '["not sure"', '["not sure", ""', "samples.UnsureIntent.1: is empty"),
        ("en/hearing/examples/others.yaml", "harmless:\n", "harmles:\n", "harmles: is not a known key"),
        ("en/hearing/examples/answers.yaml", "any:\n", "any: none\nnothing:\n", "any: is one text, and must be keys"),
    ],
)
def test_what_cannot_be_read_is_named_with_file_and_line(
    name: str, old: str, new: str, message: str, tmp_path: Path
) -> None:
    """As everywhere in the content."""
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    text = (root / name).read_text(encoding="utf-8")
    assert old in text
    (root / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(ContentError) as caught:
        read_source(root)

    found = [str(problem).partition(f"{root / name}:")[2] for problem in caught.value.problems]
    assert any(message in problem and int(problem.partition(":")[0]) > 1 for problem in found), found
