"""The exercises of a chapter, as its page shows them under ## Exercises."""

from __future__ import annotations

from typing import Iterator

from claims import chapter_of
from page import Page
from problem import Fix, Problem
from project import Project

HEADING = "Exercises"


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
    return []
