"""The addresses of the workbench page, and what a browser may do with what they give."""

from typing import Any

import msgspec
from flask import Blueprint, Flask, Response, abort, request, send_file

from skill.words.texts import LOCALES
from skill.workbench.page import gallery, hear, read, talk
from skill.workbench.page.latest import Latest
from skill.workbench.page.slow import FailedError, Slow
from skill.workbench.report import as_json

Json = dict[str, Any]
Scenes = dict[str, Json]
# Scripts, styles and data come from this page's own address, and nothing else is loaded, framed or sent anywhere.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def add_page(app: Flask, latest: Latest, checks: Slow[list[Json]], scenes: Slow[Scenes]) -> None:
    """Add the page to an application that lets only this machine in (skill/web/local.py).

    latest: what is served. checks: finds the problems of the content. scenes: finds where lines are said.
    """
    page = Blueprint("page", __name__, static_folder="static", static_url_path="/page")
    page.after_request(_guarded)
    page.register_error_handler(ValueError, _wrong)
    page.register_error_handler(FailedError, _failed)
    page.add_url_rule("/", "index", lambda: page.send_static_file("index.html"), methods=["GET"])
    _add_content(page, latest, checks, scenes)
    _add_turns(page, latest)
    _add_gallery(page)
    app.register_blueprint(page)


def _add_content(page: Blueprint, latest: Latest, checks: Slow[list[Json]], scenes: Slow[Scenes]) -> None:
    @page.get("/page/about")
    def about() -> Response:
        """What there is to choose from."""
        return _json({"locales": LOCALES, "most": hear.MOST})

    @page.get("/page/state")
    def state() -> Response:
        """Which version of the content this is, why it cannot be read, and what the check says; null while it runs."""
        edition = latest.edition()
        unread = [as_json(problem) for problem in edition.problems]
        return _json({"version": edition.version, "unread": unread, "problems": checks.of(edition.version)})

    @page.get("/page/lines")
    def lines() -> Response:
        """Every line of a locale, and the sources that they name."""
        locale = _locale(request.args.get("locale"))
        edition = latest.edition()
        found = read.lines(edition, locale, request.args.get("for_other") == "true")
        return _json({"version": edition.version, "lines": found, "sources": edition.sources})

    @page.get("/page/scene")
    def scene() -> Response:
        """The conversation in which a line is said; null when there is none, `ready` when that is known."""
        found = scenes.of(latest.edition().served, _locale(request.args.get("locale")))
        if found is None:
            return _json({"ready": False, "scene": None})
        return _json({"ready": True, "scene": found.get(request.args.get("key", ""))})


def _add_turns(page: Blueprint, latest: Latest) -> None:
    @page.post("/page/turn")
    def turn() -> Response:
        """One turn of a conversation."""
        return _json(talk.take(_given(), latest.edition()))

    @page.post("/page/hear")
    def heard() -> Response:
        """What some utterances are taken for."""
        given, library = _given(), latest.edition().library
        content = library.for_locale(_locale(given.get("locale")))
        return _json({"heard": hear.hear(given, library.hearing(), content)})


def _add_gallery(page: Blueprint) -> None:
    @page.get("/page/gallery")
    def screens() -> Response:
        """Which screens were drawn."""
        return _json(gallery.gallery())

    @page.get("/page/gallery/<name>")
    def drawn(name: str) -> Response:
        """The picture of one."""
        return send_file(gallery.picture(name) or abort(404), mimetype="image/png")


def _given() -> Json:
    """Read the body. Raises ValueError when it is JSON of another kind, and an HTTPException when it is none."""
    given = request.get_json()
    if not isinstance(given, dict):
        raise ValueError("the body is a JSON object")
    return given


def _locale(name: object) -> str:
    if name not in LOCALES:
        raise ValueError(f"locale is one of {', '.join(LOCALES)}")
    return str(name)


def _json(value: object) -> Response:
    return Response(msgspec.json.encode(value), content_type="application/json")


def _wrong(error: Exception) -> tuple[Response, int]:
    return _json({"error": str(error)}), 400


def _failed(error: Exception) -> tuple[Response, int]:
    return _json({"error": str(error)}), 503


def _guarded(response: Response) -> Response:
    response.headers.update(HEADERS)
    return response
