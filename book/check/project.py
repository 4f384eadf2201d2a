"""The tree that the book is about: its files, its programs, and what they print."""

from __future__ import annotations

import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import cached_property
from pathlib import Path

from page import Page

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))

from learn import virtual  # noqa: E402

TIME_LIMIT = 60
LEFT_OUT = {"node_modules", "__pycache__"}


class Unknown(Exception):
    """A program that is not there, or that does not end."""


class Project:
    """A copy of the repository, and the folder that it was built in."""

    def __init__(self, root: Path, build: Path) -> None:
        self.root = root.resolve()
        self.build = build.resolve()
        os.environ["ASYNC_BUILD"] = str(self.build)
        self.printed: dict[str, list[str]] = {}
        self.texts: dict[Path, list[str]] = {}
        self.pages: dict[Path, Page] = {}

    def name(self, path: Path) -> str:
        """The path as one writes it at the root of the repository."""
        return os.path.relpath(path, self.root)

    def lines(self, path: Path) -> list[str]:
        """The lines of a file."""
        if path not in self.texts:
            self.texts[path] = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
        return self.texts[path]

    def page(self, path: Path) -> Page:
        """A Markdown file, read once."""
        if path not in self.pages:
            self.pages[path] = Page(path, path.read_text(encoding="utf-8"))
        return self.pages[path]

    def forget(self, path: Path) -> None:
        """Lets go of what was read of a file, since it has been written anew."""
        self.pages.pop(path, None)
        self.texts.pop(path, None)

    @cached_property
    def markdown(self) -> list[Path]:
        """Every Markdown file of the repository."""
        found = []
        for folder, folders, files in os.walk(self.root):
            here = Path(folder)
            folders[:] = sorted(
                name for name in folders
                if not name.startswith(".") and name not in LEFT_OUT
                and not (here == self.root and name.startswith("build"))
                and here / name != self.root / "tests/book/fixture")
            found += [here / name for name in sorted(files) if name.endswith(".md")]
        return found

    @property
    def book(self) -> list[Path]:
        """The pages of the book: its contents first, then its chapters."""
        pages = [path for path in self.markdown if path.parent == self.root / "book"]
        return sorted(pages, key=lambda path: (path.name != "README.md", path.name))

    @property
    def site(self) -> list[Path]:
        """What a reader reads from the front: the README, then the pages of the book."""
        return [self.root / "README.md", *self.book]

    @cached_property
    def rooms(self) -> dict[str, Path]:
        """The chapters' folders by name, 01 first."""
        folders = sorted((self.root / "chapters").glob("[0-9][0-9]_*"))
        return {folder.name: folder for folder in folders if folder.is_dir()}

    @cached_property
    def tools(self) -> dict[str, str]:
        """What the programs were made by and run with: {"g++": "12.2.0", "Python": "3.11.2"}."""
        tools = {"Python": platform.python_version()}
        for file in self.build.glob("CMakeFiles/*/CMakeCXXCompiler.cmake"):
            told = dict(re.findall(r'set\((CMAKE_CXX_COMPILER_\w+) "([^"]*)"\)',
                                   file.read_text(encoding="utf-8")))
            kind = {"GNU": "g++", "Clang": "clang"}.get(told.get("CMAKE_CXX_COMPILER_ID", ""))
            if kind:
                tools[kind] = told.get("CMAKE_CXX_COMPILER_VERSION", "")
        return tools

    def foreign(self, words: str) -> str | None:
        """The tool and version that the words ask for, if it is another than there is here."""
        for tool, version in re.findall(r"(g\+\+|clang|Python) (\d+(?:\.\d+)*)", words):
            if not f"{self.tools.get(tool, '')}.".startswith(version + "."):
                return f"{tool} {version}"
        return None

    def output_of_file(self, path: Path) -> list[str]:
        """What a program prints under virtual time: a Python file, a chapter's main.cpp or a
        program of the book."""
        if path.suffix == ".py":
            return self._virtual([sys.executable, self.name(path)])
        if path.parent.name in self.rooms:
            binary = self.build / "bin" / path.parent.name
        else:
            binary = self.build / "bin" / path.stem
        if not binary.exists():
            raise Unknown(f"{binary} is not there: build the target {binary.name} first")
        return self._virtual([str(binary)])

    def output_of_command(self, command: str) -> list[str]:
        """What a command of the repository prints: ./learn and what follows."""
        words = shlex.split(command)
        if not words or not (self.root / words[0]).is_file():
            raise Unknown(f"`{command}` is no command of this repository")
        return self._run(words)

    def _virtual(self, command: list[str]) -> list[str]:
        try:
            return self._run(command, virtual.environment())
        except FileNotFoundError as error:
            raise Unknown(str(error)) from None

    def _run(self, command: list[str], environment: dict[str, str] | None = None) -> list[str]:
        key = shlex.join(command)
        if key not in self.printed:
            environment = {**(environment or os.environ), "NO_COLOR": "1", "COLUMNS": "88",
                           "PYTHONUNBUFFERED": "1", "PYTHONHASHSEED": "0"}
            # Line by line, or an error would stand before what was printed earlier.
            if shutil.which("stdbuf"):
                command = ["stdbuf", "-oL", *command]
            with tempfile.TemporaryFile() as output:
                try:
                    subprocess.run(command, cwd=self.root, env=environment, stdout=output,
                                   stdin=subprocess.DEVNULL, stderr=subprocess.STDOUT,
                                   timeout=TIME_LIMIT, check=False)
                except subprocess.TimeoutExpired:
                    raise Unknown(f"`{key}` did not end within {TIME_LIMIT} s") from None
                output.seek(0)
                text = output.read().decode("utf-8", "replace")
            self.printed[key] = [line.rstrip() for line in text.rstrip("\n").split("\n")]
        return self.printed[key]
