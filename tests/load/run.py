"""Compare the web service with a bare hello world, then send it many requests and watch its memory.

python -m tests.load.run [--rounds 3] [--seconds 5] [--count 100000]; ends by itself after a few minutes.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from skill.workbench.envelopes import Session

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OURS = ("-m", "skill", "serve", "--port", "0", "--unsigned")
HELLO = ("-m", "tests.load.hello")
CONNECTIONS = 8
WANTED_RATIO = 0.8
ALLOWED_GROWTH_MB = 5.0
MAX_MINUTES = 15


def bodies() -> tuple[str, str]:
    """Make the requests as lines: one launch, as a device with a screen sends it; and turns of many kinds."""
    session, asked = Session(), Session(is_new=False)
    asked.attributes = {"asking": "swelling", "started": True, "answers": [["breathing", "no"], ["collapse", "no"]]}
    launch = session.launch()
    launch["context"]["Viewport"] = {"mode": "HUB", "shape": "RECTANGLE", "dpi": 160, "pixelWidth": 1280}
    turns = [
        launch,
        asked.intent("AMAZON.YesIntent"),
        asked.words("my calf is hot"),
        asked.words("what is a blood clot"),
        asked.intent("EmergencyIntent"),
        asked.intent("AMAZON.FallbackIntent"),
        asked.ended(),
        {"junk": 1},
    ]
    return json.dumps(launch) + "\n", "".join(json.dumps(turn) + "\n" for turn in turns)


@contextmanager
def server(command: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Run a server. Gives its process id and its URL."""
    process = subprocess.Popen(
        [sys.executable, *command], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        address = next(word for word in process.stdout.readline().split() if word.startswith("http"))
        yield process.pid, address
    finally:
        process.terminate()
        process.wait(30)


def load(url: str, lines: Path, seconds: int) -> dict[str, float]:
    """Post for some seconds. Gives what post.lua counted."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "-s", str(HERE / "post.lua"), url, "--", str(lines)]
    out = subprocess.run(command, check=True, capture_output=True, text=True, timeout=seconds + 30).stdout
    found: dict[str, float] = json.loads(out.splitlines()[-1])
    if found["errors"]:
        raise SystemExit(f"errors under load: {found}")
    return found


def compare(lines: Path, rounds: int, seconds: int) -> float:
    """Measure both, in both orders in turn. Gives the ratio of throughputs."""
    results: dict[str, list[dict[str, float]]] = {"ours": [], "hello": []}
    with server(OURS) as (_, ours), server(HELLO) as (_, hello):
        urls = {"ours": ours, "hello": hello}
        for name in urls:
            load(urls[name], lines, 2)  # warm
        for number in range(2 * rounds):
            for name in sorted(urls, reverse=number % 2 == 0):
                results[name].append(load(urls[name], lines, seconds))
                print(f"round {number + 1} {name:5}", results[name][-1], flush=True)
    median = {
        name: {key: statistics.median(one[key] for one in found) for key in ("per_second", "p50_ms", "p99_ms")}
        for name, found in results.items()
    }
    # Of neighbours in time: other work on the machine then touches both alike.
    pairs = list(zip(results["ours"], results["hello"], strict=True))
    ratio = statistics.median(ours["per_second"] / hello["per_second"] for ours, hello in pairs)
    slower = statistics.median(ours["p99_ms"] / hello["p99_ms"] for ours, hello in pairs)
    print(f"medians: ours {median['ours']}, hello world {median['hello']}")
    print(f"ours to hello world, median of {len(pairs)} pairs: throughput {ratio:.2f}, p99 {slower:.2f}")
    return ratio


def memory(lines: Path, count: int, seconds: int) -> float:
    """Post at least `count` requests of many kinds. Gives the growth in MB after the first tenth."""
    with server(OURS) as (pid, url):
        sent, begun, sizes = 0.0, time.monotonic(), list[tuple[float, float]]()
        while sent < count and time.monotonic() - begun < MAX_MINUTES * 60:
            sent += load(url, lines, seconds)["requests"]
            sizes.append((sent, _megabytes(pid)))
            print(f"{sent:8.0f} requests, {sizes[-1][1]:.1f} MB", flush=True)
    first = next(size for number, size in sizes if number >= count / 10)
    print(f"memory after {sent:.0f} requests: {sizes[-1][1] - first:+.1f} MB since the first tenth")
    return sizes[-1][1] - first


def _megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS"))


def main() -> int:
    """Run both. Exit status 1 when a target is missed."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=3, help="how often each order is measured")
    options.add_argument("--seconds", type=int, default=5)
    options.add_argument("--count", type=int, default=100_000)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        one, many = Path(folder) / "launch", Path(folder) / "many"
        for path, text in zip((one, many), bodies(), strict=True):
            path.write_text(text, encoding="utf-8")
        ratio = compare(one, chosen.rounds, chosen.seconds)
        growth = memory(many, chosen.count, chosen.seconds)
    return int(ratio < WANTED_RATIO or growth > ALLOWED_GROWTH_MB)


if __name__ == "__main__":
    sys.exit(main())
