"""The keys of certificate chains, kept for a while, and fetched by threads of their own.

Anybody can name a chain that is slow to come. So no thread that answers fetches one: the server has it fetched first
(skill/web/server.py), and gives the request to a thread when the chain is here, or is known not to come.
"""

import datetime as dt
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.x509.verification import Store

from skill.alexa.log import Reason
from skill.web.chain import verified
from skill.web.refusal import RefusedError

# Where the application keeps them for its server (Flask.extensions).
EXTENSION = "leg_check_certificates"
MAX_CHAINS = 8
MAX_REFUSALS = 256
REFUSED_FOR = dt.timedelta(seconds=5)
# At once: each is a thread that waits. Beyond it an unknown chain is refused.
MAX_FETCHES = 64
# Under another server than ours, the thread that answers has to wait.
WAIT_SECONDS = 4.0

# A path on the certificate host -> the PEM chain found there, or OSError.
Fetch = Callable[[str], bytes]
Clock = Callable[[], dt.datetime]
Then = Callable[[], None]


@dataclass(frozen=True)
class Refusal:
    """Why a chain is no good. cause: the fault, when a check itself failed."""

    reason: Reason
    cause: Exception | None = None


Outcome = RSAPublicKey | Refusal


class Certificates:
    """The keys. Safe to share between threads."""

    def __init__(self, roots: Sequence[x509.Certificate], fetch: Fetch, clock: Clock) -> None:
        """roots: who is trusted to issue certificates. fetch: gets a chain (skill/web/fetch.py)."""
        self._store, self._fetch, self._clock = Store(list(roots)), fetch, clock
        self._keys: dict[str, tuple[Outcome, dt.datetime]] = {}
        self._refusals: dict[str, tuple[Outcome, dt.datetime]] = {}
        self._waiting: dict[str, list[Then]] = {}
        self._changing = threading.Lock()

    def key(self, path: str) -> RSAPublicKey:
        """Give the key of a chain.

        path: from signature.certificate_path. Raises RefusedError when there is no good chain.
        """
        outcome = self._outcome(path)
        if outcome is None:
            came = threading.Event()
            self.ahead(path, came.set)
            came.wait(WAIT_SECONDS)
            outcome = self._outcome(path)
        if isinstance(outcome, RSAPublicKey):
            return outcome
        if outcome is None:
            raise RefusedError("certificate_fetch")
        raise RefusedError(outcome.reason) from outcome.cause

    def ahead(self, path: str, then: Then) -> None:
        """Have a chain fetched unless it is known.

        then: called when that is done, from another thread; at once when nothing is to be fetched, or too much is.
        """
        with self._changing:
            if path in self._waiting:
                self._waiting[path].append(then)
                return
            is_wanted = self._outcome(path) is None and len(self._waiting) < MAX_FETCHES
            if is_wanted:
                self._waiting[path] = [then]
        if not is_wanted:
            then()
            return
        try:
            threading.Thread(target=self._learn, args=(path,), daemon=True).start()
        except RuntimeError:  # no thread is to be had
            self._go_on(path)

    def _outcome(self, path: str) -> Outcome | None:
        for known in (self._keys, self._refusals):
            outcome, until = known.get(path, (None, None))
            if until is not None and self._clock() < until:
                return outcome
        return None

    def _learn(self, path: str) -> None:
        try:
            key, until = verified(self._fetch(path), self._store, self._clock())
            self._keep(self._keys, MAX_CHAINS, path, (key, until))
        except Exception as error:
            self._keep(self._refusals, MAX_REFUSALS, path, (_refusal(error), self._clock() + REFUSED_FOR))
        finally:
            self._go_on(path)

    def _keep(
        self,
        known: dict[str, tuple[Outcome, dt.datetime]],
        most: int,
        path: str,
        outcome: tuple[Outcome, dt.datetime],
    ) -> None:
        """Keep an outcome; the one that ends first makes room."""
        with self._changing:
            while len(known) >= most:
                known.pop(min(known, key=lambda path: known[path][1]))
            known[path] = outcome

    def _go_on(self, path: str) -> None:
        with self._changing:
            waiting = self._waiting.pop(path)
        for then in waiting:
            then()


def _refusal(error: Exception) -> Refusal:
    if isinstance(error, RefusedError):
        return Refusal(error.reason)
    if isinstance(error, OSError):
        return Refusal("certificate_fetch")
    return Refusal("not_checked", error.with_traceback(None))  # a fault in a check is no reason to believe a chain
