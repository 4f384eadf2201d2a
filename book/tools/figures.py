"""The book's figures: each is drawn from the trace of a program, and from nothing else.

    python3 book/tools/figures.py --write    draws all of them into book/figures
    python3 book/tools/figures.py --check    fails if one of them would be drawn differently
    python3 book/tools/figures.py --alt      prints each as Markdown, with what it says
"""

import argparse
import sys
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Callable, Dict, List, Sequence

import words
from calls import columns_of_calls
from chain import chain
from lanes import Lanes, Picture, columns_of
from code_of import ROOT
from traces import NoTrace, Trace, of_chapter
from words import Step

FOLDER = ROOT / "book" / "figures"

traced = lru_cache(maxsize=None)(of_chapter)
figures: Dict[str, Callable[[], str]] = {}


def figure(drawing: Callable[[], str]) -> Callable[[], str]:
    """Puts a drawing among the figures, as NN_name.svg for a function called _NN_name."""
    figures[drawing.__name__[1:] + ".svg"] = drawing
    return drawing


def swimlanes(trace: Trace, steps: List[Step], names: Sequence[str], title: str,
              bottom: str = "loop, kernel") -> str:
    """Some steps of a trace, with a lane for each of the names."""
    description = told(trace, steps)
    return Lanes(Picture(title, description, names, columns_of(steps, names), bottom)).draw()


def told(trace: Trace, steps: List[Step]) -> str:
    """What happens in the steps, an instant a sentence, for those who do not see it."""
    instants: Dict[str, str] = {}
    for began, group in groupby(steps, key=lambda step: step["began"]):
        instants[f"at {words.clock(began)} s"] = happens(list(group))
    sentences = [f"{trace.program}, steps {steps[0]['step']} to {steps[-1]['step']}."]
    for what, same in groupby(instants, key=lambda instant: instants[instant]):
        first, *others = same
        sentences.append(f"{capital(first)} {what}.")
        if others:
            sentences.append(f"{capital(words.listed(others))} it is the same.")
    if len(sentences) > 5:
        sentences[4:] = [f"So it goes on to {words.clock(steps[-1]['time'])} s."]
    return " ".join(sentences)


def capital(text: str) -> str:
    """The text as the start of a sentence."""
    return text[:1].upper() + text[1:]


def happens(steps: List[Step]) -> str:
    """Who runs at one instant, in turn, and for how long the kernel waits then."""
    ran = []
    for group, times in words.folded([each for each in steps if each["kind"] != "main"]):
        ran += [step["who"] for step in group if step["kind"] == "coroutine"] * times
    who = []
    for name, same in groupby(ran):
        times = len(list(same))
        who.append(name if times == 1 else f"{name} ({times} times)")
    took = steps[-1]["time"] - steps[-1]["began"]
    clauses = [f"{words.listed(who)} run in turn"] * (len(who) > 1)
    if len(who) == 1:
        clauses = [f"{ran[0]} runs" + (f" {len(ran)} times" if len(ran) > 1 else "")]
    clauses += [f"the kernel waits for {words.clock(took)} s"] * bool(took)
    return "; then ".join(clauses)


def calls(trace: Trace, name: str, title: str) -> str:
    """One generator that is driven by hand, frame by frame."""
    columns = columns_of_calls(trace.steps, name)
    frames = list(dict.fromkeys(column.who[0] for column in columns if column.kind != "call"))
    sentences: List[str] = []
    for column in columns:
        if column.kind == "call":
            sentences.append(f"{column.label} {column.note}:")
        else:
            comma = "" if sentences[-1].endswith(":") else ","
            sentences[-1] += f"{comma} {column.who[0]}"
    description = f"{trace.program}: which frames run when {name} is driven. {'; '.join(sentences)}."
    return Lanes(Picture(title, description, frames[::-1], columns, "driver")).draw()


@figure
def _03_calls() -> str:
    return calls(traced("03_delegation"), "outer", "Who runs when the driver calls")


@figure
def _03_throw() -> str:
    return calls(traced("03_delegation"), "outer 2", "An exception goes in at the leaf")


@figure
def _03_chain() -> str:
    steps = traced("03_delegation").steps
    deepest = max(steps, key=lambda step: len(words.stack(step, step["who"])))
    return chain(deepest, "main", "A chain of three generators")


@figure
def _04_by_hand() -> str:
    trace = traced("04_async_sleep")
    return swimlanes(trace, trace.steps, trace.names(), "Driven by hand, nothing sleeps", "main")


@figure
def _04_chain() -> str:
    step = next(each for each in traced("04_async_sleep").steps if each["yielded"])
    return chain(step, "main", "An event is yielded through the chain")


@figure
def _05_five_sleepers() -> str:
    trace = traced("05_naive_loop")
    steps = [step for step in trace.steps if step["began"] < 0.15]
    return swimlanes(trace, steps, trace.names(), "Five sleepers share one thread")


@figure
def _06_always_ready() -> str:
    trace = traced("06_async_read")
    steps = [step for step in trace.steps if step["began"] < 0.2]
    return swimlanes(trace, steps, ["background", "ready"], "A file that is always ready")


@figure
def _06_pipe() -> str:
    trace = traced("06_async_read")
    steps = trace.steps[steps_of(trace, "listener")]
    return swimlanes(trace, steps, ["listener", "speaker", "background 2"], "select waits")


@figure
def _07_three() -> str:
    trace = traced("07_async_recv")
    end = steps_of(trace, "download").stop
    start = next(i for i, step in enumerate(trace.steps) if step["began"] == 0.05)
    names = ["background", "download"]
    return swimlanes(trace, trace.steps[start:end], names, "A connection, and what it brings")


@figure
def _08_echo() -> str:
    trace = traced("08_one_event")
    steps = [step for step in trace.steps if step["began"] < 0.05]
    names = ["server", "echo 1", "clients", "background"]
    return swimlanes(trace, steps, names, "One client, from accept to the end of the stream")


@figure
def _08_chain() -> str:
    steps = [step for step in traced("08_one_event").steps if step["who"] == "clients"]
    deepest = max(steps, key=lambda step: len(words.stack(step, "clients")))
    return chain(deepest, "run()", "Four frames wait for one descriptor")


def steps_of(trace: Trace, name: str) -> slice:
    """From the step that makes a coroutine to the one in which it ends."""
    there = [
        i for i, step in enumerate(trace.steps)
        if words.state_of(step, name)["state"] in ("created", "suspended") or step["who"] == name
    ]
    return slice(there[0], there[-1] + 1)


def main() -> int:
    """Draws or checks the figures; 1 if one is not current, 2 if it cannot tell."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    what = parser.add_mutually_exclusive_group(required=True)
    for name, explanation in (
        ("write", "draw all of them"),
        ("check", "compare them with what is there"),
        ("alt", "print them as Markdown"),
    ):
        what.add_argument(f"--{name}", action="store_true", help=explanation)
    words_ = parser.parse_args()
    try:
        drawn = {name: drawing() for name, drawing in sorted(figures.items())}
    except (NoTrace, OSError) as error:
        print(error)
        return 2
    if words_.alt:
        for name, source in drawn.items():
            description = source.split('<desc id="desc">')[1].split("</desc>")[0]
            print(f"![{description}](figures/{name})\n")
        return 0
    return write(drawn) if words_.write else check(drawn)


def write(drawn: Dict[str, str]) -> int:
    """Puts the figures where they belong."""
    FOLDER.mkdir(exist_ok=True)
    for name, source in drawn.items():
        (FOLDER / name).write_text(source, encoding="utf-8")
    return 0


def check(drawn: Dict[str, str]) -> int:
    """Says which figures are not what would be drawn."""
    old = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("0*.svg"))}
    wrong = [name for name in {**drawn, **old} if old.get(name) != drawn.get(name)]
    for name in sorted(wrong):
        why = "is not current" if name in drawn and name in old else (
            "is missing" if name in drawn else "is drawn by nobody")
        print(f"book/figures/{name} {why}: python3 book/tools/figures.py --write")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
