"""CPython's yield from: one step of a generator, at any depth of delegation."""

import itertools
import sys
import time
from typing import Dict, Iterator

DEPTHS = (0, 1, 10, 100, 1000)


def count() -> Iterator[int]:
    """The body that step.cpp drives, too."""
    i = 0
    while True:
        yield i
        i += 1


def delegate(inner: Iterator[int]) -> Iterator[int]:
    """Does all of another generator."""
    yield from inner


def step(depth: int, steps: int) -> float:
    """Nanoseconds that a step takes, by the time of this many."""
    generator = count()
    for _ in range(depth):
        generator = delegate(generator)
    next(generator)
    start = time.process_time_ns()
    for _ in itertools.islice(generator, steps):
        pass
    return (time.process_time_ns() - start) / steps


def measure(steps: int) -> Dict[int, float]:
    """A step at each depth; a deep one takes long, and is done less often."""
    sys.setrecursionlimit(10_000)  # each level of a step is a level of the interpreter's
    return {depth: step(depth, steps // (1 + depth // 4) or 1) for depth in DEPTHS}
