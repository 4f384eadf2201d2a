"""Runs a program under strace, which can make its system calls fail, and reads what it saw."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Callable, Dict, List, Tuple

TIMEOUT = 20  # real seconds; a run takes some hundredths of one, a retry of accept one

# What gives a descriptor, what takes it back, and what else can fail. Not every kind of
# processor has all of them: a question mark makes strace pass over those that are not there.
OPEN = "open openat socket accept accept4 pipe pipe2 signalfd signalfd4".split()
TRACED = [*OPEN, *"close select pselect6 read recv recvfrom send sendto connect".split()]

LINE = re.compile(r"(\d+) +(?:(\w+)\((.*)|<\.\.\. (\w+) resumed>(.*))")


@dataclass
class Call:
    """A system call: which one of its name it was in its thread, and strace's line."""

    thread: str
    name: str
    number: int
    text: str

    @property
    def injected(self) -> bool:
        """Whether strace has let it fail."""
        return self.text.endswith("(INJECTED)")

    @property
    def result(self) -> str:
        """What the kernel answered."""
        return self.text.rpartition(" = ")[2]


@dataclass
class Run:
    """How a program ended (by itself, or because it hung), and all that it did before."""

    code: int
    hung: bool
    stdout: str
    stderr: str
    calls: List[Call]

    @property
    def injected(self) -> List[Call]:
        """The calls that strace has let fail."""
        return [call for call in self.calls if call.injected]

    def left_open(self) -> List[str]:
        """The calls that opened a descriptor which was never closed."""
        opened: Dict[str, str] = {}
        for call in self.calls:
            if call.name == "close":
                opened.pop(call.text.partition("<")[0], None)
            elif call.name in OPEN and not call.result.startswith("-1"):
                given = call.text if call.name.startswith("pipe") else call.result
                for descriptor in re.findall(r"(\d+)<", given):
                    opened[descriptor] = f"{call.name}({call.text}"
        return list(opened.values())


def trouble() -> str:
    """Why strace cannot be used here; nothing if it can."""
    if not shutil.which("strace"):
        return "strace is not installed"
    command = ["strace", "-f", "-o", os.devnull, "true"]
    tried = subprocess.run(command, stderr=subprocess.PIPE, encoding="utf-8")
    return f"strace may not trace: {tried.stderr.strip()}" if tried.returncode else ""


def read(trace: str) -> List[Call]:
    """The system calls of a trace, in the order in which they began."""
    calls: List[Call] = []
    unfinished: Dict[str, Call] = {}
    numbers: Dict[Tuple[str, str], int] = {}
    for match in filter(None, map(LINE.match, trace.splitlines())):
        thread, name, text, resumed, rest = match.groups()
        if resumed:
            unfinished.pop(thread).text += rest
            continue
        number = numbers[thread, name] = numbers.get((thread, name), 0) + 1
        began, more, _ = text.partition("<unfinished ...>")
        calls.append(Call(thread, name, number, began))
        if more:
            unfinished[thread] = calls[-1]
    return calls


def run(
    words: List[str],
    environment: Dict[str, str],
    inject: str = "",
    visit: Callable[["subprocess.Popen[str]"], str] = lambda process: "",
) -> Run:
    """Runs a program to its end; `visit` may talk to it, and gives what it has read.

    What is new in the environment is the program's alone, not strace's. LeakSanitizer is
    off: it would have to trace the program, and there can be one tracer only.
    """
    sanitizer = environment.get("ASAN_OPTIONS", "") + ":detect_leaks=0"
    environment = {**environment, "ASAN_OPTIONS": sanitizer}
    new = [f"-E{key}={value}" for key, value in environment.items() - os.environ.items()]
    options = ["-e", "trace=" + ",".join("?" + name for name in TRACED)]
    options += ["-e", "inject=" + inject] if inject else []
    with tempfile.TemporaryDirectory() as folder:
        trace = Path(folder) / "trace"
        process = subprocess.Popen(
            ["strace", "-f", "-y", "-o", str(trace), *options, *new, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )
        hung = threading.Event()

        def end() -> None:
            hung.set()
            os.killpg(process.pid, signal.SIGKILL)

        watchdog = threading.Timer(TIMEOUT, end)
        watchdog.start()
        try:
            begun = visit(process)
            stdout, stderr = process.communicate()
        finally:
            watchdog.cancel()
        calls = read(trace.read_text(encoding="utf-8", errors="replace"))
        return Run(process.returncode, hung.is_set(), begun + stdout, stderr, calls)
