"""What all rounds together say: a row a benchmark, and how far the goals are."""

from statistics import median
from typing import Dict, List, NamedTuple, Optional

from bench.rounds import Round


class Row(NamedTuple):
    """A benchmark. `ratio` is to the first one of its group: of the steps, of the awaits,
    or of the same loop."""

    name: str
    ns: float
    lowest_ns: float
    highest_ns: float
    ratio: float
    cpython_ns: Optional[float]
    cpython_ratio: Optional[float]
    frame_bytes: Optional[int]
    allocations: Optional[int]


class Goal(NamedTuple):
    """How many times as long as another one a benchmark may take."""

    what: str
    name: str
    to: str
    at_most: float


class Reached(NamedTuple):
    """A goal, and how many times as long it is."""

    goal: Goal
    ratio: float


GOALS = (
    Goal("Depth 1,000 to depth 0", "step/03/1000", "step/03/0", 1.3),
    Goal("Depth 0 to the bare handle", "step/03/0", "step/bare", 2),
    Goal("Depth 0 to the machine of 01", "step/03/0", "step/01", 1.3),
)


def ns(each: Round, name: str) -> float:
    """The time of a benchmark in one round."""
    return each.cpp[name]["cpu_time"]


def ratio(rounds: List[Round], name: str, to: str) -> float:
    """How many times as long as the other a benchmark takes, in the same round."""
    return median(ns(each, name) / ns(each, to) for each in rounds)


def group_of(name: str) -> str:
    """The group that a benchmark is compared in."""
    return name.rsplit("/", 1)[0] if name.startswith("run/") else name.split("/")[0]


def whole(number: Optional[float]) -> Optional[int]:
    """A count, which is the same in every iteration."""
    return None if number is None else round(number)


def rows_of(rounds: List[Round]) -> List[Row]:
    """A row for each benchmark, in their order."""
    rows: List[Row] = []
    first: Dict[str, str] = {}
    for name, report in rounds[0].cpp.items():
        times = [ns(each, name) for each in rounds]
        cpython = [each.cpython[name] for each in rounds if name in each.cpython]
        rows.append(Row(
            name=name,
            ns=median(times),
            lowest_ns=min(times),
            highest_ns=max(times),
            ratio=ratio(rounds, name, first.setdefault(group_of(name), name)),
            cpython_ns=median(cpython) if cpython else None,
            cpython_ratio=median(c / t for c, t in zip(cpython, times)) if cpython else None,
            frame_bytes=whole(report.get("bytes")),
            allocations=whole(report.get("allocations")),
        ))
    return rows


def reached(rounds: List[Round]) -> List[Reached]:
    """How far the goals are."""
    return [Reached(goal, ratio(rounds, goal.name, goal.to)) for goal in GOALS]
