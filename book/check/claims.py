"""What a chapter claims: each claim is the name of one of its tests, word for word."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Iterator

from page import Page
from problem import Fix, Problem
from project import Project

HEADING = "What you can now say"
NAME = re.compile(r"\b(?:TEST_CASE|TEST_CASE_FIXTURE|TEST_CASE_TEMPLATE|TEST_CASE_TEMPLATE_DEFINE"
                  r"|SCENARIO)\s*\(\s*(?:\w+\s*,\s*)?((?:\"(?:[^\"\\]|\\.)*\"\s*)+)")
INCLUDE = re.compile(r'^\s*#include "([^"]+)"', re.MULTILINE)


def test_names(project: Project, chapter: str) -> list[str]:
    """The names of the chapter's test cases, those of the headers it includes too."""
    names, seen, left = [], set(), [project.rooms[chapter] / "test.cpp"]
    while left:
        path = left.pop(0)
        if path in seen or not path.is_file():
            continue
        seen.add(path)
        text = path.read_text(encoding="utf-8")
        for match in NAME.finditer(text):
            literals = re.findall(r'"((?:[^"\\]|\\.)*)"', match[1])
            names.append("".join(literals).replace('\\"', '"').replace("\\\\", "\\"))
        for included in INCLUDE.findall(text):
            left += [folder / included for folder in (
                project.root, project.root / "chapters", path.parent)]
    return names


def chapter_of(path: Path, project: Project) -> str | None:
    """The chapter that a page of the book tells of."""
    if path.parent == project.root / "book" and re.match(r"\d\d_", path.name):
        return path.stem
    return None


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """The list of claims of a chapter's page."""
    chapter = chapter_of(page.path, project)
    if not chapter:
        return
    if chapter not in project.rooms:
        yield Problem(page.path, 1, f"there is no chapters/{chapter}")
        return
    section = page.section(HEADING)
    if not section:
        yield Problem(page.path, 1, f"no section ## {HEADING}")
        return
    items, known = page.items(*section), test_names(project, chapter)
    if not items:
        every = ["", *(f"- {name}" for name in known), ""]
        yield Problem(page.path, section[0] - 1, "no list of claims under this heading",
                      Fix(*section, every) if known else None)
    names = {plain(name) for name in known}
    for line, text in items:
        counts["claims"] += 1
        if plain(text) not in names:
            yield Problem(page.path, line, f"{chapter} has no test case with this name: {text}")


def plain(text: str) -> str:
    """A name without backticks, escapes, doubled spaces and the full stop."""
    text = re.sub(r"\\([^\w\s])", r"\1", text.replace("`", ""))
    return " ".join(text.split()).rstrip(".")
