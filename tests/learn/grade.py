"""Builds an answer with an exercise's test and runs each case in a process of its own."""

import hashlib
import os
import re
import shutil
import signal
import subprocess
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Callable, List, NamedTuple, Optional

from learn.build import BUILD
from learn.chapters import ROOT
from learn.exercises import Exercise
from learn.trouble import Trouble

FOLDER = (BUILD / "exercises").relative_to(ROOT)  # as the compiler, run in the root, sees it
PATIENCE = 4  # seconds for a case before it counts as hanging, while a reader waits
WARNINGS = ["-std=c++20", "-Wall", "-Wextra", "-pthread", "-I.", "-Ichapters",
            "-D_GLIBCXX_ASSERTIONS"]
# What a learner's check leaves out of UBSan costs a third of the time to compile, and
# the address sanitizer sees most of it too. What we would write is checked with all.
QUICK = ["-O0", "-g1", "-fsanitize=address,undefined", "-fno-sanitize=null,alignment,vptr",
         "-fno-sanitize-recover=all"]
THOROUGH = ["-O0", "-g1", "-fsanitize=address,undefined", "-fno-sanitize-recover=all"]
ENVIRONMENT = {"ASAN_OPTIONS": "detect_stack_use_after_return=1:color=never:exitcode=99",
               "UBSAN_OPTIONS": "print_stacktrace=0"}
DONE = "what was done:  "
SHARED = ("doctest_main", "virtual_time")  # of common/, linked to every answer
COMMON = """#include <doctest/doctest.h>
#include <algorithm>
#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <iostream>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>
"""


class Case(NamedTuple):
    """What one test case said of an answer."""

    name: str
    verdict: str  # passed, failed, unwritten, crashed or hung
    story: str = ""


class Built(NamedTuple):
    """What the compiler made of an answer: a program, or only a message."""

    program: Path
    message: str  # what the compiler said, warnings too
    ok: bool


def stamp(exercise: Exercise, answer: Path) -> str:
    """Stands for the texts of an answer, of its test and of what is to be predicted."""
    paths = [answer, exercise.folder / "test.cpp", exercise.program]
    texts = b"".join(path.read_bytes() for path in paths if path.exists())
    return hashlib.sha256(texts).hexdigest()


def run(words: List[str], **options) -> subprocess.CompletedProcess:
    """Runs a command in the project's root and gives what it printed."""
    return subprocess.run(words, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", check=False, **options)


class Grader:
    """Compiles with one compiler and one set of flags; what all answers share, once."""

    def __init__(self, flags: List[str], compiler: str = "") -> None:
        self.compiler = compiler or os.environ.get("CXX") or shutil.which("g++") or "c++"
        self.flags = [*WARNINGS, *flags]
        key = hashlib.sha256(" ".join([self.compiler, *self.flags]).encode()).hexdigest()
        self.folder = FOLDER / key[:12]

    def prepare(self) -> None:
        """Compiles doctest's main and virtual time, and the headers that all tests use."""
        (ROOT / self.folder).mkdir(parents=True, exist_ok=True)
        header = self.folder / "common.hpp"
        if not (ROOT / header).exists():
            self.put(header, lambda made: made.write_text(COMMON))
        jobs = [(header, Path(f"{header}.gch"), ["-x", "c++-header"])]
        for name in SHARED:
            jobs.append((Path("common", f"{name}.cpp"), self.folder / f"{name}.o", ["-c"]))
        is_old = lambda job: (not (ROOT / job[1]).exists() or
                              (ROOT / job[1]).stat().st_mtime < (ROOT / job[0]).stat().st_mtime)
        jobs = list(filter(is_old, jobs))
        if jobs:
            print("Building once what all exercises share.", flush=True)
        for source, target, how in jobs:
            self.put(target, lambda made: self.compile(source, made, how))

    def put(self, target: Path, make: Callable[[Path], object]) -> None:
        """Makes a file under another name, so that whoever runs beside this sees it whole."""
        made = ROOT / f"{target}.{os.getpid()}"
        make(made)
        os.replace(made, ROOT / target)

    def compile(self, source: Path, target: Path, how: List[str]) -> None:
        """Compiles what all answers share; it must compile."""
        done = run([self.compiler, *self.flags, *how, str(source), "-o", str(target)])
        if done.returncode != 0:
            raise Trouble(f"{source.name} does not compile:\n{done.stdout}")

    def program(self, exercise: Exercise, answer: Path) -> Path:
        """What an answer is compiled to, as the compiler sees it."""
        return self.folder / f"{exercise.number}_{answer.stem}"

    def command(self, exercise: Exercise, answer: Path) -> List[str]:
        """What compiles and links an answer."""
        header = self.folder / "common.hpp"
        clang = "clang" in Path(self.compiler).name
        include = ["-include-pch", f"{header}.gch"] if clang else ["-include", str(header)]
        objects = [str(self.folder / f"{name}.o") for name in SHARED]
        test = exercise.folder.relative_to(ROOT) / "test.cpp"
        return [self.compiler, *self.flags, *include, f'-DEXERCISE="{answer.relative_to(ROOT)}"',
                str(test), *objects, "-ldl", "-o", str(self.program(exercise, answer))]

    def build(self, exercise: Exercise, answer: Path) -> Built:
        """Compiles an answer with its test."""
        self.prepare()
        program = ROOT / self.program(exercise, answer)
        program.unlink(missing_ok=True)
        done = run(self.command(exercise, answer))
        return Built(program, done.stdout, done.returncode == 0)


def case_names(program: Path) -> List[str]:
    """The names of a program's cases, in the order of the file."""
    words = [str(program), "--list-test-cases", "--no-version", "--no-intro", "--order-by=file"]
    lines = run(words, env={**os.environ, **ENVIRONMENT}).stdout.splitlines()
    return [line for line in lines if line and not line.startswith(("[doctest]", "==="))]


def run_case(program: Path, name: str, patience: float = PATIENCE) -> Case:
    """Runs one case alone, so that a crash or a hang is its own."""
    escaped = re.sub(r"([\\,])", r"\\\1", name)
    words = [str(program), f"--test-case={escaped}", "--reporters=xml", "--no-intro"]
    process = subprocess.Popen(words, cwd=ROOT, env={**os.environ, **ENVIRONMENT}, text=True,
                               errors="replace", stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, start_new_session=True)
    try:
        printed, said = process.communicate(timeout=patience)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return Case(name, "hung", f"After {patience} s it had not come to an end.")
    report = parse(printed)
    if process.returncode not in (0, 1) or report is None:
        return Case(name, "crashed", crash(process.returncode, said))
    if process.returncode == 0:
        return Case(name, "passed")
    return failure(name, report)


def parse(printed: str) -> Optional[xml.Element]:
    """doctest's report, which may stand behind what the answer printed."""
    start = printed.find("<?xml")
    try:
        return xml.fromstring(printed[start:]) if start >= 0 else None
    except xml.ParseError:
        return None


def failure(name: str, report: xml.Element) -> Case:
    """The story of a case that failed: what was done, what was expected, what came."""
    cases = [case for case in report.iter("TestCase") if case.get("skipped") != "true"]
    for error in (error for case in cases for error in case.iter("Exception")):
        text = (error.text or "").strip().strip('"')
        if error.get("crash") == "true":
            return Case(name, "crashed", f"{text} (a stack that is full ends so, too)")
        unwritten = text.startswith("unwritten: ")
        if unwritten:
            return Case(name, "unwritten", text[len("unwritten: "):])
        return Case(name, "failed", f"An exception came that was not expected: {text}")
    for check in (check for case in cases for check in case.iter("Expression")):
        if check.get("success") == "true":
            continue
        done = [(info.text or "").strip() for info in check.iter("Info")]
        text = lambda tag: " ".join((check.findtext(tag) or "").split())
        wanted, came = text("Original"), text("Expanded") or text("Exception")
        unwritten = re.search(r"\bunwritten: (.*?)(?: == |$)", came)  # a test had caught it
        if unwritten:
            return Case(name, "unwritten", unwritten.group(1))
        if f" {came} ".count(" == ") == 1:  # what was to come is in the line above
            came = came.partition("==")[0].strip() or "(nothing)"
        lines = [DONE + line for line in done]
        if "compared(" not in wanted:  # which says itself what was expected, of a prediction
            lines.append(f"expected:       {wanted}")
        lines += [f"what came:      {came}"]
        lines += [f"where:          test.cpp, line {check.get('line')}"]
        return Case(name, "failed", "\n".join(lines))
    messages = [(text.text or "").strip() for case in cases for text in case.iter("Text")]
    return Case(name, "failed", "\n".join(messages) or "The case failed.")


def with_action(exercise: Exercise, case: Case) -> Case:
    """The same case, with what was done: if it did not get as far as to say so, then as
    the test does."""
    if case.verdict == "passed" or DONE in case.story:
        return case
    text = (exercise.folder / "test.cpp").read_text(encoding="utf-8")
    own = text.partition(f'"{case.name}"')[2].partition("TEST_CASE(")[0]
    said = re.search(r'INFO\(((?:\s*"(?:[^"\\]|\\.)*")+)\)', own)
    if not said:
        return case
    action = "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', said.group(1)))
    return case._replace(story=f"{DONE}{action}\n{case.story}")


def crash(code: int, said: str) -> str:
    """What ended a process, in a line or two: the sanitizer's word, or the signal."""
    found = re.search(r"(?:ERROR: \w+Sanitizer: |runtime error: )(.*)", said)
    if found:
        place = re.search(r"(?:mine|starter|solution|wrong/\w+)\.hpp:\d+", said)
        reason = found.group(1).split(" on address")[0].strip()
        return f"{reason}{f', at {place.group(0)}' if place else ''}"
    if code < 0:
        return f"It was ended by {signal.Signals(-code).name}. {said.strip()[-200:]}".strip()
    return f"It ended with code {code}. {said.strip()[-300:]}".strip()


def cases(program: Path, patience: float) -> List[Case]:
    """What every case said."""
    return [run_case(program, name, patience) for name in case_names(program)]
