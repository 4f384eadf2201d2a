"""Where C++ differs from CPython on purpose: which lines, and why."""

from typing import NamedTuple, Tuple


class Difference(NamedTuple):
    """A reason, the lines that Python prints, and those that C++ prints instead."""

    reason: str
    python: Tuple[str, ...]
    cpp: Tuple[str, ...]


# What an "error:" line may begin with: a word of its own where the types differ.
ERRORS = {
    "logic": "std::logic_error is TypeError, ValueError and RuntimeError in Python",
    "system": "std::system_error is OSError in Python; both hold the same errno",
}

# By pair, in the order in which the lines are printed.
DIFFERENCES = {
    "39_result_twice": [
        Difference(
            "result() gives its value away, and None could be a value too",
            ("the end with None",),
            ("error: logic",),
        )
    ],
    "40_close_refused": [
        Difference(
            "close() destroys the frame: destructors run, and no handler",
            ("close is caught",),
            (),
        ),
        Difference(
            "no handler runs, so none can yield; Python has to tell of it",
            ("close is refused", "error: logic", "GEN_SUSPENDED"),
            (),
        ),
        Difference(
            "after close() a generator is closed; in Python this one goes on",
            (),
            ("GEN_CLOSED",),
        ),
    ],
    "41_await_ended": [
        Difference(
            "what Python refuses to coroutines alone, C++ refuses to every generator",
            ("a generator gives None", "the end"),
            ("error: logic",),
        ),
        Difference(
            "the same goes for a generator that was closed",
            ("a generator gives None", "the end"),
            ("error: logic",),
        ),
    ],
    "42_awaited_already": [
        Difference(
            "another driver would take a value from the one that awaits",
            ("counts 2",),
            ("error: logic",),
        ),
        Difference(
            "so would another that awaits; Python refuses that to coroutines alone",
            ("counts 3", "the first counts 4"),
            ("error: logic", "the first counts 2"),
        ),
        Difference(
            "whoever awaits it would go on as if it had ended",
            ("the first goes on",),
            ("error: logic", "the first counts 3"),
        ),
    ],
}
