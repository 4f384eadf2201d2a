"""Where a run of lines stands in another, and what to put there when it does not any more."""

from __future__ import annotations

import difflib
import textwrap

GAP = "…"


def dedented(lines: list[str]) -> list[str]:
    """The lines without the indentation that they have in common, nor blanks at their ends."""
    return [line.rstrip() for line in textwrap.dedent("\n".join(lines)).split("\n")]


def find(part: list[str], whole: list[str], start: int = 0) -> int:
    """Where `part` stands in `whole` from `start` on, or -1."""
    for i in range(start, len(whole) - len(part) + 1):
        if whole[i:i + len(part)] == part:
            return i
    return -1


def find_dedented(part: list[str], whole: list[str]) -> int:
    """The same, indentation aside."""
    part = dedented(part)
    for i in range(len(whole) - len(part) + 1):
        if whole[i].strip() == part[0].strip() and dedented(whole[i:i + len(part)]) == part:
            return i
    return -1


def segments(lines: list[str]) -> list[list[str]]:
    """The runs of lines between the lines that stand for left-out ones."""
    runs: list[list[str]] = [[]]
    for line in lines:
        if line.strip() == GAP:
            runs.append([])
        else:
            runs[-1].append(line.rstrip())
    return [run for run in runs if run]


def first_stray(lines: list[str], whole: list[str]) -> int | None:
    """The first line (counted from 0) of the first run that is not in `whole` in its order;
    None if all are."""
    position, number = 0, 0
    for run in segments(lines):
        while lines[number].strip() == GAP:
            number += 1
        found = find(run, whole, position)
        if found < 0:
            return number + furthest(run, whole, position)
        position, number = found + len(run), number + len(run)
    return None


def furthest(run: list[str], whole: list[str], start: int = 0) -> int:
    """How many lines of `run` can be found in one piece, the last one counted from 0."""
    best = 0
    for i in range(start, len(whole)):
        length = 0
        while length < len(run) and i + length < len(whole) and whole[i + length] == run[length]:
            length += 1
        best = max(best, length)
    return min(best, len(run) - 1)


def mended(lines: list[str], whole: list[str]) -> list[str] | None:
    """What the block should hold now: each run is looked for by its first and last lines, then
    by likeness; an empty block gets all there is."""
    runs = segments(lines)
    if not runs:
        return whole
    position, result = 0, []
    for run in runs:
        place = span(run, whole, position) or alike(run, whole, position)
        if place is None:
            return None
        if result:
            result.append(GAP)
        result += whole[place[0]:place[1]]
        position = place[1]
    leading = [GAP] if lines[0].strip() == GAP else []
    trailing = [GAP] if len(lines) > 1 and lines[-1].strip() == GAP else []
    return leading + result + trailing


def span(run: list[str], whole: list[str], start: int) -> tuple[int, int] | None:
    """From and to, if the run's first and last lines each stand in `whole` once."""
    firsts = [i for i in range(start, len(whole)) if whole[i] == run[0]]
    lasts = [i for i in range(start, len(whole)) if whole[i] == run[-1]]
    if len(firsts) == len(lasts) == 1 and firsts[0] <= lasts[0]:
        return firsts[0], lasts[0] + 1
    return None


def alike(run: list[str], whole: list[str], start: int) -> tuple[int, int] | None:
    """The window of as many lines that resembles the run most, if it does."""
    text, best, ratio = "\n".join(run), None, 0.5
    length = min(len(run), len(whole) - start)
    for i in range(start, len(whole) - length + 1):
        window = "\n".join(whole[i:i + length])
        likeness = difflib.SequenceMatcher(None, window, text, autojunk=False)
        if likeness.real_quick_ratio() > ratio and likeness.ratio() > ratio:
            best, ratio = (i, i + length), likeness.ratio()
    return best
