"""The chapters, what there is to say of each, and which of them a word means."""

import re
from pathlib import Path
from typing import Dict, List, NamedTuple, Tuple

from learn.trouble import Trouble, unknown

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "chapters"


class Lines(NamedTuple):
    """What a chapter is about, and what to look at when its program runs."""

    about: str
    look: str


LINES: Dict[str, Lines] = {
    "01_state_machine": Lines(
        "a generator written by hand: a switch over a position",
        "each call runs from one yield to the next; at the end, what stands before an "
        "await runs twice, and then once",
    ),
    "02_generator": Lines(
        "the same generator, written by the compiler",
        "the conversation is chapter 01's, line by line; a local variable stays put when "
        "the generator moves",
    ),
    "03_delegation": Lines(
        "co_await is yield from",
        "send() reaches the innermost generator, its return value comes back, and an "
        "exception leaves by every caller",
    ),
    "04_async_sleep": Lines(
        "an event is a value that you yield",
        "whoever drives asleep(100) gets an event, twice, and no time passes",
    ),
    "05_naive_loop": Lines(
        "run(): a sorted list is an event loop",
        "five sleepers of 0.5 s end after 0.5 s, not after 2.5 s",
    ),
    "06_async_read": Lines(
        "let the kernel wait: select, and a read that does not hold the others up",
        "the listener waits from 0.50 until the speaker writes at 0.75; the sleeper beside "
        "them misses no step",
    ),
    "07_async_recv": Lines(
        "never block: sockets, connect and AsyncRecv",
        "a file and a download come between the steps of the sleeper, not instead of them",
    ),
    "08_one_event": Lines(
        "one event for all input and output, and an echo server",
        "the server and its clients take turns in one loop; ./learn run 08 --serve 8888 "
        "serves yours",
    ),
}


def names() -> List[str]:
    """Every chapter's NN_name, in order."""
    return sorted(path.name for path in FOLDER.glob("[0-9][0-9]_*") if path.is_dir())


def lines(name: str) -> Lines:
    """What there is to say of a chapter; of a new one, not much."""
    return LINES.get(name, Lines(name[3:].replace("_", " "), "what it prints"))


def find(word: str) -> str:
    """The chapter that 5, 05, naive_loop or 05_naive_loop means."""
    for name in names():
        number, title = name.split("_", 1)
        if word in (name, title) or (word.isdecimal() and int(word) == int(number)):
            return name
    known = [name if re.match(r"\d", word) else name[3:] for name in names()]
    raise unknown("chapter", word, known)


def chosen(words: List[str], command: str) -> Tuple[str, List[str]]:
    """The chapter that the first word means, and the words after it."""
    if not words:
        raise Trouble(f"Which chapter? For example: ./learn {command} 05", code=2)
    return find(words[0]), words[1:]
