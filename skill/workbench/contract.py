"""The questions and the assessment on the command line, as JSON, for whoever checks them from outside."""

import json
import sys
from typing import TextIO

from skill.rules.questions import BY_ID, QUESTIONS, Answer, Answers
from skill.rules.triage import assess
from skill.words.library import load
from skill.words.speech import Voice


def questions(as_json: bool) -> int:
    """Print the questions in the order asked. Returns the exit status."""
    voice = Voice(load("en-US"))
    rows = [
        {
            "id": question.id,
            "kind": question.kind.value,
            "findings": list(question.findings),
            "ask": voice.fill(voice.content.questions[question.id].ask),
            "parts": [voice.fill(part.ask) for part in voice.content.questions[question.id].parts.values()],
        }
        for question in QUESTIONS
    ]
    if as_json:
        print(json.dumps(rows, indent=1))
    else:
        for row in rows:
            print(f"{row['id']:<15} {row['kind']:<9} {row['ask']}")
    return 0


def assess_lines(lines: TextIO) -> int:
    """Assess JSON Lines of answers. Returns 1 when any line could not be read, else 0."""
    failed = False
    for line in lines:
        if not line.strip():
            continue
        try:
            assessment = assess(_answers(line))
        except ValueError as error:
            failed = True
            print(json.dumps({"error": str(error)}))
        else:
            print(json.dumps({"urgency": assessment.urgency.id, "because": list(assessment.because)}))
    sys.stdout.flush()
    return int(failed)


def _answers(line: str) -> Answers:
    try:
        given = json.loads(line, object_pairs_hook=_once)
    except (json.JSONDecodeError, RecursionError):
        raise ValueError('this line is not JSON - write {"swelling": "yes"}') from None
    if not isinstance(given, dict):
        raise ValueError('this line is not a JSON object - write {"swelling": "yes"}')
    for question, answer in given.items():
        if question not in BY_ID:
            raise ValueError(f"{question!r} is not a question - use one of {', '.join(BY_ID)}")
        if answer not in list(Answer):
            raise ValueError(f"{answer!r} is no answer to {question!r} - use yes, no or unsure")
    return {question: Answer(answer) for question, answer in given.items()}


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Refuse a question that is answered twice; JSON would keep the last answer in silence."""
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a question stands twice in this line - answer each once")
    return dict(pairs)
