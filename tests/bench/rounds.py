"""One round: every benchmark once in C++, and CPython's side of it right after."""

import json
import subprocess
import sys
from typing import Any, Dict, NamedTuple

from bench import yield_from
from learn.virtual import program


class Effort(NamedTuple):
    """How much is done in a round."""

    seconds: float  # for each benchmark in C++
    steps: int  # of CPython's generator


FULL = Effort(seconds=0.05, steps=200_000)
QUICK = Effort(seconds=0.0001, steps=200)


class Round(NamedTuple):
    """What was measured, by the benchmarks' names: in C++ all of what Google Benchmark
    reports, of CPython the nanoseconds."""

    compiler: str
    cpp: Dict[str, Dict[str, Any]]
    cpython: Dict[str, float]


def run(effort: Effort) -> Round:
    """A round, or the end of the program if a benchmark fails."""
    bench = program("bench")
    if not bench.exists():
        sys.exit(f"{bench} is not there; ./learn bench builds it")
    words = [str(bench), "--benchmark_format=json", f"--benchmark_min_time={effort.seconds}"]
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{done.stderr}{' '.join(words)} ended with {done.returncode}")
    report = json.loads(done.stdout)
    for each in report["benchmarks"]:
        if each.get("error_occurred"):
            sys.exit(f"{each['name']}: {each['error_message']}")
    return Round(
        compiler=report["context"]["compiler"],
        cpp={each["name"]: each for each in report["benchmarks"]},
        cpython={f"step/03/{depth}": ns for depth, ns in yield_from.measure(effort.steps).items()},
    )
