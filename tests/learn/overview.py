"""./learn alone: where you are, and what to do next."""

from typing import List, Tuple

from learn import build, chapters, exercises, practice, results
from learn.register import command
from learn.terminal import paint


def standing(name: str) -> Tuple[str, str]:
    """How far a chapter has come, in a few words, and their colour."""
    tests = results.of_chapter(name)
    count = f"{len(tests)} test{'s' * (len(tests) != 1)}"
    failed = sum(result.status == "fail" for result in tests)
    if not tests:
        return ("built", "yellow") if build.program(name).exists() else ("not built yet", "dim")
    if failed:
        return f"{failed} of {count} failed", "red"
    if min(result.when for result in tests) < results.changed(name):
        return "changed since its tests passed", "yellow"
    return f"{count} passed", "green"


def solved(name: str) -> str:
    """How many of a chapter's exercises the last checks found solved."""
    own = exercises.of_chapter(name)
    done = [exercise for exercise in own if practice.is_solved(exercise)]
    changed = sum(map(practice.has_changed, done))
    text = f"{len(done)}/{len(own)} solved" + (f", {changed} changed since" if changed else "")
    return paint(text, "green" if own and len(done) == len(own) else "dim")


def next_step() -> str:
    """What to do next: the first thing that is not done."""
    for name in chapters.names():
        words, colour = standing(name)
        if colour == "red":
            return f"./learn test {name[:2]}"
        if words == "not built yet":
            return "./learn tour"
        if colour == "yellow":
            return "./learn test"
    for exercise in exercises.every():
        if not practice.is_solved(exercise):
            return f"./learn {'check' if exercise.mine.exists() else 'start'} {exercise.number}"
    return "./learn run 08 --serve 8888, and in another terminal: nc localhost 8888"


@command("", "", "where you are, and what to do next", part="first")
def overview(words: List[str]) -> int:
    """Prints a line a chapter, and the next thing to do."""
    width = max(len(name) for name in chapters.names())
    stands = [standing(name) for name in chapters.names()]
    room = max(len(words) for words, _ in stands)
    for name, (stand, colour) in zip(chapters.names(), stands):
        line = [name.ljust(width), paint(stand.ljust(room), colour), solved(name), chapters.lines(name).about]
        print("  ".join(line))
    print(f"\nNext: {paint(next_step(), 'bold')}    (./learn help lists the rest)")
    return 0
