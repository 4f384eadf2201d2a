"""Where the tools of the trace are, and the traces of all programs, each made once."""

import sys
from functools import lru_cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "book/tools"))

import traces  # noqa: E402

NAMES = sorted(path.stem for path in (ROOT / "book/traces").glob("[0-9][0-9]_*.cpp"))

traced = lru_cache(maxsize=None)(traces.of_chapter)


def step_where(name, test):
    """The first step of a program for which the test holds."""
    return next(step for step in traced(name).steps if test(step))
