"""The register of commands."""

from dataclasses import dataclass
from typing import Callable, Dict, List, Sequence

PARTS = ("first", "chapters", "exercises", "book", "tools")  # the order of help


@dataclass(frozen=True)
class Command:
    """One word after ./learn."""

    name: str
    usage: str
    summary: str
    part: str
    function: Callable[[List[str]], int]
    needs: Sequence[str]
    wants: Sequence[str]

    def line(self) -> str:
        """How the command is typed."""
        return " ".join(filter(None, ("./learn", self.name, self.usage)))


commands: Dict[str, Command] = {}


def command(
    name: str,
    usage: str,
    summary: str,
    part: str = "chapters",
    needs: Sequence[str] = (),
    wants: Sequence[str] = (),
):
    """Puts the decorated function into the register, under its name."""
    assert part in PARTS, part

    def add(function: Callable[[List[str]], int]) -> Callable[[List[str]], int]:
        commands[name] = Command(name, usage, summary, part, function, needs, wants)
        return function

    return add
