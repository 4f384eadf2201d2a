"""What the check finds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass
class Fix:
    """The lines `first` to `last` of a file, counted from 1, and what is to stand there instead."""

    first: int
    last: int
    lines: list[str]


@dataclass
class Problem:
    """One place that is not true any more, and how to mend it if a machine can tell."""

    path: Path
    line: int
    message: str
    fix: Fix | None = None
