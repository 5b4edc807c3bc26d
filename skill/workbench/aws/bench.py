"""`make bench`: cold starts and warm turns of the package against a hello world, as Alexa would wait for them.

All run under the runtime emulator, one fresh container after the other in turn, so that a busy machine is busy for
all of them. What counts is the ratio of medians; the milliseconds are this machine's, not AWS Lambda's.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
from pathlib import Path
from typing import Any

from skill.workbench import ROOT
from skill.workbench.aws.build import package_for_here
from skill.workbench.aws.emulator import Emulator
from skill.workbench.aws.runtime import MissingError, find_python, run

YARDSTICKS = ROOT / "tests" / "bench"
BENCH = ROOT / "build" / "bench"
ON_A_SCREEN = json.loads((ROOT / "tests" / "events" / "launch.json").read_text(encoding="utf-8"))
WARM = 25
TIMES = 10
# Name -> (most of the cold start, most of a warm turn), both as a share of the hello world's.
TARGETS = {"Leg Check": (0.35, 1.3), f"Leg Check, {TIMES} x content": (0.35, 1.3)}
# As a share of what no SDK at all takes.
WANTED = 1.7
Json = dict[str, Any]
Started = tuple[Path, Json]  # a package, and the event that it is sent
Samples = dict[str, tuple[list[float], list[float]]]


def main() -> int:
    """Build the yardsticks, measure, print the table. Returns 1 when a target is missed or something is missing."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--starts", type=int, default=15, help="cold starts of each")
    try:
        samples = measure(yardsticks(), parser.parse_args().starts)
    except MissingError as error:
        print(error, file=sys.stderr)
        return 1
    return report(samples)


def yardsticks() -> dict[str, Started]:
    """Make what is compared: name -> package and what is sent, the hello world first.

    Raises MissingError without the Python of AWS Lambda: a package without compiled Python would only be slow.
    """
    python = find_python()
    if python is None:
        raise MissingError("the bench needs the Python of AWS Lambda, because only that compiles what it runs")
    ours = package_for_here()
    speaker = without_screen(ON_A_SCREEN)
    return {
        "hello world (plain sam build)": (_hello_world(python), speaker),
        "no SDK, one fixed answer": (YARDSTICKS / "bare", speaker),
        "Leg Check": (ours, speaker),
        f"Leg Check, {TIMES} x content": (_with_more_content(ours), speaker),
        "Leg Check, on a screen": (ours, ON_A_SCREEN),
    }


def without_screen(event: Json) -> Json:
    """Give the same request from a device that has none."""
    plain: Json = json.loads(json.dumps(event))
    plain["context"]["System"]["device"]["supportedInterfaces"] = {}
    return plain


def _hello_world(python: Path) -> Path:
    """Build it as everybody does; SAM wants the Python on the PATH."""
    environment = {"PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}", "SAM_CLI_TELEMETRY": "0"}
    template, built = YARDSTICKS / "hello_world" / "template.yaml", BENCH / "hello_world"
    sam: list[str | Path] = [ROOT / ".sam" / "bin" / "sam", "build", "--template", template, "--build-dir", built]
    run(sam, {**os.environ, **environment})
    return built / "HelloWorldFunction"


def _with_more_content(ours: Path) -> Path:
    """Copy the package with ten times the topics, reminders and sources in each locale, and ten times the locales.

    What is heard stays as it is: it is one for all locales of a language.
    """
    package = BENCH / "more_content"
    shutil.rmtree(package, ignore_errors=True)
    shutil.copytree(ours, package)
    for path in (package / "skill" / "content" / "built").glob("*.json"):
        if path.stem.endswith(".hearing"):
            continue
        content = json.loads(path.read_text(encoding="utf-8"))
        for section in ("topics", "reminders", "publishers"):
            more = {f"{key}_{n}": value for key, value in content[section].items() for n in range(1, TIMES)}
            content[section] |= more
        for n in range(1, TIMES):
            path.with_stem(f"{path.stem}-{n}").write_text(json.dumps(content), encoding="utf-8")
        path.write_text(json.dumps(content), encoding="utf-8")
    return package


def measure(packages: dict[str, Started], starts: int) -> Samples:
    """Take turns: a cold start of each, then again; in each container the median of its warm turns."""
    samples: Samples = {name: ([], []) for name in packages}
    for _ in range(starts):
        for name, (package, event) in packages.items():
            with Emulator(package) as emulator:
                answer, cold = emulator.timed(event)
                if "outputSpeech" not in answer.get("response", {}):
                    raise MissingError(f"{name} gave no spoken answer: {answer}")
                warm = statistics.median(emulator.timed(event)[1] for _ in range(WARM))
            samples[name][0].append(cold)
            samples[name][1].append(warm)
    return samples


def report(samples: Samples) -> int:
    """Print medians, spread and ratios to the first. Returns 1 when a target is missed."""
    first, floor, *_ = samples.values()
    print(f"{len(first[0])} cold starts each, in turn; {WARM} warm turns in each. Milliseconds: median (least-most).")
    missed = []
    for name, taken in samples.items():
        cold, warm = (statistics.median(mine) / statistics.median(its) for mine, its in zip(taken, first, strict=True))
        print(f"{name:30} cold {_spread(taken[0])} = {cold:4.2f}   warm {_spread(taken[1])} = {warm:4.2f}")
        if name in TARGETS and (cold > TARGETS[name][0] or warm > TARGETS[name][1]):
            missed.append(name)
    times = statistics.median(samples["Leg Check"][0]) / statistics.median(floor[0])
    print(f"Leg Check starts in {times:.2f} times what no SDK at all takes (wanted: {WANTED}).")
    print(f"Missed: {', '.join(missed)}" if missed else "Cold at most 0.35 and warm at most 1.3 of hello world: met.")
    return int(bool(missed))


def _spread(taken: list[float]) -> str:
    return f"{statistics.median(taken):6.1f} ({min(taken):5.1f}-{max(taken):5.1f})"


if __name__ == "__main__":
    sys.exit(main())
