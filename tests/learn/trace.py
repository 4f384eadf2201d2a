"""./learn trace: what coroutines, loop and kernel did, step by step."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List

from learn import build, chapters, exercises, practice
from learn.register import command
from learn.terminal import paint
from learn.trouble import Trouble, unknown

TOOLS = chapters.ROOT / "book" / "tools"
PROGRAMS = chapters.ROOT / "book" / "traces"
OPTIONS = ("--open", "--json", "--real", "--mine")
OPENERS = ("xdg-open", "wslview", "open")


@command("trace", "CHAPTER|EXERCISE [--mine]|FILE [--open|--json]",
         "who runs, who waits, what the kernel says: a timeline, or the player",
         needs=("build",))
def trace(words: List[str]) -> int:
    """Shows the trace of a chapter's program, of an exercise's, of the reader's own, or one
    from a file."""
    options = [word for word in words if word.startswith("--")]
    others = [word for word in words if not word.startswith("--")]
    for option in options:
        if option not in OPTIONS:
            raise unknown("option", option, OPTIONS)
    if not others:
        raise Trouble("Which chapter? For example: ./learn trace 05", code=2)
    sys.path.append(str(TOOLS))
    import player
    import timeline
    import traces

    with aside() if "--json" in options else contextlib.nullcontext():
        try:
            found = obtain(others, "--real" in options, "--mine" in options)
        except (traces.NoTrace, subprocess.TimeoutExpired, OSError) as error:
            raise Trouble(str(error)) from error
    if "--json" in options:
        print("\n".join(found.lines()))
    elif "--open" in options:
        show(player.player(found), found.program)
    else:
        width = min(100, max(72, shutil.get_terminal_size((88, 24)).columns))
        print("\n".join(timeline.Timeline(found, width, paint).rows()))
    return 0


def obtain(words: List[str], real: bool, mine: bool):
    """The trace that the words mean: a file's, or that of a program with its arguments."""
    import traces

    path = Path(words[0])
    if path.is_file() and not os.access(path, os.X_OK):
        return traces.load(path)
    if path.is_file():
        program = path.resolve()
        build.build("virtual_time")
    else:
        name = source(words[0], mine)
        build.build(f"{name}_trace", "virtual_time")
        program = build.program(f"{name}_trace")
    shown = os.path.relpath(program)
    virtual = [] if real else ["LD_PRELOAD=build/lib/libvirtual_time.so"]
    build.show(["ASYNC_TRACE=trace.jsonl", *virtual, shown, *words[1:]])
    return traces.run(program, words[1:], real)


def source(word: str, mine: bool) -> str:
    """The program that a word means: an exercise's, or one in book/traces, which is a
    chapter's, or the reader's own."""
    there = [path.stem for path in PROGRAMS.glob("*.cpp")]
    if word in there:
        return word
    if "." in word:
        return of_exercise(exercises.chosen([word], "trace")[0], mine)
    name = chapters.find(word)
    if name not in there:
        with_one = ", ".join(sorted(each[:2] for each in there if each[:2].isdigit()))
        raise Trouble(f"{name} has no program that is traced; these have: {with_one}.", code=2)
    return name


def of_exercise(exercise: exercises.Exercise, mine: bool) -> str:
    """The program of an exercise, with its starter, or with the reader's answer."""
    if not exercise.trace.exists():
        with_one = ", ".join(each.number for each in exercises.every() if each.trace.exists())
        raise Trouble(f"{exercise.number} has no program that is traced; these have: {with_one}.", code=2)
    if mine:
        practice.need_mine(exercise)
    return f"{exercise.number}{'_mine' * mine}"


def show(page: str, name: str) -> None:
    """Puts the player into a file, says where, and opens it if there is a way."""
    path = build.BUILD / "traces" / f"{name}.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8")
    print(f"The player: {path}")
    opener = next(filter(None, map(shutil.which, OPENERS)), None)
    screen = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"))
    if opener and screen:
        subprocess.run([opener, str(path)], stdout=subprocess.DEVNULL, check=False)


@contextlib.contextmanager
def aside() -> Iterator[None]:
    """What is printed meanwhile, by programs too, goes to stderr."""
    sys.stdout.flush()
    stdout = os.dup(1)
    os.dup2(2, 1)
    try:
        yield
    finally:
        sys.stdout.flush()
        os.dup2(stdout, 1)
        os.close(stdout)
