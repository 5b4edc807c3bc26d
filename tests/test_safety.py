"""Safety rules 1 to 4 and 7 over all combinations of answers, and over whole checks.

All 3 ** 17 combinations would take hours. Facts, each a claim of its own below, prune them without losing one: a yes to
a red flag is an emergency whatever else was said; and questions that stand in the same rules are interchangeable, so
that one stands for its kind. That leaves 2 * 3 ** 9 = 39,366 combinations, each of which is assessed. Besides, the
conversation itself is walked in full: every path that answers can take. Rule 5 is held by `skill check`, rules 6 and 8
by test_words.py and test_net.py.
"""

import itertools
import random
from collections.abc import Iterator
from functools import cache

import pytest

from skill.rules.interview import next_question
from skill.rules.questions import QUESTIONS, RED_FLAGS, RISKS, SIGNS, STRONG_SIGNS, TELLABLE, Answer, Answers
from skill.rules.reminders import reminders_for
from skill.rules.triage import Urgency, assess
from tests.conversation.walk import TIPS

LEVELS = (Answer.NO, Answer.UNSURE, Answer.YES)
# Questions that the rules treat alike: the first stands for all.
ALIKE = (RED_FLAGS, ("swelling", "veins"), ("warmth", "pain", "colour"), ("care", "kept_still", "past_clot"))
STANDING_FOR_OTHERS = tuple(question for group in ALIKE for question in group[1:])
ENUMERATED = [q.id for q in QUESTIONS if q.id not in STANDING_FOR_OTHERS]
CHOICES = [LEVELS[:2] if i in RED_FLAGS else LEVELS for i in ENUMERATED]


@cache
def urgencies() -> dict[tuple[Answer, ...], Urgency]:
    """Assess every combination, once."""
    return {
        combination: assess(dict(zip(ENUMERATED, combination, strict=True))).urgency
        for combination in itertools.product(*CHOICES)
    }


@cache
def paths() -> tuple[Answers, ...]:
    """Give every complete conversation."""
    return tuple(paths_from({}))


def paths_from(given: Answers) -> Iterator[Answers]:
    """Give every way in which a conversation can go on."""
    pending = next_question(given)
    if pending is None:
        yield given
        return
    for answer in LEVELS:
        yield from paths_from({**given, pending: answer})


@cache
def asked_after(given: frozenset[tuple[str, Answer]]) -> str | None:
    """Choose the next question; the order in which answers were given has no part in it."""
    return next_question(dict(given))


def test_raising_any_answer_never_lowers_the_urgency() -> None:
    """Rule 3, over every combination and every single change no -> unsure -> yes."""
    assessed = urgencies()

    for combination, urgency in assessed.items():
        for place, answer in enumerate(combination):
            if answer is not CHOICES[place][-1]:
                raised = (*combination[:place], LEVELS[LEVELS.index(answer) + 1], *combination[place + 1 :])
                assert assessed[raised] >= urgency


def reached() -> dict[tuple[Answer, ...], Urgency]:
    """Hold the check with everybody who has some answers to ENUMERATED, and no to the rest.

    All whose answers to what was asked so far are the same go on together.
    """
    ends: dict[tuple[Answer, ...], Urgency] = {}

    def go_on(given: Answers) -> None:
        pending = next_question(given)
        if pending is None:
            urgency = assess(given).urgency
            alike = ((given[i],) if i in given else CHOICES[place] for place, i in enumerate(ENUMERATED))
            ends.update(dict.fromkeys(itertools.product(*alike), urgency))
            return
        for answer in CHOICES[ENUMERATED.index(pending)] if pending in ENUMERATED else LEVELS[:1]:
            go_on({**given, pending: answer})

    go_on({})
    return ends


def test_raising_any_answer_never_lowers_what_a_check_ends_with() -> None:
    """Rule 3 for the conversation: a question that an answer skips must not be one that mattered. No exception."""
    ends = reached()
    lowered = set()

    assert len(ends) == len(urgencies())
    for combination, urgency in ends.items():
        for place, answer in enumerate(combination):
            if answer is not CHOICES[place][-1]:
                raised = (*combination[:place], LEVELS[LEVELS.index(answer) + 1], *combination[place + 1 :])
                if ends[raised] < urgency:
                    lowered.add((ENUMERATED[place], urgency))

    assert not lowered


def check(person: Answers, told: tuple[str, ...] = ()) -> tuple[Answers, Urgency]:
    """Hold a check with a person who has named some of their answers before any question."""
    given = {question: person[question] for question in told}
    while (pending := asked_after(frozenset(given.items()))) is not None:
        given[pending] = person[pending]
    return given, assess(given).urgency


def test_what_is_told_in_passing_never_lowers_what_a_check_ends_with() -> None:
    """Rule 3: "both legs hurt", said at the start, must not leave a sore spot unasked. Nor does it make it longer.

    All people with up to four answers other than a plain no to the red flags, and up to two of them told beforehand.
    """
    ids = [question.id for question in QUESTIONS if question.id not in RED_FLAGS]
    for has in (has for count in range(1, 5) for has in itertools.combinations(ids, count)):
        person = {question.id: Answer.YES if question.id in has else Answer.NO for question in QUESTIONS}
        _, plain = check(person)
        for told in (*itertools.combinations(has, 1), *itertools.combinations(has, 2)):
            given, urgency = check(person, told)
            assert urgency >= plain, (has, told)
            assert len(given) - len(told) <= 14


def test_any_strong_sign_that_is_not_a_no_is_at_least_same_day() -> None:
    """Rule 2, over every combination: yes or unsure to one sign is enough, whatever else was said.

    On the 500 synthetic patients of DVTipd (R package metamisc, after Geersing's data) "two or more of swelling,
    tenderness and veins" missed 32 of 82 clots, "any of them" 2.
    """
    strong = [ENUMERATED.index(sign) for sign in STRONG_SIGNS if sign in ENUMERATED]

    for combination, urgency in urgencies().items():
        if any(combination[place] is not Answer.NO for place in strong):
            assert urgency >= Urgency.SAME_DAY


def test_an_unsure_red_flag_with_a_sign_is_an_emergency() -> None:
    """Rule 1, over every combination."""
    flags = [ENUMERATED.index(flag) for flag in RED_FLAGS if flag in ENUMERATED]
    signs = [ENUMERATED.index(sign) for sign in SIGNS if sign in ENUMERATED]

    for combination, urgency in urgencies().items():
        if any(combination[place] is Answer.UNSURE for place in flags):
            assert urgency >= Urgency.SAME_DAY
            if any(combination[place] is not Answer.NO for place in signs):
                assert urgency is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("flag", RED_FLAGS)
def test_a_red_flag_is_an_emergency_whatever_else_was_said(flag: str) -> None:
    """Rule 1: the claim that lets the enumeration leave out a yes to a red flag."""
    pick = random.Random(7)
    for _ in range(2000):
        others = {question.id: pick.choice(LEVELS) for question in QUESTIONS}
        assert assess({**others, flag: Answer.YES}).urgency is Urgency.EMERGENCY_NOW


@pytest.mark.parametrize("alike", ALIKE[1:])
def test_questions_that_the_rules_treat_alike_are_interchangeable(alike: tuple[str, ...]) -> None:
    """The claim that lets the enumeration use one for all of its kind: only the highest of their answers matters."""
    pick = random.Random(11)
    for _ in range(2000):
        others = {question.id: pick.choice(LEVELS[:2]) for question in QUESTIONS if question.id not in alike}
        given = [pick.choice(LEVELS) for _ in alike]
        highest = max(given, key=LEVELS.index)
        alone = {**dict.fromkeys(alike, Answer.NO), alike[0]: highest}
        assert assess({**others, **dict(zip(alike, given, strict=True))}).urgency is assess({**others, **alone}).urgency


def test_an_unsure_red_flag_is_like_any_other() -> None:
    """The claim that lets one red flag stand for the three, short of a yes."""
    pick = random.Random(13)
    for _ in range(2000):
        others = {question.id: pick.choice(LEVELS) for question in QUESTIONS if question.id not in RED_FLAGS}
        flags = [pick.choice(LEVELS[:2]) for _ in RED_FLAGS]
        alone = {**dict.fromkeys(RED_FLAGS, Answer.NO), RED_FLAGS[0]: max(flags, key=LEVELS.index)}
        assert (
            assess({**others, **dict(zip(RED_FLAGS, flags, strict=True))}).urgency
            is assess({**others, **alone}).urgency
        )


@pytest.mark.parametrize("told", TELLABLE)
def test_what_is_told_and_never_asked_raises_and_never_lowers(told: str) -> None:
    """Rule 3: an arm, a child, an old complaint or a medicine never lowers what the answers come to."""
    pick = random.Random(17)
    for _ in range(500):
        others = {question.id: pick.choice(LEVELS) for question in QUESTIONS}
        assert assess({**others, told: Answer.YES}).urgency >= assess(others).urgency


@pytest.mark.parametrize("told", ["arm", "elsewhere", "child", "old"])
def test_a_problem_that_is_not_a_new_one_of_a_leg_is_never_nothing(told: str) -> None:
    """Whoever told of an arm, a child or another part of the body is never told that nothing needs care."""
    assert assess({**{question.id: Answer.NO for question in QUESTIONS}, told: Answer.YES}).urgency > Urgency.SELF_CARE


def test_unsure_is_never_taken_as_no() -> None:
    """Rule 4: somebody who is unsure about everything that is asked is never told to stay at home."""
    for path in paths():
        if Answer.UNSURE in path.values():
            only_no = dict.fromkeys(path, Answer.NO)
            unsure_counts = assess(path).urgency > assess(only_no).urgency
            only_about_risks = all(q in RISKS for q, a in path.items() if a is Answer.UNSURE)
            assert unsure_counts or only_about_risks


def test_the_conversation_reaches_what_all_its_answers_come_to() -> None:
    """A question that is skipped could not have raised the urgency, but for those that follow another."""
    for path in paths():
        follows = {"very_ill", "both_new", "pregnant"}  # asked only after another one
        unasked = [q.id for q in QUESTIONS if q.id not in path and q.id not in follows]
        if assess(path).urgency is Urgency.EMERGENCY_NOW:
            continue
        for question in unasked:
            assert assess({**path, question: Answer.YES}).urgency is assess(path).urgency


def test_no_tip_competes_with_being_seen() -> None:
    """Rule 7: after same-day only what to do until then; after an emergency nothing."""
    for path in paths():
        urgency = assess(path).urgency
        if urgency is Urgency.SAME_DAY:
            assert reminders_for(TIPS, path, urgency) == ("wait_safely", "know_signs")
        if urgency is Urgency.EMERGENCY_NOW:
            assert reminders_for(TIPS, path, urgency) == ()
