"""Does some work in a process of its own, while this one goes on."""

from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")


def beside(work: Callable[[], T]) -> Callable[[], T]:
    """Begin some work, and give what waits for its result.

    work: its result must be picklable. Where it fails in the other process it is done again here, so that its fault is
    seen; a result that nobody waits for is thrown away.
    """
    context = get_context("fork")  # it begins with all that was read
    receiver, sender = context.Pipe(duplex=False)

    def send() -> None:
        with suppress(Exception):  # nobody may be waiting: no traceback over what is printed here
            sender.send(work())

    context.Process(target=send, daemon=True).start()
    sender.close()

    def result() -> T:
        try:
            found: T = receiver.recv()
        except EOFError:
            return work()
        return found

    return result
