"""Traces: where they come from, and how addresses in them become lines of code.

A trace is a list of steps, each complete in itself (book/tools/README.md names the
members); `program` and `origin`, the clock at its start, stand beside it.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple, Union

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(1, str(ROOT / "tests"))

from learn import virtual  # noqa: E402

Step = Dict[str, Any]

# The machinery of generators runs in every step; only its own chapter shows it.
MACHINERY = re.compile(r"chapters/(0[12]_\w+|03_\w+/(generator|frame)\.hpp)")


@dataclass
class Trace:
    """The steps of one run of a program."""

    program: str
    origin: float
    steps: List[Step]

    def lines(self) -> Iterator[str]:
        """The trace as JSON lines."""
        header = {"trace": 1, "program": self.program, "origin": self.origin}
        for each in [header, *self.steps]:
            yield json.dumps(each, ensure_ascii=False, separators=(",", ":"))

    def names(self) -> List[str]:
        """The coroutines, in the order in which they were made."""
        return [each["name"] for each in self.steps[-1]["coroutines"]] if self.steps else []


class NoTrace(Exception):
    """There is no trace to be had, and why."""


def load(path: Path) -> Trace:
    """Reads a trace from a file, and finds the lines of code if the program is there."""
    with open(path, encoding="utf-8", errors="replace") as file:
        try:
            header, *steps = [json.loads(line) for line in file]
        except ValueError as error:
            raise NoTrace(f"{path} is not a trace: {error}") from error
    if not isinstance(header, dict) or "trace" not in header:
        raise NoTrace(f"{path} is not a trace: its first line does not say so")
    program = Path(header["program"])
    if program.is_absolute():
        Code(program).resolve(steps)
    return Trace(program.name.replace("_trace", ""), header["origin"], steps)


def run(program: Path, words: List[str] = ()) -> Trace:
    """Runs a program that uses common::traced under virtual time."""
    if not program.exists():
        raise NoTrace(f"{program} is not there: build the target traces first")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trace.jsonl"
        environment = {**virtual.environment(), "ASYNC_TRACE": str(path)}
        done = virtual.run([program, *words], env=environment)
        if not path.exists() or path.stat().st_size == 0:
            raise NoTrace(f"{program.name} wrote no trace: it does not use common::traced")
        trace = load(path)
        sys.stderr.write(done.stderr)
        return trace


def of_chapter(name: str) -> Trace:
    """The trace of a chapter's program, or of another one in book/traces."""
    return run(virtual.program(f"{name}_trace"))


class Code:
    """What addr2line and nm know of a program."""

    def __init__(self, program: Path):
        self.program = program
        self.bodies = bodies_of(program)
        self.places: Dict[str, Place] = {}

    def resolve(self, steps: List[Step]) -> None:
        """Puts functions and lines of code in the place of addresses."""
        self.ask(sorted({address for step in steps for address in addresses_of(step)}))
        stands: Dict[str, Dict[str, str]] = {}  # of each coroutine: function -> line
        for step in steps:
            bodies = [each for each in self.shown(step["lines"]) if each.is_body]
            stands.setdefault(step["who"], {}).update({each.function: each.line for each in bodies})
            for coroutine in step["coroutines"]:
                at = stands.get(coroutine["name"], {})
                functions = [self.places[each].function for each in coroutine["frames"]]
                coroutine["frames"] = [{"function": f, "at": at.get(f)} for f in functions]
            for name in ("lines", "loop"):
                step[name] = list(dict.fromkeys(each.line for each in self.shown(step[name])))

    def ask(self, addresses: List[str]) -> None:
        """Asks addr2line for all of these addresses at once."""
        answers = output(["addr2line", "-f", "-C", "-e", self.program], "\n".join(addresses))
        answers = answers or ["??", "??:0"] * len(addresses)
        for address, function, line in zip(addresses, answers[::2], answers[1::2]):
            self.places[address] = Place(function, line, self.is_in_a_body(int(address, 16)))
        coroutines = {each.function for each in self.places.values() if each.is_body}
        for place in self.places.values():  # the call of a coroutine only makes its frame
            if place.function in coroutines and not place.is_body:
                place.line = ""

    def is_in_a_body(self, address: int) -> bool:
        """True for an address in the body of a coroutine."""
        before = bisect_right(self.bodies, (address, sys.maxsize)) - 1
        return before >= 0 and address < self.bodies[before][1]

    def shown(self, addresses: List[str]) -> List["Place"]:
        """Those of the places that somebody wants to see run."""
        places = [self.places[address] for address in addresses]
        return [each for each in places if each.line and not MACHINERY.match(each.line)]


def bodies_of(program: Path) -> List[Tuple[int, int]]:
    """From where to where the bodies of the coroutines lie, lowest first."""
    bodies = []
    for line in output(["nm", "-S", "--defined-only", program]):
        start, *size, _, name = line.split()
        if size and name.endswith((".actor", ".resume")):
            bodies.append((int(start, 16), int(start, 16) + int(size[0], 16)))
    return sorted(bodies)


def output(words: List[Union[str, Path]], text: str = "") -> List[str]:
    """The lines that a command prints; none if it is not there, or fails."""
    try:
        done = subprocess.run(words, input=text, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return done.stdout.splitlines()


class Place:
    """One address: the function and the line."""

    def __init__(self, function: str, line: str, is_body: bool):
        self.function = short_name(function)
        self.is_body = is_body
        line = "" if function.startswith(("std::", "__gnu", "??")) else relative(line)
        self.line = "" if self.is_noise(source_line(line)) else line

    def is_noise(self, text: str) -> bool:
        """True for a line on which the compiler only does what nobody wrote."""
        if text in ("", "}", "};") or text.endswith("= default;"):
            return True
        if re.match(r"(struct|class|template)\b.*[^;]$", text):
            return True
        statement = re.match(r"(\} ?)?(else|if|for|while|switch|do|try|catch)\b", text)
        return self.is_body and text.endswith("{") and not statement


def addresses_of(step: Step) -> Iterator[str]:
    """All addresses in a step."""
    yield from step["lines"]
    yield from step["loop"]
    for coroutine in step["coroutines"]:
        yield from coroutine["frames"]


def short_name(function: str) -> str:
    """ch05::sleepy for ch05::sleepy(std::string, int) [clone .actor]."""
    name, depth = "", 0
    function = re.sub(r" \[clone .*|\[abi:\w+\]", "", function)
    function = function.replace("operator()", "call").replace("(anonymous namespace)::", "")
    for letter in function:
        depth += letter in "(<"
        if depth == 0:
            name += letter
        depth -= letter in ")>"
    return re.sub(r" const$", "", name)


def relative(line: str) -> str:
    """The line with its path from the root of the project; nothing for what is not shown."""
    path, _, number = re.sub(r" \(discriminator \d+\)", "", line).rpartition(":")
    if not number.isdigit() or number == "0" or path.startswith("/usr/"):
        return ""
    name = os.path.relpath(path, ROOT)
    if name.startswith(".."):
        name = os.path.relpath(path)
    return "" if name.startswith(("common/", "tests/")) else f"{name}:{number}"


_SOURCES: Dict[str, List[str]] = {}


def source(name: str) -> List[str]:
    """The lines of a file of the project, or of the reader's."""
    if name not in _SOURCES:
        path: Optional[Path] = next(
            (each for each in (ROOT / name, Path(name)) if each.is_file()), None
        )
        text = path.read_text(encoding="utf-8", errors="replace") if path else ""
        _SOURCES[name] = text.split("\n")
    return _SOURCES[name]


def source_line(place: str) -> str:
    """The text of one line, without its indentation."""
    name, _, number = place.rpartition(":")
    lines = source(name) if name else []
    return lines[int(number) - 1].strip() if number and int(number) <= len(lines) else ""
