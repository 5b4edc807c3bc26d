"""The skill behind flask-ask-sdk's SkillAdapter: its own interfaces, in an order that is safe.

As it comes, the adapter parses a body before it verifies it, does not check the skill id, and answers a body that the
SDK cannot read with 500. So it is given a skill whose serialiser leaves the body closed, and one verifier that opens
it when the signature has been checked.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Protocol

from ask_sdk_core.skill import CustomSkill, SkillConfiguration
from flask import Response, request

from skill.web.envelope import Letter
from skill.web.refusal import RefusedError


@contextmanager
def _without_certvalidator() -> Iterator[None]:
    """Let flask-ask-sdk be imported without certvalidator, for the reason in chain.py; its verifier is not used."""
    stubs = {"certvalidator": ("CertificateValidator",), "certvalidator.errors": ("ValidationError", "PathError")}
    added = {name: ModuleType(name) for name in stubs if name not in sys.modules}
    for name, module in added.items():
        vars(module).update(dict.fromkeys(stubs[name], Exception))
    sys.modules.update(added)
    try:
        yield
    finally:
        for name in added:
            del sys.modules[name]


with _without_certvalidator():
    from ask_sdk_webservice_support.verifier import AbstractVerifier
    from flask_ask_sdk.skill_adapter import SkillAdapter  # type: ignore[import-untyped]

# What a request must pass, given its headers and its body: each raises RefusedError.
Check = Callable[[Any, Letter, bytes], None]


class Answers(Protocol):
    """What answers: skill.service.Service."""

    def answer(self, event: Any) -> dict[str, Any]:
        """Answer any event. Never raises."""


class Unopened:
    """A serialiser that hands the body on as it came, and the answer as it is."""

    def deserialize(self, payload: str, obj_type: Any) -> Letter:  # noqa: ARG002  # called by name
        """Wrap the body."""
        return Letter(payload)

    def serialize(self, answer: dict[str, Any]) -> dict[str, Any]:
        """Leave the answer: it is JSON values already."""
        return answer


class Served(CustomSkill):  # type: ignore[misc]  # the SDK's base class is untyped
    """The skill as the adapter wants it; the service answers, because it holds the last net."""

    def __init__(self, service: Answers) -> None:
        super().__init__(SkillConfiguration(request_mappers=[], handler_adapters=[]))
        self._service, self.serializer = service, Unopened()

    def invoke(self, request_envelope: Letter, context: None) -> dict[str, Any]:  # noqa: ARG002
        """Answer a request that was verified."""
        return self._service.answer(request_envelope.event)


class Gate(AbstractVerifier):
    """Lets a request through when it passes every check, in their order."""

    def __init__(self, *checks: Check) -> None:
        self._checks = checks

    def verify(self, headers: Any, serialized_request_env: str, deserialized_request_env: Letter) -> None:
        """Verify one request.

        Raises RefusedError and nothing else: a VerificationException would be logged by the adapter, with a traceback.
        """
        body = serialized_request_env.encode()  # the very bytes that came: UTF-8 that decodes has one spelling
        try:
            for check in self._checks:
                check(headers, deserialized_request_env, body)
        except RefusedError:
            raise
        except Exception as error:  # a fault in a check is no reason to let anything through
            raise RefusedError("not_checked") from error


class Adapter(SkillAdapter):  # type: ignore[misc]
    """flask-ask-sdk's adapter, for bodies of every content type and encoding."""

    def dispatch_request(self) -> Response:
        """Answer the current request. Raises RefusedError, or an HTTPException for a body that is too large."""
        try:
            request.get_data()  # else the adapter finds nothing in a body that is called a form
            response: Response = super().dispatch_request()
        except UnicodeDecodeError:
            raise RefusedError("not_json") from None
        return response
