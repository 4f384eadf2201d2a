"""A trace as text: a step a row or two, with a lane for each coroutine."""

import textwrap
from typing import Callable, Iterator, List, Optional

import words
from traces import Trace
from words import Step

Paint = Callable[[str, str], str]

MARKS = {"created": "·", "running": "●", "suspended": "┆"}
LEGEND = "● runs   ┆ waits   ○ may go on   · has not run   ◆ the kernel is asked"
MOST_LANES = 9


def plain(text: str, _: str) -> str:
    """The text as it is: the paint of whoever wants no colour."""
    return text


class Timeline:
    """The rows of a trace on a page of some width."""

    def __init__(self, trace: Trace, width: int = 88, paint: Paint = plain):
        self.trace = trace
        self.paint = paint
        self.width = width
        self.names = trace.names()
        self.by_hand = not any(step["kind"] == "kernel" for step in trace.steps)
        lanes = 2 * len(self.names) + 1 if len(self.names) <= MOST_LANES else 0
        self.margin = 7 + lanes
        self.left = self.margin + max(len(name) for name in [*self.names, "kernel"]) + 2

    def rows(self) -> Iterator[str]:
        """All rows, from the heading to the last step."""
        steps = self.trace.steps
        end = words.clock(steps[-1]["time"] if steps else 0)
        sizes = [count(len(self.names), "coroutine"), count(len(steps), "step")]
        yield self.paint(f"{self.trace.program}: {', '.join(sizes)}, {end} s", "bold")
        yield self.paint(LEGEND, "dim")
        before: Optional[Step] = None
        for group, times in words.folded(steps):
            for step in group:
                if not before or step["began"] != before["began"]:
                    rule = f"─ {words.clock(step['began'])} s "
                    yield self.paint(rule.ljust(self.width, "─"), "cyan")
                yield from self.step(step, before)
                before = step
            if times > 1:
                last = group[-1]["step"] + len(group) * (times - 1)
                again = f"the same again {times - 1} times, to step {last}"
                yield self.paint("⋮".rjust(5).ljust(self.left) + again, "dim")

    def step(self, step: Step, before: Optional[Step]) -> Iterator[str]:
        """The rows of one step: its number, the lanes, who runs, what happens."""
        left = f"{step['step']:>5}  "
        if len(self.names) <= MOST_LANES:
            left += " ".join(mark(step, name) for name in self.names)
        left = left.ljust(self.margin) + self.paint(
            step["who"].ljust(self.left - self.margin), "bold"
        )
        for text in self.happens(step, before):
            lines = textwrap.wrap(text, self.width - self.left, subsequent_indent="  ")
            for line in lines:
                yield left + (self.paint(line, "green") if text.startswith("“") else line)
                left = " " * self.left

    def happens(self, step: Step, before: Optional[Step]) -> Iterator[str]:
        """What happens in the step, in the order in which it does."""
        if step["kind"] == "coroutine" and (self.by_hand or step["call"] != "next()"):
            yield step["call"]
        if words.made(step, before):
            yield f"makes {words.listed(words.made(step, before))}"
        for call in words.calls(step):
            yield f"◆ {call}" + (f", {words.passed(step)}" if words.passed(step) else "")
        if step["kind"] == "kernel":
            yield from may_go_on(step)
        for line in words.printed(step):
            yield f"“{line}”"
        if step["kind"] == "coroutine":
            yield ", ".join(words.endings(step))
            if self.by_hand and step["yielded"]:
                yield f"stands in {' › '.join(words.stack(step, step['who']))}"


def mark(step: Step, name: str) -> str:
    """How a coroutine stands in the step."""
    if step["who"] == name and step["kind"] == "coroutine":
        return "●"
    if words.is_ready(step, name):
        return "○"
    return MARKS.get(words.state_of(step, name)["state"], " ")


def may_go_on(step: Step) -> Iterator[str]:
    """Who may, now that the kernel has answered."""
    names = [each["name"] for each in step["coroutines"] if words.is_ready(step, each["name"])]
    if names:
        yield f"{words.listed(names) if len(names) < 3 else len(names)} may go on"


def count(number: int, noun: str) -> str:
    """1 step, 2 steps."""
    return f"{number} {noun}" + ("" if number == 1 else "s")
