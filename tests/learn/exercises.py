"""The exercises, what there is to say of each, and which of them a word means."""

import json
import re
from pathlib import Path
from typing import Dict, List, NamedTuple, Tuple

from learn import chapters
from learn.build import BUILD
from learn.trouble import Trouble, unknown

KEPT = BUILD / "exercises" / "results.json"  # what the last check of each said


class Exercise(NamedTuple):
    """One folder chapters/NN_name/exercises/K_slug."""

    number: str  # "5.1"
    folder: Path
    title: str
    kind: str  # write, predict or find
    minutes: int
    difficulty: int  # 1 to 3
    task: str  # Markdown

    @property
    def chapter(self) -> str:
        """The NN_name of its chapter."""
        return self.folder.parents[1].name

    @property
    def mine(self) -> Path:
        """The reader's own answer; git does not see it."""
        return self.folder / "mine.hpp"

    @property
    def program(self) -> Path:
        """What is to be predicted, where something is."""
        return self.folder / "program.hpp"

    @property
    def trace(self) -> Path:
        """The program that shows what the starter does, where that is to be seen."""
        return self.folder / "trace.cpp"

    def hints(self) -> List[str]:
        """The hints, from a nudge to nearly the answer."""
        text = (self.folder / "hints.md").read_text(encoding="utf-8")
        return [hint.strip() for hint in re.split(r"^## \d+\s*$", text, flags=re.MULTILINE)[1:]]


def read(folder: Path) -> Exercise:
    """The exercise in a folder."""
    number = f"{int(folder.parents[1].name[:2])}.{int(folder.name.split('_')[0])}"
    said = json.loads((folder / "exercise.json").read_text(encoding="utf-8"))
    return Exercise(number, folder, said["title"], said["kind"], said["minutes"],
                    said["difficulty"], said["task"])


def every() -> List[Exercise]:
    """All exercises, in order."""
    found = chapters.FOLDER.glob("[0-9][0-9]_*/exercises/[0-9]*_*/exercise.json")
    key = lambda exercise: [int(part) for part in exercise.number.split(".")]
    return sorted((read(path.parent) for path in found), key=key)


def of_chapter(name: str) -> List[Exercise]:
    """The exercises of a chapter."""
    return [exercise for exercise in every() if exercise.chapter == name]


def chosen(words: List[str], command: str) -> Tuple[Exercise, List[str]]:
    """The exercise that the first word means (5.1, 05.1, 5.heap or heap), and the rest."""
    if not words:
        raise Trouble(f"Which exercise? For example: ./learn {command} 5.1", code=2)
    known: Dict[str, Exercise] = {}
    for exercise in every():
        chapter, slug = exercise.number.split(".")[0], exercise.folder.name.split("_", 1)[1]
        known.update(dict.fromkeys((exercise.number, slug, f"{chapter}.{slug}"), exercise))
    word = re.sub(r"^0+(?=[0-9])", "", words[0])
    of_one = [each for each in every() if each.number.split(".")[0] == word]
    if of_one:
        these = ", ".join(f"{each.number} {each.title}" for each in of_one)
        raise Trouble(f"Which exercise of chapter {word}? There are: {these}.", code=2)
    if word not in known:
        raise unknown("exercise", words[0], known, [each.number for each in every()])
    return known[word], words[1:]


def passed() -> Dict[str, str]:
    """The numbers of the exercises whose last check passed, and what was checked."""
    try:
        return json.loads(KEPT.read_text())
    except (OSError, ValueError):
        return {}


def keep(exercise: Exercise, stamp: str, is_right: bool) -> None:
    """Keeps what a check said; `stamp` stands for the text that was checked."""
    results = {number: text for number, text in passed().items() if number != exercise.number}
    if is_right:
        results[exercise.number] = stamp
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text(json.dumps(results, indent=0))
