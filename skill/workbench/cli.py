"""`python -m skill <command>`: each command imports only what it needs."""

import argparse
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

from skill.words.store import ContentError


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 good, 1 something was found wrong, 2 a wrong call, 130 stopped."""
    options = parser().parse_args(arguments)
    if isinstance(sys.stdin, TextIOWrapper):  # a byte that is no text is a mistake in one line, and no traceback
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    for stream in (sys.stdout, sys.stderr):  # nor is a letter that the terminal does not have
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        status: int = options.run(options)
    except ContentError as error:
        print(error, file=sys.stderr)
        status = 1
    except BrokenPipeError:
        status = 1
    except KeyboardInterrupt:
        status = 130
    return status


def parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    top = argparse.ArgumentParser(prog="skill", description="Leg Check on the command line.")
    commands = top.add_subparsers(required=True, metavar="command")

    def add(name: str, run: Callable[[argparse.Namespace], int], what: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=what)
        command.set_defaults(run=run)
        return command

    command = add("talk", _talk, "hold a leg check in the terminal, or pipe one utterance a line")
    command.add_argument("--locale", default="en-US")
    command.add_argument("--json", action="store_true", help="show every request and response")
    command.add_argument("--reminders", action="store_true", help="pretend a device that can set reminders")
    add("questions", _questions, "list the questions in the order asked").add_argument("--json", action="store_true")
    command = add("assess", _assess, "assess JSON Lines of answers from standard input")
    command.add_argument("input", choices=["-"], help="- for standard input")
    command = add("turn", _turn, "take JSON Lines from standard input, one turn a line")
    command.add_argument("input", choices=["-"], help="- for standard input")
    command = add("hear", _hear, "say what is understood of some words, and why")
    command.add_argument("words")
    command.add_argument("--asking", default="launch", help="the question that waits; launch for none")
    command.add_argument("--other", action="store_true", help="the leg is another person's")
    command = add("check", _check, "check the content, the models and the store listing")
    command.add_argument("--every", action="store_true", help="every reply and every phrase; two minutes")
    command.add_argument("--format", choices=["text", "json", "github"], default="text", help="how to print problems")
    command.add_argument("--content", type=Path, metavar="FOLDER", help="another store than skill/content")
    add("agree", _agree, "record what the texts say now as agreed, after a change on purpose")
    command = add("weigh", _weigh, "say what changed words or rules mean for safety, in the ledger of changes")
    said = command.add_mutually_exclusive_group(required=True)
    said.add_argument("--hazard", action="append", default=[], metavar="ID", help="a hazard that was looked at anew")
    said.add_argument("--none", default="", metavar="WHY", help="why no hazard is touched")
    command.add_argument("keys", nargs="*", metavar="KEY", help="only this, such as questions.swelling; else all")
    command = add("models", _models, "compare interaction_models/ with the content")
    command.add_argument("--write", action="store_true", help="renew them")
    command = add("schema", _schema, "compare the JSON Schemas of the content with the types that read it")
    command.add_argument("--write", action="store_true", help="renew them")
    command = add("dialogues", _dialogues, "compare the golden dialogues with what is said now")
    command.add_argument("--write", action="store_true", help="record them again")
    add("article", _article, "show which topic answers which section of the article")
    command = add("hearing", _hearing, "say utterances in their states, and score what came of each")
    command.add_argument("files", nargs="*", type=Path, help="sets of utterances; those of tests/hearing if none")
    command.add_argument("--least", type=float, default=0.0, metavar="PERCENT", help="fail if less is right")
    command.add_argument("--most", type=float, default=100.0, metavar="PERCENT", help="fail if more is harmful")
    command.add_argument("--stand-in", action="store_true", help="let a stand-in for Alexa's model take what it can")
    command = add("package", _package, "write build/skill-package/, ready for Amazon's tools")
    command.add_argument("--complete", action="store_true", help="fail while operator.toml is not filled in")
    command = add("review", _review, "write what clinicians and a safety officer read, print and sign")
    command.add_argument("--out", type=Path, metavar="FOLDER", help="another folder than build/review, for it alone")
    _describe_serve(add("serve", _serve, "serve the skill over HTTP: POST /alexa, signatures verified"))
    return top


def _describe_serve(command: argparse.ArgumentParser) -> None:
    command.add_argument("--port", type=_port, required=True, help="0 for any free one")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--unsigned", action="store_true", help="unsigned requests too, and the page; on loopback")


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _talk(options: argparse.Namespace) -> int:
    from skill.workbench import talk

    return talk.run(options.locale, talk.Shown(json=options.json), options.reminders)


def _questions(options: argparse.Namespace) -> int:
    from skill.workbench import contract

    return contract.questions(options.json)


def _assess(_: argparse.Namespace) -> int:
    from skill.workbench import contract

    return contract.assess_lines(sys.stdin)


def _turn(_: argparse.Namespace) -> int:
    from skill.workbench import turn

    return turn.run(sys.stdin)


def _hear(options: argparse.Namespace) -> int:
    from skill.workbench import hearsay

    return hearsay.run(options.words, options.asking, options.other)


def _check(options: argparse.Namespace) -> int:
    from skill.words.texts import CONTENT
    from skill.workbench import everything

    return everything.run(options.every, options.format, options.content or CONTENT)


def _agree(_: argparse.Namespace) -> int:
    from skill.workbench import everything

    return everything.agree()


def _weigh(options: argparse.Namespace) -> int:
    from skill.workbench.weighing import weigh

    return weigh.run(options.hazard, options.none, options.keys)


def _models(options: argparse.Namespace) -> int:
    from skill.workbench.model import models

    return models.run(options.write)


def _schema(options: argparse.Namespace) -> int:
    from skill.workbench.schema import schemas

    return schemas.run(options.write)


def _dialogues(options: argparse.Namespace) -> int:
    from skill.workbench import dialogues

    return dialogues.run(options.write)


def _article(_: argparse.Namespace) -> int:
    from skill.words.library import load
    from skill.workbench.check import article

    return article.run(load("en-US"))


def _hearing(options: argparse.Namespace) -> int:
    from skill.workbench import hearing

    return hearing.run(options.files, options.least, options.most, options.stand_in)


def _package(options: argparse.Namespace) -> int:
    from skill.workbench.listing import package
    from skill.workbench.listing.settings import read_settings

    return package.run(read_settings(), complete=options.complete)


def _review(options: argparse.Namespace) -> int:
    from skill.workbench.review import run

    return run.run(options.out or run.FOLDER)


def _serve(options: argparse.Namespace) -> int:
    from skill.workbench import serve

    return serve.run(options.host, options.port, options.unsigned)
