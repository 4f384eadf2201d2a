"""./learn check and watch: what the tests of an exercise say of the reader's answer."""

import textwrap
import time
from typing import List

from learn import exercises, grade
from learn.build import show
from learn.exercises import Exercise
from learn.grade import Case
from learn.practice import need_mine, place
from learn.register import command
from learn.terminal import paint
from learn.trouble import no_more

HEADS = {
    "unwritten": "Not written yet",
    "failed": "Not right yet",
    "crashed": "It crashed",
    "hung": "It hangs",
}


def tell(case: Case) -> None:
    """Prints what a case said, as a story."""
    if case.verdict == "passed":
        print(f"{paint('ok', 'green')}  {case.name}")
        return
    print(f"{paint('no', 'red')}  {case.name}\n\n{paint(HEADS[case.verdict], 'bold')}:")
    print(textwrap.indent(case.story, "    "))


def verdict(exercise: Exercise) -> int:
    """Builds and runs the reader's answer, up to the first case that does not pass."""
    grader = grade.Grader(grade.QUICK)
    stamp = grade.stamp(exercise, exercise.mine)
    built = grader.build(exercise, exercise.mine)
    if built.message:
        print(built.message.strip())
    if not built.ok:
        print(f"\n{paint('It does not compile yet.', 'bold')} The first error is the one to read.")
        exercises.keep(exercise, stamp, False)
        return 1
    results = []
    for name in grade.case_names(built.program):
        results.append(grade.run_case(built.program, name))
        tell(grade.with_action(exercise, results[-1]))
        if results[-1].verdict != "passed":
            break
    passed = bool(results) and results[-1].verdict == "passed"
    exercises.keep(exercise, stamp, passed)
    if passed:
        print(f"\n{paint('Solved.', 'green')} What we would write: ./learn solution {exercise.number}")
    return 0 if passed else 1


@command("check", "EXERCISE", "test your answer: the first case that fails", part="exercises", needs=("build",))
def check(words: List[str]) -> int:
    """One verdict; the exit code is 0 if the exercise is solved."""
    exercise, rest = exercises.chosen(words, "check")
    no_more(rest, "check")
    need_mine(exercise)
    show(grade.Grader(grade.QUICK).command(exercise, exercise.mine))
    return verdict(exercise)


@command("watch", "EXERCISE", "check at each save, until Ctrl-C", part="exercises", needs=("build",))
def watch(words: List[str]) -> int:
    """A verdict whenever the file has changed; it never moves on by itself."""
    exercise, rest = exercises.chosen(words, "watch")
    no_more(rest, "watch")
    need_mine(exercise)
    print(f"Watching {place(exercise.mine)}; Ctrl-C ends it.", flush=True)
    seen = None
    while True:
        changed = exercise.mine.stat().st_mtime_ns if exercise.mine.exists() else None
        if changed is not None and changed != seen:
            seen = changed
            print(paint(time.strftime("\n%H:%M:%S"), "dim"))
            verdict(exercise)
            print(end="", flush=True)
        time.sleep(0.2)
