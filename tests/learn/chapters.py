"""The chapters, and which of them a word means."""

import re
from pathlib import Path
from typing import List, Tuple

from learn.trouble import Trouble, unknown

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "chapters"


def names() -> List[str]:
    """Every chapter's NN_name, in order."""
    return sorted(path.name for path in FOLDER.glob("[0-9][0-9]_*") if path.is_dir())


def find(word: str) -> str:
    """The chapter that 5, 05, naive_loop or 05_naive_loop means."""
    for name in names():
        number, title = name.split("_", 1)
        if word in (name, title) or (word.isdigit() and int(word) == int(number)):
            return name
    known = [name if re.match(r"\d", word) else name[3:] for name in names()]
    raise unknown("chapter", word, known)


def chosen(words: List[str], command: str) -> Tuple[str, List[str]]:
    """The chapter that the first word means, and the words after it."""
    if not words:
        raise Trouble(f"Which chapter? For example: ./learn {command} 05", code=2)
    return find(words[0]), words[1:]
