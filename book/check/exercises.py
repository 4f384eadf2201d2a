"""The exercises of a chapter, as its page shows them under ## Exercises."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Iterator

from claims import chapter_of
from page import Page
from problem import Fix, Problem
from project import Project

HEADING = "Exercises"
KINDS = {"write": "Write it", "predict": "Predict it", "find": "Find it"}
LEVELS = {1: "easy", 2: "medium", 3: "hard"}


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """The section of a chapter's page against the exercises in the chapter's room."""
    chapter = chapter_of(page.path, project)
    if not chapter or chapter not in project.rooms:
        return
    section = page.section(HEADING)
    if not section:
        yield Problem(page.path, 1, f"no section ## {HEADING}")
        return
    wanted = section_for(chapter, project)
    if not wanted:
        return
    counts["exercises"] += sum(1 for line in wanted if line.startswith("### "))
    first, last = section
    if page.lines[first - 1:last] != wanted:
        same = 0
        while page.lines[first - 1:last][same:same + 1] == wanted[same:same + 1]:
            same += 1
        yield Problem(page.path, min(first + same, last), "the exercises are others now",
                      Fix(first, last, wanted))


def section_for(chapter: str, project: Project) -> list[str]:
    """The lines between the heading and the next one, made from chapters/NN_*/exercises/*/."""
    folders = project.rooms[chapter].glob("exercises/[0-9]*_*/exercise.json")
    lines: list[str] = []
    for path in sorted(folders, key=lambda path: int(path.parent.name.split("_")[0])):
        lines += ["", *one(f"{int(chapter[:2])}.{path.parent.name.split('_')[0]}", path.parent)]
    return [*lines, ""] if lines else []


def one(number: str, folder: Path) -> list[str]:
    """One exercise: what to do, how long it takes, and the hints, folded away."""
    said = json.loads((folder / "exercise.json").read_text(encoding="utf-8"))
    hints = re.split(r"^## \d+\s*$", (folder / "hints.md").read_text(encoding="utf-8"), flags=re.M)
    lines = [f"### {number} {said['title']}", ""]
    lines += [f"*{KINDS[said['kind']]}, {LEVELS[said['difficulty']]}, about {said['minutes']} minutes: "
              f"`./learn start {number}`*", "", said["task"], ""]
    lines += ["<details><summary>Hints</summary>", ""]
    for place, hint in enumerate(hints[1:], 1):
        lines += [f"{place}. {line}" if first else line and f"   {line}"
                  for first, line in first_and_rest(hint.strip().split("\n"))]
    return [*lines, "", "</details>"]


def first_and_rest(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it is the first."""
    return ((place == 0, line) for place, line in enumerate(lines))
