"""The skill as a web service on this machine."""

import contextlib
import os
import socket
import sys
from typing import TYPE_CHECKING, TextIO

from skill.alexa.service import Service
from skill.words.texts import ELSEWHERE, LOCALES
from skill.workbench.envelopes import DEVELOPER_SKILL_ID, Session
from skill.workbench.talk import read_content

if TYPE_CHECKING:
    from flask import Flask


def run(host: str, port: int, unsigned: bool) -> int:
    """Serve until a signal to stop.

    unsigned: take requests without a signature, and show the workbench page; only on loopback. Returns the exit status.
    Raises ContentError when the content is not as it must be.
    """
    try:
        from skill.web.fetch import RootsError
        from skill.web.local import is_loopback
        from skill.web.server import Limits, Server, serve_until_signal
    except ModuleNotFoundError as error:
        return _wrong(f"{error.name} is not installed - run: make setup", 1)
    if unsigned and not is_loopback(host):
        return _wrong(f"--unsigned is for this machine only, and {host} is not - leave out --host or --unsigned", 2)
    skill_id = os.environ.get("SKILL_ID")
    try:
        app = _with_page(skill_id) if unsigned else _plain(skill_id)
        listening = _listen(host, port)
    except RootsError as error:
        return _wrong(str(error), 2)
    except OSError as error:
        reason = str(error.strerror).partition(" (")[0]
        return _wrong(f"cannot listen on {host} port {port}: {reason} - choose another --port or --host", 1)
    server = Server(app, listening, Limits())
    if not skill_id:
        _tell("SKILL_ID is not set, so requests for any skill id are accepted", sys.stderr)
    name = f"[{host}]" if ":" in host else host
    kind = "unsigned requests too" if unsigned else "signed requests only"
    address = f"http://{name}:{server.effective_port}"
    page = f"the workbench page is at {address}/ and " if unsigned else ""
    _tell(f"{page}{address}/alexa takes {kind}; Ctrl-C stops", sys.stdout)
    serve_until_signal(server)
    return 0


def _plain(skill_id: str | None) -> "Flask":
    """Make what takes signed requests, of the content as it is now."""
    from skill.web.app import create_app

    read_content(*LOCALES, ELSEWHERE)
    return create_app(_warm(skill_id), skill_id)


def _with_page(skill_id: str | None) -> "Flask":
    """Make what takes unsigned requests and shows the page; edits of the content are served at once."""
    from skill.web.app import create_app
    from skill.workbench.page.latest import Latest
    from skill.workbench.page.page import add_page
    from skill.workbench.page.slow import Slow, check, find_scenes

    latest = Latest(skill_id)
    app = create_app(latest, skill_id, unsigned=True)
    add_page(app, latest, Slow(check), Slow(find_scenes))
    return app


def _listen(host: str, port: int) -> socket.socket:
    family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
    return socket.create_server((host, port), family=family, backlog=1024)


def _warm(skill_id: str | None) -> Service:
    """Make the service and have it read every locale, so that the first person need not wait."""
    service = Service(skill_id)
    for locale in LOCALES:
        service.answer(Session(locale, skill_id or DEVELOPER_SKILL_ID).launch())
    return service


def _tell(message: str, stream: TextIO) -> None:
    with contextlib.suppress(OSError, ValueError):  # a full disk or a closed stream is no reason not to serve
        print(f"serve: {message}", file=stream, flush=True)


def _wrong(message: str, status: int) -> int:
    _tell(message, sys.stderr)
    return status
