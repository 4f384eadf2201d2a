"""./learn start, hint, solution and reset: a reader and an exercise."""

import difflib
import json
import shutil
import sys
import textwrap
from pathlib import Path
from typing import Dict, List

from learn import exercises, grade
from learn.build import BUILD
from learn.chapters import ROOT
from learn.exercises import Exercise
from learn.register import command
from learn.terminal import paint
from learn.trouble import Trouble, no_more

HINTS = BUILD / "exercises" / "hints.json"  # how many hints have been given, by exercise


def place(path: Path) -> str:
    """The path as one would type it from the project's root."""
    return str(path.relative_to(ROOT))


def wrapped(text: str) -> str:
    """Markdown as a terminal shows it best."""
    fill = lambda part: textwrap.fill(part, 88, break_long_words=False, break_on_hyphens=False)
    return "\n\n".join(map(fill, text.split("\n\n")))


def need_mine(exercise: Exercise) -> None:
    """Ends the command if the exercise has not been started."""
    if not exercise.mine.exists():
        raise Trouble(f"You have not started {exercise.number}: ./learn start {exercise.number}")


def is_solved(exercise: Exercise) -> bool:
    """True if the last check passed, whatever was changed since."""
    return exercise.mine.exists() and exercise.number in exercises.passed()


def has_changed(exercise: Exercise) -> bool:
    """True if an exercise that is solved was changed since: the answer, or the test."""
    return exercises.passed()[exercise.number] != grade.stamp(exercise, exercise.mine)


def agrees(question: str) -> bool:
    """Asks; without a terminal there is nobody to ask, and the answer is no."""
    if not sys.stdin.isatty():
        raise Trouble(f"{question} There is no terminal to ask on: say --yes.")
    return input(f"{question} [y/N] ").strip().lower() in ("y", "yes")


def wants_it(words: List[str], name: str, question: str) -> bool:
    """True if --yes is said, or the question is answered so."""
    if words == ["--yes"]:
        return True
    no_more(words, name)
    if agrees(question):
        return True
    print("As you like: nothing was done.")
    return False


@command("start", "EXERCISE", "begin an exercise: puts mine.hpp there", part="exercises")
def start(words: List[str]) -> int:
    """Copies the starter beside it, unless the reader has a file there."""
    exercise, rest = exercises.chosen(words, "start")
    no_more(rest, "start")
    print(paint(f"{exercise.number}  {exercise.title}", "bold"))
    about = f"about {exercise.minutes} minutes, difficulty {exercise.difficulty} of 3"
    print(f"({exercise.kind} it, {about})\n\n{wrapped(exercise.task)}\n")
    if exercise.mine.exists():
        print("You have begun it; your file stays as it is:")
    else:
        shutil.copy(exercise.folder / "starter.hpp", exercise.mine)
        print("Your file:")
    print(f"  {place(exercise.mine)}")
    if exercise.program.exists():
        print(f"The program:\n  {place(exercise.program)}")
    if exercise.trace.exists():
        trace = f"./learn trace {exercise.number}"
        print(f"What it does, step by step, and then what yours does:\n  {trace}\n  {trace} --mine")
    if exercise.kind != "predict":  # whose test gives the answer away
        print(f"The test, whose names say what is wanted:\n  {place(exercise.folder / 'test.cpp')}")
    print(f"\nNext: ./learn check {exercise.number}")
    return 0


def given() -> Dict[str, int]:
    """How many hints have been given, by exercise."""
    try:
        return json.loads(HINTS.read_text())
    except (OSError, ValueError):
        return {}


@command("hint", "EXERCISE", "one more hint each time", part="exercises")
def hint(words: List[str]) -> int:
    """Prints the hints up to the next one."""
    exercise, rest = exercises.chosen(words, "hint")
    no_more(rest, "hint")
    hints, before = exercise.hints(), given()
    count = min(before.get(exercise.number, 0) + 1, len(hints))
    HINTS.parent.mkdir(parents=True, exist_ok=True)
    HINTS.write_text(json.dumps({**before, exercise.number: count}))
    for index, text in enumerate(hints[:count], start=1):
        print(f"{paint(f'{index}.', 'bold')} {wrapped(text)}\n")
    if count == len(hints):
        print(f"There are no more hints. What we would write: ./learn solution {exercise.number}")
    return 0


@command("solution", "EXERCISE [--yes]", "what we would write, against yours", part="exercises")
def solution(words: List[str]) -> int:
    """Shows the difference from the reader's answer, or the solution alone."""
    exercise, rest = exercises.chosen(words, "solution")
    if is_solved(exercise):
        no_more(rest, "solution")
    elif not wants_it(rest, "solution", "It is not solved yet. See the solution?"):
        return 1
    ours = (exercise.folder / "solution.hpp").read_text(encoding="utf-8").splitlines()
    if not exercise.mine.exists():
        print("\n".join(ours))
        return 0
    yours = exercise.mine.read_text(encoding="utf-8").splitlines()
    for line in difflib.unified_diff(yours, ours, "yours", "ours", n=99, lineterm=""):
        colour = {"-": "red", "+": "green"}.get(line[:1])
        print(paint(line, colour) if colour else line)
    return 0


@command("reset", "EXERCISE [--yes]", "begin again; your file is kept beside it", part="exercises")
def reset(words: List[str]) -> int:
    """Puts the starter back, and the reader's file aside."""
    exercise, rest = exercises.chosen(words, "reset")
    need_mine(exercise)
    starter = exercise.folder / "starter.hpp"
    if exercise.mine.read_bytes() == starter.read_bytes():
        print(f"{place(exercise.mine)} is the starter already.")
        return 0
    if not wants_it(rest, "reset", f"Put {place(exercise.mine)} aside and begin again?"):
        return 1
    names = (f"mine.old{number}.hpp" for number in ("", *range(2, 1000)))
    kept = next(path for path in map(exercise.mine.with_name, names) if not path.exists())
    exercise.mine.replace(kept)
    shutil.copy(starter, exercise.mine)
    print(f"Your file is {place(kept)} now; {place(exercise.mine)} is the starter.")
    return 0
