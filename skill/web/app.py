"""The web service as a Flask application: POST /alexa and GET /health."""

import contextlib
from collections.abc import Callable
from typing import Any

from flask import Flask
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from skill.alexa import log
from skill.web.certificates import EXTENSION, Clock
from skill.web.envelope import Letter, check_skill, check_time
from skill.web.fetch import fetch, trusted_roots
from skill.web.flask_ask import Adapter, Answers, Check, Gate, Served
from skill.web.local import only_from_here
from skill.web.refusal import RefusedError
from skill.web.signature import SignatureCheck, now

# A response may hold 120 kB, and its session attributes come back with the next request; the rest is a few kB.
MAX_BODY_BYTES = 128 * 1024
CONFIG = {
    "MAX_CONTENT_LENGTH": MAX_BODY_BYTES,
    "PROVIDE_AUTOMATIC_OPTIONS": False,
    "ASK_SDK_VERIFY_SIGNATURE": False,  # replaced by our own checks
    "ASK_SDK_VERIFY_TIMESTAMP": False,
}


def create_app(
    service: Answers,
    skill_id: str | None = None,
    *,
    unsigned: bool = False,
    signature: SignatureCheck | None = None,
    clock: Clock = now,
) -> Flask:
    """Make the application.

    service: what answers. skill_id: the one skill that is served; None or empty serves any.
    unsigned: take requests without a signature, of any age, but only from this machine and its own page.
    signature: other roots. Raises RootsError when there are no roots to trust.
    """
    app = Flask("leg-check", static_folder=None)
    app.config.update(CONFIG)
    app.logger.disabled = True  # Flask and the SDK log tracebacks, which may quote a request; see _answer_errors
    checks: list[Check] = []
    if unsigned:
        app.before_request(only_from_here)
    else:
        signature = signature or SignatureCheck(trusted_roots(), fetch)
        app.extensions[EXTENSION] = signature.certificates
        checks += [_signed(signature), _opened(lambda event: check_time(event, clock()))]
    if skill_id:
        checks.append(_opened(lambda event: check_skill(event, skill_id)))
    adapter = Adapter(skill=Served(service), skill_id=skill_id, verifiers=[Gate(*checks)], app=app)
    adapter.register(app=app, route="/alexa", endpoint="alexa")
    app.add_url_rule("/health", view_func=_health, methods=["GET"])
    _answer_errors(app)
    return app


def _signed(signature: SignatureCheck) -> Check:
    return lambda headers, _, body: signature.check(
        headers.get("SignatureCertChainUrl"), headers.get("Signature-256"), body
    )


def _opened(check: Callable[[dict[str, Any]], None]) -> Check:
    """Make a check of what stands in the body. Where Python gives up, there is nothing to check: the skill answers."""

    def checked(_: Any, letter: Letter, __: bytes) -> None:
        with contextlib.suppress(RecursionError):
            if letter.event is not None:
                check(letter.event)

    return checked


def _health() -> dict[str, str]:
    return {"status": "ok"}


def _answer_errors(app: Flask) -> None:
    """Answer every refusal with its status and no detail; the reason goes to the log."""

    @app.errorhandler(RefusedError)
    def refused(error: RefusedError) -> tuple[dict[str, str], int]:
        cause = error.__cause__
        log.record("refused", reason=error.reason, status=400, error=None if cause is None else type(cause).__name__)
        return {"error": "refused"}, 400

    @app.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> Response:
        log.record("refused", reason="http", status=error.code)
        response = error.get_response()
        response.data, response.content_type = b'{"error": "refused"}\n', "application/json"
        return response

    @app.errorhandler(Exception)
    def failed(error: Exception) -> tuple[dict[str, str], int]:
        log.record("failed", error=type(error).__name__)
        return {"error": "failed"}, 500
