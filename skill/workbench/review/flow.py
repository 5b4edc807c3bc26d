"""The flow chart: drawn by Graphviz from what the rules answer when they are asked, not by hand."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from itertools import groupby, pairwise

from markupsafe import Markup, escape
from msgspec import Struct

from skill.rules.questions import ASKED, BY_ID, TELLABLE, Answer
from skill.rules.triage import Rule, Some, Urgency
from skill.words.texts import Content
from skill.workbench.review.asked import when_in_short
from skill.workbench.review.effects import LEAST, Effect, effect
from skill.workbench.review.names import ANSWERED, DO, NUMBERS, URGENCIES, in_runs, rule_numbers
from skill.workbench.review.rules_in_words import ANSWERED as NEEDED

HEAD = """digraph check {
rankdir=LR; nodesep=0.2; ranksep=0.35; bgcolor="transparent";
node [shape=box, fontname="Helvetica", fontsize=12, margin="0.1,0.06"];
edge [fontname="Helvetica", fontsize=11, arrowsize=0.7];
"""
WORST = max(Urgency)
# Thick where the questions end, dashed where they go on and the urgency may still rise.
ENDS, GOES_ON = "style=bold", "style=dashed"


class Step(Struct, frozen=True):
    """Questions next to each other that do the same: what a yes and a not sure do, and when they are asked."""

    questions: tuple[str, ...]
    yes: Effect
    unsure: Effect
    when: str


def steps() -> tuple[Step, ...]:
    """Put the questions together that do the same, in the order asked; then what is only told."""
    singles = [
        Step((one,), effect(one, Answer.YES), effect(one, Answer.UNSURE), when_in_short(one))
        for one in (*ASKED, *TELLABLE)
    ]
    alike = groupby(singles, key=lambda step: (step.yes, step.unsure, step.when))
    return tuple(
        Step(tuple(one.questions[0] for one in group), yes, unsure, when)
        for (yes, unsure, when), group in ((key, list(group)) for key, group in alike)
    )


def dot(content: Content, rules: tuple[Rule, ...]) -> str:
    """Write the chart in Graphviz's language.

    content: the questions' own names are taken from it. rules: those that need two things get a box of their own.
    """
    all_steps = {f"s{number}": step for number, step in enumerate(steps())}
    asked = [name for name, step in all_steps.items() if step.questions[0] in ASKED]
    joint, numbers = [rule for rule in rules if len(rule.needs) > 1], rule_numbers(rules)
    ends = [urgency for urgency in URGENCIES if urgency is not WORST]
    return "\n".join(
        [
            HEAD,
            *(f"{name} [label={_box(step, content)}];" for name, step in all_steps.items()),
            *(f"{urgency.id} [style=bold, label={_quoted(DO[urgency])}];" for urgency in URGENCIES),
            *(f"{numbers[rule.id]} [style=rounded, label={_quoted(_needs(rule, rules))}];" for rule in joint),
            _column(*(numbers[rule.id] for rule in joint if rule.urgency is WORST), WORST.id),
            _column(*all_steps, seen=len(asked)),
            _column(*(numbers[rule.id] for rule in joint if rule.urgency is not WORST), *(one.id for one in ends)),
            *(line for name, step in all_steps.items() for line in _arrows(name, step)),
            *(f"{numbers[rule.id]} -> {rule.urgency.id};" for rule in joint),
            f'{asked[-1]} -> {LEAST.id} [label="no to all", {ENDS}];',
            "}",
        ]
    )


def draw(source: str) -> Markup | None:
    """Have Graphviz draw a chart as SVG; None where `dot` is not installed.

    Raises CalledProcessError when Graphviz does not understand it.
    """
    program = shutil.which("dot")
    if program is None:
        return None
    drawn = subprocess.run([program, "-Tsvg"], input=source, capture_output=True, text=True, check=True)  # noqa: S603
    return Markup(drawn.stdout[drawn.stdout.index("<svg") :])  # noqa: S704  # Graphviz escapes what it is given


def _box(step: Step, content: Content) -> str:
    """Label the box of a step: its questions, when they are asked, and which others a yes brings."""
    words = [content.questions.get(one) or content.told[one] for one in step.questions]
    lines = [
        f"<b>{NUMBERS[one]}</b>&nbsp;&nbsp;{escape(word.heard)}"
        for one, word in zip(step.questions, words, strict=True)
    ]
    brings = [NUMBERS[one] for one in ASKED if one in {*step.yes.brings, *step.unsure.brings}]
    small = [step.when, *([f"brings {', '.join(brings)}"] if brings else [])]
    if step.yes.urgency is LEAST:
        small.append("nothing by itself")
    lines += [f'<font point-size="10"><i>{escape(line)}</i></font>' for line in small]
    return "<" + "".join(f'{line}<br align="left"/>' for line in lines) + ">"


def _column(*names: str, seen: int = 0) -> str:
    """Put boxes below each other in one column; the arrows between the first `seen` of them are seen."""
    arrows = [
        f"{one} -> {after} [weight=9{'' if number < seen else ', style=invis'}];"
        for number, (one, after) in enumerate(pairwise(names), 1)
    ]
    return f"{{rank=same; {'; '.join(names)}; {' '.join(arrows)}}}"


def _arrows(name: str, step: Step) -> Iterator[str]:
    """Draw where a yes and a not sure lead, in one arrow if to the same; what is worst stands to the left."""
    leads: dict[tuple[Urgency, bool], list[str]] = {}
    for answer, done in ((Answer.YES, step.yes), (Answer.UNSURE, step.unsure)):
        leads.setdefault((done.urgency, done.ends), []).append(ANSWERED[answer])
    for (urgency, ends), answers in leads.items():
        style = f"label={_quoted(' or '.join(answers))}, {ENDS if ends else GOES_ON}"
        if urgency is WORST:
            yield f"{urgency.id} -> {name} [dir=back, {style}];"
        elif urgency is not LEAST:
            yield f"{name} -> {urgency.id} [{style}];"


def _needs(rule: Rule, rules: tuple[Rule, ...]) -> str:
    """Say in short what a rule needs that needs two things or more."""
    first, *more = (f"{NEEDED[some.answered]} to {_which(some)}" for some in rule.needs)
    return "\nand ".join([f"{rule_numbers(rules)[rule.id]}: {first}", *(one.replace(" to ", "\nto ") for one in more)])


def _which(some: Some) -> str:
    return in_runs(NUMBERS[one] for one in BY_ID if one in some.of)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
