"""The check of the book: nothing in it may differ from the code that it tells of.

    python3 book/check              says what is not true any more, and where
    python3 book/check --mend       writes outputs, differences, listings and tables anew
    python3 book/check --build DIR  looks for the programs in DIR instead of build/
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Callable, Iterator

import blocks
import claims
import exercises
import facts
import figures
import lines_of_code
import links
import measured
from problem import Problem
from project import Project

SHORTEST, LONGEST = 1500, 3500


def problems_of(path: Path, project: Project, counts: Counter[str]) -> Iterator[Problem]:
    """What is wrong on one page. Outside the book only links and the table of lines count."""
    page = project.page(path)
    yield from links.check(page, project, counts)
    yield from lines_of_code.check(page, project, counts)
    if path in project.site:
        yield from blocks.check(page, project, counts)
        yield from figures.check(page, project, counts)
        yield from measured.check(page, project, counts)
        yield from claims.check(page, project, counts)
        yield from exercises.check(page, project, counts)


def all_problems(project: Project, counts: Counter[str]) -> list[Problem]:
    """What is wrong in the whole book, page by page, in the order of the lines."""
    found = [problem for path in project.markdown
             for problem in problems_of(path, project, counts)]
    for name in lines_of_code.HOLDERS:
        if not (project.root / name).is_file():
            found.append(Problem(project.root / name, 1, "there is no such page"))
    found += [*facts.check_all(project, counts), *figures.check_all(project, counts)]
    order = {path: number for number, path in enumerate(project.book)}
    return sorted(found, key=lambda each: (order.get(each.path, -1), each.path, each.line))


def mend(project: Project, problems: list[Problem], say: Callable[[str], None] = print) -> int:
    """Writes what a machine can tell, last line first; how many places that were."""
    fixes = sorted(((each.path, each.fix) for each in problems if each.fix),
                   key=lambda each: (each[0], -each[1].first))
    done: set[tuple[Path, int]] = set()
    for path, fix in fixes:
        if (path, fix.first) in done:
            continue
        done.add((path, fix.first))
        lines = path.read_text(encoding="utf-8").split("\n")
        lines[fix.first - 1:fix.last] = fix.lines
        path.write_text("\n".join(lines), encoding="utf-8")
        project.forget(path)
        say(f"{project.name(path)}:{fix.first}: mended")
    return len(done)


def report(project: Project, counts: Counter[str]) -> None:
    """The length of each chapter, and what was compared."""
    for path in project.book:
        if path.name[:2].isdigit():
            words = project.page(path).words
            odd = "" if SHORTEST <= words <= LONGEST else f"  (not {SHORTEST:,} to {LONGEST:,})"
            print(f"{project.name(path):32} {words:6,} words{odd}")
    told = ", ".join(f"{number:,} {what}" for what, number in sorted(counts.items()))
    print(f"Compared: {told}.")


def main(words: list[str]) -> int:
    """The exit code: 0 if all of the book is true."""
    parser = argparse.ArgumentParser(prog="book/check", description="The check of the book.")
    parser.add_argument("--mend", action="store_true", help="write anew what can be")
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[2])
    parser.add_argument("--build", type=Path, help="the build folder (default: build)")
    chosen = parser.parse_args(words)
    project = Project(chosen.root, chosen.build or chosen.root / "build")
    counts: Counter[str] = Counter()
    problems = all_problems(project, counts)
    if chosen.mend and mend(project, problems):
        counts.clear()
        problems = all_problems(project, counts)
    for each in problems:
        print(f"{project.name(each.path)}:{each.line}: {each.message}")
    report(project, counts)
    print(f"{len(problems)} problems." if problems else "The book is true.")
    return 1 if problems else 0
