"""Benchmark tables: when, on what machine and with what command they were measured.

The numbers are a machine's and cannot be checked on another; that they say where they come from
can."""

from __future__ import annotations

import datetime
import re
from typing import Iterator

from page import Page
from problem import Problem
from project import Project

CAPTION = re.compile(r"^Measured on (?P<day>\d{4}-\d\d-\d\d), (?P<machine>[^`]*\S.*), "
                     r"with `(?P<command>[^`]+)`:$")
NUMBER = re.compile(r"^[~≈<>≤≥±]?\s*[-−]?\d[\d,]*(\.\d+)?\s*(±.*)?"
                    r"([a-zµ%×/]+|KiB|MiB|B)?( a \w+)?$", re.IGNORECASE)
NOTHING = ("–", "—", "-", "")
TIME = re.compile(r"\d\s*(ns|µs|us|ms)\b")


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """Every table that holds times, and every line that says Measured."""
    under_caption = set()
    for table in page.tables:
        measured = table.above.startswith("Measured")
        if not measured:
            if any(TIME.search(cell) for row in table.rows for cell in row):
                yield Problem(page.path, table.line, "a table of times needs the line: Measured "
                              "on YYYY-MM-DD, <machine>, with `<command>`:")
            continue
        under_caption.add(table.above_line)
        counts["benchmark tables"] += 1
        yield from check_caption(page, table.above_line, table.above)
        for offset, row in enumerate(table.rows[2:], 2):
            if len(row) != len(table.rows[0]):
                yield Problem(page.path, table.line + offset,
                              "this row has not as many cells as the head")
            for cell in row[1:]:
                if cell not in NOTHING and not NUMBER.match(cell):
                    yield Problem(page.path, table.line + offset, f"not a number: {cell}")
    above = ""
    for number, line in enumerate(page.outside.split("\n"), 1):
        if not above.strip() and line.startswith("Measured") and number not in under_caption:
            yield Problem(page.path, number, "Measured: but no table follows")
        above = line


def check_caption(page: Page, line: int, text: str) -> Iterator[Problem]:
    """The line above a benchmark table."""
    match = CAPTION.match(text)
    if not match:
        yield Problem(page.path, line, "the line above a benchmark table must read: Measured on "
                      "YYYY-MM-DD, <machine>, with `<command>`:")
        return
    try:
        datetime.date.fromisoformat(match["day"])
    except ValueError:
        yield Problem(page.path, line, f"{match['day']} is no day")
