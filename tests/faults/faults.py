"""faults.py [TEST]: lets a system call of a program fail in every way, or lists the tests.

Each run must do what it does undisturbed, or end with one clear line and exit code 1. It
must not hang or crash, and must close what it has opened: a descriptor belongs to an
object in a coroutine's frame, so that a frame which leaks is a descriptor which stays.
"""

import itertools
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from typing import List, Tuple

import strace
from learn import virtual
from strace import Call, Run
from talk import talk
from targets import ERRORS, NAMES, TARGETS, Target

SKIPPED = 77
CLEAR = re.compile(r"(\w+: [A-Z][a-z ]+|no echo of \w+)\n")


class Failure(Exception):
    """A run that did what it must not do."""


def attempt(target: Target, inject: str = "") -> Run:
    """Runs the target's program once: in virtual time, but for a server, whom we visit."""
    words = [str(virtual.program(target.program))]
    if target.serve:
        return strace.run([*words, "--serve", "0"], dict(os.environ), inject, talk)
    return strace.run(words, virtual.environment(), inject)


def own(target: Target, calls: List[Call]) -> List[Call]:
    """Those of the calls that the test is about."""
    names = NAMES[target.call]
    return [call for call in calls if call.name in names and target.where in call.text]


def answer(run: Run) -> List[str]:
    """What was printed, without times; a fault may move the background past the others."""
    lines = [re.sub(r" at [\d.]+$", "", line) for line in run.stdout.splitlines()]
    return sorted(lines, key=lambda line: line.startswith("background"))


def verdict(target: Target, error: str, run: Run, undisturbed: Run) -> str:
    """How the run ended; a Failure if it should not have."""
    if run.hung:
        raise Failure(f"it hung for {strace.TIMEOUT} s")
    if own(target, run.injected) != run.injected or not run.injected:
        raise Failure(f"void: the fault came to {run.injected}")
    if run.left_open():
        raise Failure(f"it left open what these gave: {run.left_open()}")
    if run.code == 0:
        pairs = list(zip(answer(undisturbed), answer(run)))
        wrong = [is_ for was, is_ in pairs if was != is_]
        cut = [line for line in wrong if line.endswith(": cut off")]
        most = 0 if error in target.passes else len(run.injected)
        if run.stderr or len(answer(run)) != len(pairs) or wrong != cut or len(cut) > most:
            raise Failure(f"exit code 0, but it said {run.stdout}{run.stderr}")
        return f"right, {len(cut)} of the clients cut off" if cut else "right"
    if run.code != 1 or not CLEAR.fullmatch(run.stderr) or error in target.passes:
        raise Failure(f"exit code {run.code}, and it said {run.stderr}")
    return run.stderr.strip()


def check(target: Target) -> None:
    """Lets the target's first three calls fail, one at a time and all in a row."""
    undisturbed = attempt(target)
    found = own(target, undisturbed.calls)[:3]
    if not found or undisturbed.code or undisturbed.stderr or undisturbed.left_open():
        raise Failure(f"not even undisturbed is it right: {undisturbed}")
    name, first = found[0].name, found[0].number
    places = [str(call.number) for call in found] + [f"{first}..{first + 2}"]

    def one(fault: Tuple[str, str]) -> str:
        error, place = fault
        inject = f"{name}:error={error}:when={place}"
        try:
            return f"{inject}: {verdict(target, error, attempt(target, inject), undisturbed)}"
        except Failure as failure:
            raise Failure(f"{inject}: {failure}") from None

    with ThreadPoolExecutor(max_workers=4) as some:
        for line in some.map(one, itertools.product(ERRORS, places)):
            print(line)


def main(sentences: List[str]) -> int:
    """Runs the tests of these names, or prints the names; gives the exit code."""
    if not sentences:
        print("\n".join(target.sentence for target in TARGETS))
        return 0
    trouble = strace.trouble()
    if trouble:
        print(f"skipped: {trouble}")
        return SKIPPED
    try:
        for sentence in sentences:
            check(next(target for target in TARGETS if target.sentence == sentence))
    except Failure as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
