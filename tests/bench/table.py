"""Rows and goals as text."""

from typing import List, Optional

from bench.rows import Reached, Row

# What the benchmarks are called; {} is the number that a name ends with.
TITLES = {
    "step/bare": "one step of a bare coroutine_handle",
    "step/01": "one step of the machine of 01",
    "step/02": "one step of the generator of 02",
    "step/03/{}": "one step of the generator of 03 at depth {}",
    "await/coroutine": "a coroutine awaited to its end",
    "await/event": "an event awaited",
    "await/both": "a coroutine awaited that awaits an event",
    "run/05/{}": "one step of run() of 05, sleepers: {}",
    "run/06/{}": "one step of run() of 06, idle descriptors: {}",
}
HEAD = ["", "time", "to the first", "CPython", "to C++", "frames", "allocations"]


def title(name: str) -> str:
    """What a benchmark is called in the table."""
    if name in TITLES:
        return TITLES[name]
    kind, number = name.rsplit("/", 1)
    return TITLES[kind + "/{}"].format(f"{int(number):,}")


def digits(number: float) -> str:
    """A number with the digits that mean something: 1.65, 12.1, 3,100."""
    return f"{number:,.{2 if number < 10 else 1 if number < 100 else 0}f}"


def time(ns: Optional[float]) -> str:
    """A time in ns, or in µs if it is long."""
    if ns is None:
        return "–"
    return f"{digits(ns)} ns" if ns < 10_000 else f"{digits(ns / 1000)} µs"


def times(number: Optional[float]) -> str:
    """A ratio."""
    return "–" if number is None else f"{digits(number)}×"


def count(number: Optional[int], unit: str = "") -> str:
    """A count."""
    return "–" if number is None else f"{number:,}{unit}"


def cells(row: Row) -> List[str]:
    """A row of the table."""
    return [
        title(row.name),
        time(row.ns),
        times(row.ratio),
        time(row.cpython_ns),
        times(row.cpython_ratio),
        count(row.frame_bytes, " B"),
        count(row.allocations),
    ]


def table(rows: List[Row]) -> str:
    """The rows as a Markdown table: the names to the left, the numbers to the right."""
    lines = [HEAD, *map(cells, rows)]
    first, *rest = [max(map(len, column)) for column in zip(*lines)]
    lines.insert(1, ["-" * first, *("-" * (width - 1) + ":" for width in rest)])
    return "\n".join(
        "| " + " | ".join([name.ljust(first), *map(str.rjust, numbers, rest)]) + " |"
        for name, *numbers in lines
    )


def goals(reached: List[Reached]) -> str:
    """How far each goal is."""
    return "\n".join(
        f"{goal.what}: {times(ratio)} (goal: {goal.at_most:g}× at most"
        f"{'' if ratio <= goal.at_most else ', missed'})"
        for goal, ratio in reached
    )
