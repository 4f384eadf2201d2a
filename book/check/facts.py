"""Numbers in the prose that come from a run or from the code.

book/facts.json lists them. {"page": "03_delegation.md", "says": "a frame of {} bytes",
"output": "02_generator", "finds": "a local of 1 bytes: a frame of (\\d+) bytes"} holds if the page
contains the words of `says` with what the groups of `finds` catch in the output in place of each
{}. Instead of `output`, the name of a chapter or of a file in book/programs, there may be
`command`, or `file`, whose text is then searched. `with` names a compiler or a Python, such as
"g++ 12", that the number depends on."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Iterator

from page import Page
from problem import Fix, Problem
from project import Project, Unknown

FILE = "book/facts.json"


def check_all(project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """Every fact of the file."""
    path = project.root / FILE
    if not path.exists():
        return
    lines = project.lines(path)
    try:
        facts = json.loads("\n".join(lines))
    except json.JSONDecodeError as error:
        yield Problem(path, error.lineno, f"not JSON: {error.msg}")
        return
    for fact in facts:
        quoted = json.dumps(fact.get("says", ""), ensure_ascii=False)
        line = next((number for number, text in enumerate(lines, 1) if quoted in text), 1)
        foreign = project.foreign(fact.get("with", ""))
        if foreign:
            counts[f"facts not compared, for want of {foreign}"] += 1
            continue
        counts["facts"] += 1
        try:
            yield from check_one(fact, project, path, line)
        except (Unknown, KeyError, OSError, re.error) as error:
            yield Problem(path, line, f"{type(error).__name__}: {error}")


def source_of(fact: dict[str, str], project: Project) -> list[str]:
    """The lines that a fact is read from."""
    if "command" in fact:
        return project.output_of_command(fact["command"])
    if "file" in fact:
        return project.lines(project.root / fact["file"])
    name = fact["output"]
    if name in project.rooms:
        return project.output_of_file(project.rooms[name] / "main.cpp")
    return project.output_of_file(project.root / "book" / name)


def check_one(fact: dict[str, str], project: Project, path: Path, line: int) -> Iterator[Problem]:
    """One fact: what the run says now, and whether the page says so."""
    match = re.search(fact["finds"], "\n".join(source_of(fact, project)), re.MULTILINE)
    if not match:
        yield Problem(path, line, f"nothing there matches {fact['finds']}")
        return
    parts = fact["says"].split("{}")
    if len(parts) != 1 + len(match.groups()):
        yield Problem(path, line, f"{len(parts) - 1} places for {len(match.groups())} values")
        return
    values = [value or "" for value in match.groups()]
    now = "".join(part + value for part, value in zip(parts, values + [""]))
    page = project.page(path.parent / fact["page"])
    if " ".join(now.split()) in " ".join(page.text.split()):
        return
    said = re.search(r"(\S+?)".join(loose(part) for part in parts), page.text)
    if not said:
        yield Problem(path, line, f"{project.name(page.path)} does not say: {now}")
        return
    first = page.text.count("\n", 0, said.start()) + 1
    yield Problem(page.path, first, f"“{' '.join(said[0].split())}” is now “{now}”",
                  corrected(page, said, values))


def loose(text: str) -> str:
    """A pattern for the words of a text, wherever the lines break."""
    return r"\s+".join(re.escape(word) for word in re.split(r"\s+", text))


def corrected(page: Page, said: re.Match[str], values: list[str]) -> Fix:
    """The lines of the sentence, with the values put in."""
    text, shift = page.text, 0
    for number, value in enumerate(values, 1):
        start, end = said.start(number) + shift, said.end(number) + shift
        text, shift = text[:start] + value + text[end:], shift + len(value) - (end - start)
    first = page.text.count("\n", 0, said.start())
    last = page.text.count("\n", 0, said.end())
    return Fix(first + 1, last + 1, text.split("\n")[first:last + 1])
