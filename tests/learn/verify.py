"""./learn verify: proves that the exercises' tests catch wrong answers."""

import os
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import List, Optional, Set

from learn import exercises, grade
from learn.exercises import Exercise
from learn.grade import Case, Grader
from learn.register import command
from learn.terminal import paint
from learn.trouble import Trouble

FILES = {"exercise.json", "starter.hpp", "solution.hpp", "test.cpp", "hints.md", "wrong"}
MAY = {"program.hpp", "trace.cpp"}  # what is to be predicted, and what is to be seen
OWN = re.compile(r"mine(\.old\d*)?\.hpp")  # the reader's, which git does not see
PATIENCE = 15  # seconds for a case; a busy machine must not look like a wrong answer
KINDS = {"write", "predict", "find"}


def sources(exercise: Exercise) -> List[Path]:
    """The C++ files of an exercise."""
    found = (exercise.folder.glob(pattern) for pattern in ("*.hpp", "test.cpp", "wrong/*.hpp"))
    return sorted(path for paths in found for path in paths if not OWN.fullmatch(path.name))


def later_names(exercise: Exercise) -> List[str]:
    """What is wrong with a text that speaks of a later chapter."""
    own = int(exercise.number.split(".")[0])
    wrong = []
    for path in sources(exercise):
        for found in re.finditer(r"\bch(\d\d)::|\b(\d\d)_[a-z_]+/", path.read_text(encoding="utf-8")):
            if int(found.group(1) or found.group(2)) > own:
                wrong.append(f"{path.name} uses {found.group(0)}, of a later chapter")
    return wrong


def papers(exercise: Exercise) -> List[str]:
    """What is wrong with an exercise before anything is compiled."""
    wrong = []
    there = {path.name for path in exercise.folder.iterdir() if not OWN.fullmatch(path.name)}
    wrong += [f"{name} is missing" for name in sorted(FILES - there)]
    wrong += [f"{name} does not belong there" for name in sorted(there - FILES - MAY)]
    hints = exercise.hints()
    if len(hints) != 3 or not all(hints):
        wrong.append(f"there are {len([hint for hint in hints if hint])} hints, not 3")
    answers = list(exercise.folder.glob("wrong/*"))
    if len(answers) < 3 or any(path.suffix != ".hpp" for path in answers):
        wrong.append("wrong/ needs three .hpp or more, and nothing else")
    if exercise.kind not in KINDS or not 40 <= len(exercise.task.split()) <= 220:
        wrong.append("exercise.json: kind is write, predict or find; the task has 40 to 220 words")
    return wrong + later_names(exercise)


def named_case(answer: Path) -> str:
    """The case that must catch a wrong answer: its first line says so."""
    first = answer.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"// caught by: (.+)", first)
    return found.group(1) if found else ""


def compiled(grader: Grader, exercise: Exercise, answer: Path, wrong: List[str]) -> Optional[Path]:
    """The program of an answer, which must compile without a warning; None if it does not."""
    built = grader.build(exercise, answer)
    if not built.ok or built.message:
        wrong.append(f"{answer.name} does not compile cleanly:\n{built.message}")
    return built.program if built.ok else None


def tried(grader: Grader, exercise: Exercise, answer: Path, wrong: List[str]) -> List[Case]:
    """What every case says of an answer."""
    program = compiled(grader, exercise, answer, wrong)
    return grade.cases(program, PATIENCE) if program else []


def proof(thorough: Grader, quick: Grader, exercise: Exercise) -> List[str]:
    """Everything that is wrong with an exercise. What has to fail is built as a learner's
    answer is, and what has to pass with nothing left out."""
    wrong = papers(exercise)
    if any("missing" in line for line in wrong):
        return wrong
    names = solution(thorough, exercise, wrong)
    if not names:
        return wrong  # the others can only fail by the same
    starter(quick, exercise, wrong)
    return wrong + caught(quick, exercise, names)


def starter(grader: Grader, exercise: Exercise, wrong: List[str]) -> None:
    """Adds what is wrong with the starter: it fails by saying what is to be written."""
    cases = tried(grader, exercise, exercise.folder / "starter.hpp", wrong)
    if not cases:
        return  # it did not compile, and that is said
    if not any(case.verdict != "passed" for case in cases):
        wrong.append("the starter passes")
    if exercise.kind != "find" and not any(case.verdict == "unwritten" for case in cases):
        wrong.append("no case says what is to be written in the starter")
    for case in cases:
        if exercise.kind != "find" and case.verdict in ("crashed", "hung"):
            wrong.append(f"the starter {case.verdict} in: {case.name}\n{case.story}")


def solution(grader: Grader, exercise: Exercise, wrong: List[str]) -> List[str]:
    """Adds what is wrong with the solution; gives the names of the cases."""
    cases = tried(grader, exercise, exercise.folder / "solution.hpp", wrong)
    for case in cases:
        if case.verdict != "passed":
            wrong.append(f"the solution {case.verdict} in: {case.name}\n{case.story}")
    if not cases and not wrong:
        wrong.append("test.cpp has no case")
    return [case.name for case in cases]


def solved(grader: Grader, exercise: Exercise) -> List[str]:
    """Everything that is wrong with an exercise's solution."""
    wrong: List[str] = []
    solution(grader, exercise, wrong)
    return wrong


def caught(grader: Grader, exercise: Exercise, names: List[str]) -> List[str]:
    """What is wrong with the wrong answers, and with the cases that catch none of them."""
    wrong: List[str] = []
    failed: Set[str] = set()
    programs: List[Path] = []
    for answer in sorted(exercise.folder.glob("wrong/*.hpp")):
        expected = named_case(answer)
        if expected not in names:
            wrong.append(f"{answer.name}: its first line must be '// caught by: ' and a case's name")
            continue
        program = compiled(grader, exercise, answer, wrong)
        if not program:
            continue
        programs.append(program)
        if fails(program, expected):
            failed.add(expected)
        else:
            wrong.append(f"{answer.name} is not caught by: {expected}")
    rest = [name for name in names if name not in failed]
    return wrong + [f"no wrong answer fails: {name}" for name in rest
                    if not any(fails(program, name) for program in programs)]


def fails(program: Path, name: str) -> bool:
    """True if a case does not pass."""
    return grade.run_case(program, name).verdict != "passed"


@command("verify", "[EXERCISE...] [--compiler=CXX] [--solutions]", "prove that the exercises' tests catch wrong answers",
         part="tools", needs=("build",))
def verify(words: List[str]) -> int:
    """A line an exercise, and at the end a count."""
    only_solutions = "--solutions" in words
    words = [word for word in words if word != "--solutions"]
    compilers = [word.split("=", 1)[1] for word in words if word.startswith("--compiler=")]
    numbers = [word for word in words if not word.startswith("--compiler=")]
    chosen = [exercises.chosen([word], "verify")[0] for word in numbers] or exercises.every()
    if not chosen:
        raise Trouble("There are no exercises.")
    compiler = compilers[0] if compilers else ""
    thorough, quick = Grader(grade.THOROUGH, compiler), Grader(grade.QUICK, compiler)

    def prove(exercise: Exercise) -> List[str]:
        return solved(thorough, exercise) if only_solutions else proof(thorough, quick, exercise)

    for grader in (thorough,) if only_solutions else (thorough, quick):
        grader.prepare()  # once, and before there are several threads
    failed = 0
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for exercise, wrong in zip(chosen, pool.map(prove, chosen)):
            failed += bool(wrong)
            mark = paint("no", "red") if wrong else paint("ok", "green")
            print(f"{mark}  {exercise.number:5} {exercise.title}", flush=True)
            for line in wrong:
                print("      " + line.replace("\n", "\n        "), flush=True)
    print(f"{len(chosen) - failed} passed, {failed} failed")
    return 1 if failed else 0
