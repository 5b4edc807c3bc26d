"""Waitress, with three things it lacks: it fetches certificates apart, waits for free files, and loses no request."""

import errno
import logging
import signal
import socket
import time
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Flask
from waitress import adjustments, server, wasyncore  # type: ignore[import-untyped]

from skill.alexa import log
from skill.web.certificates import EXTENSION, Certificates
from skill.web.channel import Channel

# Of this process, of this machine, and of memory for sockets.
OUT_OF_FILES = (errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM)


@dataclass(frozen=True)
class Limits:
    """How much one server takes on, and for how long."""

    threads: int = 8
    connections: int = 500
    header_bytes: int = 16 * 1024
    # Above the application's own limit, so that it can answer 413; and kept in memory, never in a file.
    body_bytes: int = 256 * 1024
    idle_seconds: int = 30
    request_seconds: float = 10  # for a whole request to arrive, however slowly it trickles
    stop_seconds: float = 20
    quiet_seconds: float = 0.3
    rest_seconds: float = 0.5  # before the next connection is taken, when no file is free for it


class Server(server.TcpWSGIServer):  # type: ignore[misc]  # waitress is untyped
    """The server."""

    channel_class = Channel
    is_stopping = False

    def __init__(self, app: Flask, listening: socket.socket, limits: Limits) -> None:
        self._limits, self._resting_until = limits, 0.0
        self._certificates: Certificates | None = app.extensions.get(EXTENSION)
        settings = adjustments.Adjustments(
            sockets=[listening],
            threads=limits.threads,
            connection_limit=limits.connections,
            max_request_header_size=limits.header_bytes,
            max_request_body_size=limits.body_bytes,
            inbuf_overflow=2 * limits.body_bytes,
            channel_timeout=limits.idle_seconds,
            cleanup_interval=1,
            asyncore_use_poll=True,  # select() ends at 1024 files
            ident=None,
        )
        where = (listening.family, listening.type, listening.proto, listening.getsockname())
        super().__init__(app, _sock=listening, adj=settings, sockinfo=where, bind_socket=False)

    def run(self) -> None:
        """Serve until `stop` is called, then until every request is answered."""
        while not self.is_stopping:
            self._turn(1)
        self._take_in_waiting()
        busy = started = time.monotonic()
        # A proxy that keeps its connections may have sent a request just now: it is quiet when none comes for a while.
        while busy - started < self._limits.stop_seconds and time.monotonic() - busy < self._limits.quiet_seconds:
            self.maintenance(time.time())
            self._turn(0.05)
            if any(one.is_busy for one in self.active_channels.values()):
                busy = time.monotonic()
        self.task_dispatcher.shutdown()
        wasyncore.close_all(self._map)

    def stop(self, *_: Any) -> None:
        """Ask the server to stop; may be called from a signal handler or another thread."""
        self.is_stopping = True
        self.pull_trigger()

    def maintenance(self, now: float) -> None:
        """Close connections that are idle, or too slow."""
        super().maintenance(now)
        for one in self.active_channels.values():
            if one.is_late(self._limits.request_seconds):
                one.will_close = True

    def readable(self) -> bool:
        """Tell whether the next connection may be taken."""
        is_readable: bool = super().readable()  # also cleans up
        return is_readable and time.monotonic() >= self._resting_until

    def accept(self) -> Any:
        """Take a connection; None when there is none, or no file is free for it: then rest, and let it wait."""
        try:
            return super().accept()
        except OSError as error:
            if error.errno not in OUT_OF_FILES:
                raise
            self._resting_until = time.monotonic() + self._limits.rest_seconds
            log.record("server", error=errno.errorcode[error.errno])
            return None

    def add_task(self, task: Channel) -> None:
        """Give a request to the threads that answer: when its certificate chain is here, or known not to come."""
        give, path = partial(super().add_task, task), task.chain
        if self._certificates is None or path is None:
            give()
        else:
            self._certificates.ahead(path, give)

    def _turn(self, seconds: float) -> None:
        wasyncore.loop(timeout=seconds, use_poll=True, map=self._map, count=1)

    def _take_in_waiting(self) -> None:
        """Accept the connections that are already made, then no more."""
        # While other threads work, the moment between the last accept and the end is long enough for another client.
        for _ in range(20):
            if not self.task_dispatcher.active_count:
                break
            time.sleep(0.005)
        known = -1
        while known < len(self.active_channels) < self._limits.connections:
            known = len(self.active_channels)
            self.handle_accept()
        self.del_channel()
        self.socket.close()


class LibraryLog(logging.Handler):
    """Turns what waitress logs into lines of our log: where it comes from, never its text."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        kind = record.exc_info[0] if record.exc_info else None
        log.record("server", error=kind.__name__ if kind else f"{record.name}.{record.funcName}")


def serve_until_signal(running: Server) -> None:
    """Serve until SIGTERM or SIGINT; a second one ends the process at once."""

    def stop(number: int, _: Any) -> None:
        signal.signal(number, signal.SIG_DFL)
        running.stop()

    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    waitress = logging.getLogger("waitress")
    waitress.addHandler(LibraryLog())
    waitress.propagate = False
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # a queue of one is no news
    running.run()
