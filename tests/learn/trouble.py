"""How a command ends when it cannot go on."""

import difflib
from typing import Iterable, List, Optional


class Trouble(Exception):
    """Ends the command with a message for the user and an exit code."""

    def __init__(self, message: str, code: int = 1):
        super().__init__(message)
        self.code = code


def unknown(what: str, word: str, known: Iterable[str], told: Optional[Iterable[str]] = None) -> Trouble:
    """The trouble with a word that is not known, and the known one nearest to it, or else
    those that there are, or those of them that are to be `told`."""
    known = list(known)
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else "There are: " + ", ".join(told or known) + "."
    return Trouble(f"There is no {what} {word}. {hint}", code=2)


def no_more(words: List[str], command: str) -> None:
    """Refuses words that a command has no use for."""
    if words:
        raise Trouble(f"./learn {command} has no use for {' '.join(words)}.", code=2)
