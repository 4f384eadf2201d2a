"""The register of cases: each is a function whose docstring is the test's name."""

import shutil
from typing import Callable, Dict

cases: Dict[str, Callable[[], None]] = {}


class Skip(Exception):
    """The reason why a case cannot run here."""


def case(function: Callable[[], None]) -> Callable[[], None]:
    """Puts the decorated function into the register."""
    cases["08_one_event: " + (function.__doc__ or "").rstrip(".")] = function
    return function


def need(tool: str) -> None:
    """Skips the case if the program is not here."""
    if not shutil.which(tool):
        raise Skip(f"{tool} is not installed")
