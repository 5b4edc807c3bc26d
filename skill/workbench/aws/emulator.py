"""Runs a built package under the Lambda runtime emulator that the SAM CLI carries: on this machine, without Docker.

`python -m skill.workbench.aws.emulator EVENT.json ...` sends events to one fresh container.
"""

import argparse
import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from skill.workbench.aws.build import package_for_here
from skill.workbench.aws.runtime import MissingError, emulator_binary, find_python, python_of, runtime_client

PATH = "/2015-03-31/functions/function/invocations"
HANDLER = "lambda_function.lambda_handler"


class Emulator:
    """One container: the first event is a cold start, later ones are warm. Use it in a `with` block."""

    def __init__(self, package: Path, skill_id: str = "") -> None:
        """package: a folder that was built for this machine. skill_id: what Lambda has in SKILL_ID.

        Raises MissingError when the emulator, or the Python that the package was built for, is not here.
        """
        self._package, self._skill_id = package.resolve(), skill_id
        version = python_of(package)
        python = find_python(version)
        if python is None:
            raise MissingError(f"{package} was built for Python {version}, which is not on this machine")
        self._command = [emulator_binary(), python, "-m", "awslambdaric", HANDLER]
        self._client = runtime_client(python, version)

    def __enter__(self) -> Self:
        """Start it and wait until it listens; the function itself starts at the first event, as on Lambda."""
        emulator, *function = map(str, self._command)
        self._port, runtime_port = _free_ports()
        listen = ["--runtime-interface-emulator-address", f"127.0.0.1:{self._port}"]
        listen += ["--runtime-api-address", f"127.0.0.1:{runtime_port}"]
        self._log = tempfile.TemporaryFile("w+", encoding="utf-8")  # lives as long as the process
        self._process = subprocess.Popen(  # noqa: S603  # our own command
            [emulator, *listen, *function],
            cwd=self._package,
            env=self._environment(),
            stdout=self._log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a group of its own, so that what it starts ends with it
        )
        self._wait_until_it_listens()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the emulator and the function that it started."""
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait(5)
        self._log.close()

    def invoke(self, event: Any) -> Any:
        """Send one event. Returns what the handler returned."""
        return self.timed(event)[0]

    def timed(self, event: Any) -> tuple[Any, float]:
        """Send one event. Returns the answer and the milliseconds that the client waited.

        Raises ValueError, with the log, when no JSON comes back.
        """
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        connection.connect()
        started = time.perf_counter()
        connection.request("POST", PATH, json.dumps(event))
        answer = connection.getresponse().read()
        waited = (time.perf_counter() - started) * 1000
        connection.close()
        try:
            return json.loads(answer), waited
        except ValueError as error:
            raise ValueError(f"no JSON came back: {answer[:200]!r}\n{self.log}") from error

    @property
    def log(self) -> str:
        """What the emulator and the function have written so far."""
        self._log.seek(0)
        return self._log.read()

    def _environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "PYTHONPATH": f"{self._package}{os.pathsep}{self._client}",
            "PYTHONDONTWRITEBYTECODE": "1",  # /var/task is read-only: a start must not find what an earlier one left
            "LAMBDA_TASK_ROOT": str(self._package),
            "_HANDLER": HANDLER,
            "AWS_LAMBDA_FUNCTION_NAME": "LegCheckFunction",
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": "512",
            "AWS_LAMBDA_FUNCTION_TIMEOUT": "7",
            "SKILL_ID": self._skill_id,
        }

    def _wait_until_it_listens(self) -> None:
        until = time.monotonic() + 10
        while time.monotonic() < until and self._process.poll() is None:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self._port), 1).close()
                return
            time.sleep(0.01)
        log = self.log
        self.__exit__(None, None, None)
        raise MissingError(f"the emulator did not start\n{log}")


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]


def main() -> int:
    """Answer every event file in turn, in one container, and print the answers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=Path, nargs="+")
    options = parser.parse_args()
    try:
        with Emulator(package_for_here()) as emulator:
            for path in options.events:
                answer, waited = emulator.timed(json.loads(path.read_text(encoding="utf-8")))
                print(f"{path.name}: {waited:.1f} ms\n{json.dumps(answer, indent=1, ensure_ascii=False)}")
    except MissingError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
