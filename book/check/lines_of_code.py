"""The table of the chapters' lines of code, counted anew.

Lines are those of a room's own headers and of its main.cpp, without blank lines, comments and
tests (test.cpp and *_test.hpp). A file is compared with the one of the same name in the nearest chapter before that has
one: + are its lines that the other has not, − the other's that it has not. So a file that is new
is all +."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import Iterator

from page import Page, Table, cells_of
from problem import Fix, Problem
from project import Project

ABOVE = "Lines of code, counted without blank lines, comments and tests:"
COLUMNS = {"Lines": "lines", "Lines of code": "lines", "+": "added", "−": "removed",
           "-": "removed"}
HOLDERS = ("README.md", "book/README.md")
CHAPTER = re.compile(r"\b\d\d_[a-z0-9_]+")


def code_of(path: Path) -> list[str]:
    """The lines of a C++ file that hold code."""
    kept, inside = [], False
    for line in path.read_text(encoding="utf-8").split("\n"):
        bare = line.strip()
        if inside or bare.startswith("/*"):
            inside = "*/" not in bare
        elif bare and not bare.startswith("//"):
            kept.append(line.rstrip())
    return kept


def count(project: Project, chapter: str) -> dict[str, int]:
    """The chapter's lines, and those it adds to and takes from the chapters before."""
    lower = [room for name, room in project.rooms.items() if name < chapter]
    lines = added = removed = 0
    for path in sorted(project.rooms[chapter].glob("*.[hc]pp")):
        if path.stem == "test" or path.stem.endswith("_test"):
            continue
        code = code_of(path)
        lines += len(code)
        before = next((room / path.name for room in reversed(lower)
                       if (room / path.name).is_file()), None)
        for line in difflib.ndiff(code_of(before) if before else [], code):
            added += line.startswith("+ ")
            removed += line.startswith("- ")
    return {"lines": lines, "added": added, "removed": removed}


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """Every table of lines on the page; the README and the book's contents must have one."""
    own = [table for table in page.tables if table.above.endswith(ABOVE)]
    if project.name(page.path) in HOLDERS and not own:
        yield Problem(page.path, 1, f"no table of the chapters under the line: {ABOVE}")
    for table in page.tables:
        if table not in own and any(cell in ("Lines", "Lines of code") for cell in table.rows[0]):
            yield Problem(page.path, table.line, f"the line above this table must read: {ABOVE}")
    for table in own:
        counts["tables of lines"] += 1
        yield from check_table(page, table, project)


def check_table(page: Page, table: Table, project: Project) -> Iterator[Problem]:
    """One table: all chapters, and their numbers."""
    columns = {number: COLUMNS[cell] for number, cell in enumerate(table.rows[0])
               if cell in COLUMNS}
    if "lines" not in columns.values():
        yield Problem(page.path, table.line, "the table of lines has no column `Lines`")
    seen = set()
    for offset, row in enumerate(table.rows[2:], 2):
        line = table.line + offset
        chapter = next((name for name in CHAPTER.findall(" ".join(row))
                        if name in project.rooms), None)
        if not chapter:
            yield Problem(page.path, line, "this row names no chapter")
            continue
        seen.add(chapter)
        now = {number: str(count(project, chapter)[what]) for number, what in columns.items()}
        wrong = [f"{table.rows[0][number]} is {value}, not {row[number]}"
                 for number, value in now.items() if number < len(row) and row[number] != value]
        if len(row) != len(table.rows[0]):
            yield Problem(page.path, line, "this row has not as many cells as the head")
        elif wrong:
            text = with_cells(page.lines[line - 1], now)
            yield Problem(page.path, line, f"{chapter}: {', '.join(wrong)}",
                          Fix(line, line, [text]))
    for missing in sorted(set(project.rooms) - seen):
        yield Problem(page.path, table.line, f"the table has no row for {missing}")


def with_cells(line: str, cells: dict[int, str]) -> str:
    """The row with some of its cells replaced, as wide as they were where that is possible."""
    assert cells_of(line)
    parts = re.split(r"(?<!\\)\|", line)
    for number, value in cells.items():
        old = parts[number + 1]
        parts[number + 1] = f" {value.rjust(len(old) - 2)} "
    return "|".join(parts)
