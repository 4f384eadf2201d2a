"""What a program's addresses mean: the functions and the lines of code.

The compiler calls __sanitizer_cov_trace_pc at the start of each block of code that runs
in one go, and the trace keeps where that was. nm tells the functions, objdump where the
blocks start, readelf which lines lie in a block. All three come with the compiler.
"""

import os
import re
import subprocess
import sys
from bisect import bisect_left, bisect_right
from pathlib import Path
from typing import Dict, List, NamedTuple, Tuple, Union

ROOT = Path(__file__).resolve().parents[2]
HOOK = "__sanitizer_cov_trace_pc"
INSTRUCTION = re.compile(r" +([0-9a-f]+):\t(?:notrack )?(\S+)")
AWAY = ("jmp", "ret", "b", "br")

# The machinery of generators runs in every step, and under every watch.
MACHINERY = re.compile(r"common/|tests/|chapters/(0[12]_\w+|03_\w+/(generator|frame)\.hpp)")


class Function(NamedTuple):
    """A stretch of the program's code that has a name."""

    start: int
    end: int
    name: str
    clone: str = ""  # of a coroutine's body: actor (g++), resume (clang)

    @property
    def is_body(self) -> bool:
        """True for what is resumed; the call of a coroutine only makes its frame."""
        return self.clone in ("actor", "resume")


class Code:
    """The functions, blocks and lines of one program."""

    def __init__(self, program: Path):
        self.functions = functions_of(program)
        self.is_clang = any(each.clone == "resume" for each in self.functions)
        self.starts = [each.start for each in self.functions]
        self.coroutines = {each.name for each in self.functions if each.is_body}
        self.blocks = blocks_of(program)
        self.rows = rows_of(program)
        self.known: Dict[int, List[str]] = {}

    def function_at(self, address: int) -> Function:
        """The function in which an address lies."""
        found = self.functions[max(0, bisect_right(self.starts, address) - 1) :][:1]
        return found[0] if found and address < found[0].end else Function(0, 0, "?")

    def lines_at(self, address: int) -> List[str]:
        """The lines of the block at an address that somebody wants to see run."""
        if address not in self.known:
            self.known[address] = list(dict.fromkeys(self.find_lines(address)))
        return self.known[address]

    def find_lines(self, address: int) -> List[str]:
        """The same, not remembered."""
        function = self.function_at(address)
        if not function.is_body and function.name in self.coroutines:
            return []
        block = bisect_right(self.blocks, (address, sys.maxsize))
        start, end = self.blocks[block - 1] if block else (address, address)
        first, last = bisect_left(self.rows, (start, "")), bisect_left(self.rows, (end, ""))
        if self.is_clang:  # whose blocks begin within a line, and end early
            last = bisect_right(self.rows, (start, "~"))
            first = max(0, last - 1)
        head = self.head_of(function) if function.is_body else []
        lines = [line for _, line in self.rows[first:last]]
        return [line for line in lines if line not in head and not is_noise(source_line(line))]

    def head_of(self, function: Function) -> List[str]:
        """The lines of a function down to its brace, unless it stands in one line: when a
        coroutine is resumed, it finds its place from there."""
        row = self.rows[bisect_left(self.rows, (function.start, "")) :][:1]
        name, _, number = row[0][1].rpartition(":") if row else ("", "", "1")
        lines, first = source(name), int(number)
        while first > 1 and lines[first - 2].endswith(","):
            first -= 1
        for last in range(first, len(lines) + 1):
            if "{" in lines[last - 1]:
                in_one = not lines[last - 1].endswith("{")
                return [] if in_one else [f"{name}:{at}" for at in range(first, last + 1)]
        return []


def functions_of(program: Path) -> List[Function]:
    """All functions, lowest first."""
    functions = []
    for line in output(["nm", "-S", "-C", "--defined-only", program]):
        found = re.match(r"([0-9a-f]+) ([0-9a-f]+) [tTwWuV] (.*)", line)
        if found:
            start, size, name = int(found[1], 16), int(found[2], 16), found[3]
            clone = re.search(r"\[clone \.(\w+)\]$", name)
            kind = clone[1] if clone else ""
            functions.append(Function(start, start + size, short_name(name), kind))
    return sorted(functions)


def blocks_of(program: Path) -> List[Tuple[int, int]]:
    """Where the blocks start and end: at the next one, or where the code jumps away."""
    blocks: List[Tuple[int, int]] = []
    start = None
    for line in output(["objdump", "-d", "--no-show-raw-insn", program]):
        found = INSTRUCTION.match(line)
        if not found:
            continue
        address, calls = int(found[1], 16), HOOK in line
        if start is not None and (calls or found[2] in AWAY):
            blocks.append((start, address))
            start = None
        if calls:
            start = address
    return blocks


def rows_of(program: Path) -> List[Tuple[int, str]]:
    """Where the lines of the project start, lowest first."""
    rows, path = [], ""
    for line in output(["readelf", "-wL", "-W", program]):
        if line.endswith(":") and not line.startswith("Contents"):
            # readelf puts the build folder before a path that is absolute already
            path = relative(re.sub(r"CU: |.*/(?=/)", "", line[:-1]))
            continue
        words = line.split()
        name = os.path.basename(words[0]) if words else ""  # clang's has folders before it
        if path and words[-1:] == ["x"] and name == os.path.basename(path):
            rows.append((int(words[2], 16), f"{path}:{words[1]}"))
    return sorted(set(rows))


def output(words: List[Union[str, Path]]) -> List[str]:
    """The lines that a command prints; none if it is not there, or fails."""
    try:
        done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                              encoding="utf-8", errors="replace", check=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return done.stdout.split("\n")


def relative(path: str) -> str:
    """The path from the root of the project, or of the reader's; none for what is not shown."""
    if path.startswith("/usr/"):
        return ""
    name = os.path.relpath(path, ROOT)
    name = os.path.relpath(path) if name.startswith("..") else name
    return "" if MACHINERY.match(name) else name


def is_noise(text: str) -> bool:
    """True for a line on which the compiler only does what nobody wrote."""
    if text in ("", "}", "};") or text.endswith("= default;"):
        return True
    return bool(re.match(r"(struct|class|template)\b.*[^;]$", text))


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


_SOURCES: Dict[str, List[str]] = {}


def source(name: str) -> List[str]:
    """The lines of a file of the project, or of the reader's."""
    if name not in _SOURCES:
        path = next((each for each in (ROOT / name, Path(name)) if each.is_file()), None)
        text = path.read_text(encoding="utf-8", errors="replace") if path else ""
        _SOURCES[name] = text.split("\n")
    return _SOURCES[name]


def source_line(place: str) -> str:
    """The text of one line, without its indentation."""
    name, _, number = place.rpartition(":")
    lines = source(name) if name else []
    return lines[int(number) - 1].strip() if number and int(number) <= len(lines) else ""
