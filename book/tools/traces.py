"""Traces: where they come from, and how addresses in them become lines of code.

A trace is a list of steps, each complete in itself (book/tools/README.md names the
members); `program` and `origin`, the clock at its start, stand beside it.
"""

import json
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Dict, Iterator, List, Sequence

from code_of import ROOT, Code

sys.path.insert(1, str(ROOT / "tests"))

from learn import virtual  # noqa: E402

Step = Dict[str, Any]


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
        """The coroutines, in the order in which they first ran."""
        ran = [step["who"] for step in self.steps if step["kind"] == "coroutine"]
        made = [each["name"] for step in self.steps[-1:] for each in step["coroutines"]]
        return list(dict.fromkeys(ran + made))


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
        if program.exists() and program.stat().st_mtime > path.stat().st_mtime:
            raise NoTrace(f"{program} is younger than its trace {path}: run it again")
        resolve(steps, program)
    return Trace(program.name.replace("_trace", ""), header["origin"], steps)


def run(program: Path, words: Sequence[str] = (), real: bool = False) -> Trace:
    """Runs a program that uses common::traced, under virtual time unless it is to be real."""
    if not program.exists():
        raise NoTrace(f"{program} is not there: build the target traces first")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trace.jsonl"
        environment = {**(os.environ if real else virtual.environment()), "ASYNC_TRACE": str(path)}
        done = virtual.run([program, *words], timeout=600 if real else 50, env=environment)
        sys.stderr.write(done.stderr)
        if done.returncode:
            sys.stderr.write(f"{program.name} ended with {done.returncode}\n")
        if not path.exists() or path.stat().st_size == 0:
            raise NoTrace(f"{program.name} wrote no trace: is common/trace linked into it?")
        return load(path)


def of_chapter(name: str) -> Trace:
    """The trace of a chapter's program, or of another one in book/traces."""
    return run(virtual.program(f"{name}_trace"))


def resolve(steps: List[Step], program: Path) -> None:
    """Puts functions and lines of code in the place of addresses."""
    code = Code(program)
    stands: Dict[str, Dict[str, str]] = {}  # of each coroutine: function -> line
    for step in steps:
        at = stands.setdefault(step["who"], {})
        for address in addresses(step["lines"]):
            function = code.function_at(address)
            if function.is_body:
                at.update({function.name: line for line in code.lines_at(address)})
        for coroutine in step["coroutines"]:
            at = stands.get(coroutine["name"], {})
            functions = [code.function_at(each).name for each in addresses(coroutine["frames"])]
            coroutine["frames"] = [{"function": name, "at": at.get(name)} for name in functions]
        for kind in ("lines", "loop"):
            ran = [line for each in addresses(step[kind]) for line in code.lines_at(each)]
            step[kind] = list(dict.fromkeys(reversed(ran)))[::-1]


def addresses(texts: List[str]) -> List[int]:
    """The addresses as numbers."""
    return [int(each, 16) for each in texts]
