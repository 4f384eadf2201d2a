"""The exercises of a chapter, as its page shows them under ## Exercises.

They are written where the exercises are, in chapters/NN_*/exercises; the section is made from
there."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator

from claims import chapter_of
from page import Page
from problem import Fix, Problem
from project import Project, Unknown

from learn import exercises

HEADING = "Exercises"
KINDS = {"write": "Write it", "predict": "Predict it", "find": "Find it"}
HINTS = ("First", "Second", "Third", "Fourth", "Fifth")


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """The section of a chapter's page against the exercises in the chapter's room."""
    chapter = chapter_of(page.path, project)
    if not chapter or chapter not in project.rooms:
        return
    section = page.section(HEADING)
    if not section:
        yield Problem(page.path, 1, f"no section ## {HEADING}")
        return
    first, last = section
    try:
        there, wanted = page.lines[first - 1:last], section_for(project.rooms[chapter], project)
    except Unknown as error:
        yield Problem(page.path, first, str(error))
        return
    counts["exercises"] += sum(1 for line in wanted if line.startswith("### "))
    if there != wanted:
        same = sum(1 for _ in common_start(there, wanted))
        yield Problem(page.path, min(first + same, last), "the exercises read otherwise now",
                      Fix(first, last, wanted))


def common_start(one: list[str], other: list[str]) -> Iterator[str]:
    """The lines with which both begin."""
    for line, twin in zip(one, other):
        if line != twin:
            return
        yield line


def section_for(room: Path, project: Project) -> list[str]:
    """The lines between the heading and the next one of its level."""
    found = [exercises.read(path.parent)
             for path in sorted(room.glob("exercises/[0-9]*_*/exercise.json"))]
    if not found:
        return [""]
    number = found[0].number
    lines = ["", f"`./learn start {number}` begins one, `./learn check {number}` tells how far you "
             f"are, and `./learn hint {number}` gives the hints one at a time."]
    for exercise in found:
        lines += ["", *lines_of(exercise, project)]
    return [*lines, ""]


def lines_of(exercise: exercises.Exercise, project: Project) -> list[str]:
    """One exercise: what it is, what is to be done, what is seen, and the hints, folded away."""
    at = f"../chapters/{exercise.chapter}/exercises/{exercise.folder.name}"
    files = [("the starter", "starter.hpp")]
    if exercise.program.exists():
        files.insert(0, ("the program", "program.hpp"))
    links = ", ".join(f"[{name}]({at}/{file})" for name, file in files)
    lines = [f"### {exercise.number} {exercise.title}", "",
             f"**{KINDS[exercise.kind]}**, {exercise.minutes} minutes, difficulty "
             f"{exercise.difficulty} of 3: {links}.", "", *exercise.task.strip().split("\n")]
    if exercise.trace.exists():
        command = f"./learn trace {exercise.number}"
        printed = project.output_of_command(command)
        begin = next((at for at, line in enumerate(printed) if line.startswith("─")), 0)
        lines += ["", f"**Output of `{command}`**", "", "```text", *printed[begin:], "```"]
    for name, hint in zip(HINTS, exercise.hints()):
        lines += ["", "<details>", f"<summary>{name} hint</summary>", "", *hint.split("\n"), "",
                  "</details>"]
    return lines
