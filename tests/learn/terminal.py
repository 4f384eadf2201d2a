"""Colour, and only where there is a terminal that wants it."""

import os
import sys

CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def is_terminal() -> bool:
    """True if somebody watches what is printed."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def has_colour() -> bool:
    """True if colour is welcome (https://no-color.org)."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def paint(text: str, colour: str) -> str:
    """The text in this colour, or as it is."""
    return f"\033[{CODES[colour]}m{text}\033[0m" if has_colour() else text
