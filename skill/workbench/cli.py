"""`python -m skill <command>`: each command imports only what it needs."""

import argparse
import sys

from skill.store import ContentError


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 good, 1 something was found wrong, 2 a wrong call."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except ContentError as error:
        print(error, file=sys.stderr)
        status = 1
    except BrokenPipeError:
        status = 1
    return status


def parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    top = argparse.ArgumentParser(prog="skill", description="Leg Check on the command line.")
    commands = top.add_subparsers(required=True, metavar="command")
    command = commands.add_parser("talk", help="hold a leg check in the terminal, or pipe one utterance a line")
    command.add_argument("--locale", default="en-US")
    command.add_argument("--json", action="store_true", help="show every request and response")
    command.set_defaults(run=_talk)
    command = commands.add_parser("questions", help="list the questions in the order asked")
    command.add_argument("--json", action="store_true")
    command.set_defaults(run=_questions)
    command = commands.add_parser("assess", help="assess JSON Lines of answers from standard input")
    command.add_argument("input", choices=["-"], help="- for standard input")
    command.set_defaults(run=_assess)
    command = commands.add_parser("check", help="check the content, the models and the store listing")
    command.set_defaults(run=_check)
    command = commands.add_parser("models", help="compare interaction_models/ with the content")
    command.add_argument("--write", action="store_true", help="renew them")
    command.set_defaults(run=_models)
    command = commands.add_parser("dialogues", help="compare the golden dialogues with what is said now")
    command.add_argument("--write", action="store_true", help="record them again")
    command.set_defaults(run=_dialogues)
    command = commands.add_parser("article", help="show which topic answers which section of the article")
    command.set_defaults(run=_article)
    command = commands.add_parser("hearing", help="score the local recogniser on the paraphrases, with the confusions")
    command.set_defaults(run=_hearing)
    command = commands.add_parser("package", help="write build/skill-package/, ready for Amazon's tools")
    command.add_argument("--privacy-url", metavar="URL", help="where the privacy policy is published")
    command.add_argument("--terms-url", metavar="URL", help="where the terms of use are published")
    command.add_argument("--endpoint", metavar="ARN", help="the Lambda function that answers")
    command.set_defaults(run=_package)
    command = commands.add_parser("serve", help="serve the skill over HTTP: POST /alexa, signatures verified")
    command.add_argument("--port", type=_port, required=True, help="0 for any free one")
    command.add_argument("--host", default="127.0.0.1")
    command.add_argument("--unsigned", action="store_true", help="take unsigned requests too; on loopback only")
    command.set_defaults(run=_serve)
    return top


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return int(text)


def _talk(options: argparse.Namespace) -> int:
    from skill.workbench import talk

    return talk.run(options.locale, options.json)


def _questions(options: argparse.Namespace) -> int:
    from skill.workbench import contract

    return contract.questions(options.json)


def _assess(_: argparse.Namespace) -> int:
    from skill.workbench import contract

    return contract.assess_lines(sys.stdin)


def _check(_: argparse.Namespace) -> int:
    from skill.workbench import check

    return check.run()


def _models(options: argparse.Namespace) -> int:
    from skill.workbench import models

    return models.run(options.write)


def _dialogues(options: argparse.Namespace) -> int:
    from skill.workbench import dialogues

    return dialogues.run(options.write)


def _article(_: argparse.Namespace) -> int:
    from skill.library import load
    from skill.workbench import check_article

    return check_article.run(load("en-US"))


def _hearing(_: argparse.Namespace) -> int:
    from skill.workbench import hearing

    return hearing.run()


def _package(options: argparse.Namespace) -> int:
    from skill.workbench import package
    from skill.workbench.manifest import Settings

    return package.run(Settings(options.privacy_url, options.terms_url, options.endpoint))


def _serve(options: argparse.Namespace) -> int:
    from skill.workbench import serve

    return serve.run(options.host, options.port, options.unsigned)
