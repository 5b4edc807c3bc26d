"""Waitress, with two things it lacks: an end for requests that never end, and a stop that loses no request."""

import logging
import signal
import socket
import time
from dataclasses import dataclass
from typing import Any

from flask import Flask
from waitress import adjustments, channel, server, task, wasyncore  # type: ignore[import-untyped]

from skill.alexa import log


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


class RefusedTask(task.ErrorTask):  # type: ignore[misc]  # waitress is untyped
    """Answers what is no legal HTTP, or too large to read."""

    def execute(self) -> None:
        """Write the answer, and a line in the log."""
        log.record("refused", reason="http", status=self.request.error.code)
        super().execute()


class Channel(channel.HTTPChannel):  # type: ignore[misc]
    """One connection."""

    error_task_class = RefusedTask
    _arriving: tuple[object, float] = (None, 0.0)

    def received(self, data: bytes) -> bool:
        """Take in bytes, and remember since when the present request has been arriving."""
        more: bool = super().received(data)
        if self.request is not self._arriving[0]:
            self._arriving = self.request, time.monotonic()
        return more

    def service(self) -> None:
        """Answer one request; when the server stops, tell the client that this was the last."""
        if self.server.is_stopping and len(self.requests) == 1:
            self.requests[0].headers["CONNECTION"] = "close"
        super().service()

    def is_late(self, limit: float) -> bool:
        """Tell whether a request has been arriving for too long."""
        return self.request is not None and time.monotonic() - self._arriving[1] > limit

    @property
    def is_busy(self) -> bool:
        """Whether a request is arriving, worked on, or its answer not yet sent."""
        return bool(self.requests or self.request is not None or self.total_outbufs_len)


class Server(server.TcpWSGIServer):  # type: ignore[misc]
    """The server."""

    channel_class = Channel
    is_stopping = False

    def __init__(self, app: Flask, listening: socket.socket, limits: Limits) -> None:
        self._limits = limits
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
