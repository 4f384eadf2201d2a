"""Run a Python program and its C++ twin, and compare what they print.

usage: python3 compare.py NAME
"""

import difflib
import pathlib
import subprocess
import sys
from typing import List, Sequence, Tuple, Union

from differences import DIFFERENCES, ERRORS, Difference
from learn import virtual

Lines = Tuple[str, ...]

TIMEOUT = 25  # real seconds; a program of a pair takes a few hundredths of one


class Failure(Exception):
    """A pair that does not agree, or that could not be asked."""


def printed(*command: Union[str, pathlib.Path]) -> List[str]:
    """Return the lines that a program prints; it must print some, and no complaint."""
    name = pathlib.Path(command[-1]).name
    try:
        done = virtual.run(list(command), timeout=TIMEOUT)
    except subprocess.TimeoutExpired:
        raise Failure(f"{name} did not end within {TIMEOUT} s") from None
    if done.returncode != 0 or done.stderr:
        said = done.stdout + done.stderr
        raise Failure(f"{name} ended with {done.returncode}, and said:\n{said}")
    if not done.stdout.strip():
        raise Failure(f"{name} printed nothing")
    return done.stdout.splitlines()


def changes(python: List[str], cpp: List[str]) -> List[Tuple[Lines, Lines]]:
    """Return what differs: pairs of lines that are there and lines instead."""
    matcher = difflib.SequenceMatcher(None, python, cpp, autojunk=False)
    return [
        (tuple(python[i1:i2]), tuple(cpp[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def check(
    python: List[str], cpp: List[str], differences: Sequence[Difference] = ()
) -> None:
    """Raise a Failure unless the lines differ just where they should."""
    for line in python + cpp:
        if line.startswith("error: ") and line.split()[1].rstrip(":") not in ERRORS:
            raise Failure(f"differences.py does not explain the line: {line}")
    if changes(python, cpp) == [(each.python, each.cpp) for each in differences]:
        return
    report = list(difflib.unified_diff(python, cpp, "Python", "C++", lineterm=""))
    for each in differences:
        report += ["", f"on purpose, {each.reason}:"]
        report += [f"-{line}" for line in each.python]
        report += [f"+{line}" for line in each.cpp]
    raise Failure("\n".join(report))


def main(name: str) -> int:
    """Compare the pair of this name; return the exit code."""
    program = pathlib.Path(__file__).with_name(name + ".py")
    differences = DIFFERENCES.get(name, ())
    try:
        python = printed(sys.executable, "-B", "-W", "error", program)
        cpp = printed(virtual.program(f"parity/{name}"))
        check(python, cpp, differences)
    except Failure as failure:
        print(f"{name}: {failure}", file=sys.stderr)
        return 1
    print(f"{name}: {len(python)} lines of Python, {len(cpp)} lines of C++")
    for each in differences:
        print(f"on purpose, {each.reason}")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
