"""The blocks of the results: everything that is said at the end, in all places, and to whom it is said otherwise."""

from collections.abc import Iterator, Sequence

from msgspec.structs import asdict

from skill.rules.questions import Answers
from skill.rules.triage import Urgency
from skill.words.texts import OutcomeWords
from skill.workbench.review.block import Block, cite, row, rows
from skill.workbench.review.cases import Decided
from skill.workbench.review.held import hold_aloud
from skill.workbench.review.material import Material
from skill.workbench.review.names import DO, URGENCIES, rule_numbers
from skill.workbench.review.paths import path_to_rule
from skill.workbench.review.special import when_special
from skill.workbench.review.standing import standing
from skill.workbench.review.wording import Wording, in_places
from skill.workbench.talk import Handler

SPOKEN = {"means": "what it means", "act": "what to do", "worse": "if it gets worse"}
FIRST_ACT = {"act": "what to do", "means": "if nothing is known", "worse": "at the end"}
LATER = {"why": "asked why", "remember": "parting", "card_title": "card: title"}


def result_blocks(material: Material, decided: Sequence[Decided], handler: Handler) -> tuple[Block, ...]:
    """Give a block for each urgency, the most urgent first.

    decided: the labelled cases with what they come to. handler: holds one whole conversation for each.
    """
    return tuple(
        _block(f"E{number}", urgency, material, decided, handler) for number, urgency in enumerate(URGENCIES, 1)
    )


def _block(number: str, urgency: Urgency, material: Material, decided: Sequence[Decided], handler: Handler) -> Block:
    words = material.content.outcomes[urgency.id]
    spoken = FIRST_ACT if urgency is max(Urgency) else SPOKEN
    shown = (
        *rows(("when", _when(urgency, material))),
        *(in_places(label, getattr(words, field), material.contents) for field, label in {**spoken, **LATER}.items()),
        *(in_places("card", line, material.contents) for line in words.card.splitlines()),
        *_instead(words, material),
        *_cases(urgency, material, decided),
    )
    held = hold_aloud(_shortest(urgency, material), material.content.locale, handler)
    talk = held.turns if held is not None else ()
    cited = cite(words.source, material.sources)
    return Block(number, f"outcomes.{urgency.id}", DO[urgency], shown, cited, standing(words), urgency.id, talk=talk)


def _when(urgency: Urgency, material: Material) -> str:
    numbers = rule_numbers(material.rules)
    deciding = ", ".join(numbers[rule.id] for rule in material.rules if rule.urgency is urgency)
    return f"Rules {deciding}." if deciding else "No rule holds."


def _instead(words: OutcomeWords, material: Material) -> Iterator[Wording]:
    """Give the words for some people or findings, the first that fits first, as they are said."""
    for name, others in words.instead.items():
        yield row(f"instead: {name}", f"When {when_special(name, material.content)}:")
        for field, text in asdict(others).items():
            if text is not None:
                yield in_places({**SPOKEN, **LATER}[field], text, material.contents)


def _cases(urgency: Urgency, material: Material, decided: Sequence[Decided]) -> Iterator[Wording]:
    reached = [one for one in decided if one.urgency is urgency]
    otherwise = ", ".join(f"{one.case.id} ({one.verdict})" for one in reached if one.verdict != "as labelled")
    stands = f"not as labelled: {otherwise}" if otherwise else "all as labelled"
    many = f"{len(reached)} of {len(decided)} come to this; {stands}."
    talks = "; ".join(talk.who for talk in material.talks if urgency.id in talk.want.told)
    yield from rows(("labelled cases", many), ("tested talks", talks))


def _shortest(urgency: Urgency, material: Material) -> Answers:
    """Find the shortest check that comes to an urgency, by what is asked alone."""
    paths = (path_to_rule(rule) for rule in material.rules if rule.urgency is urgency)
    return min((path for path in paths if path), key=len, default={})
