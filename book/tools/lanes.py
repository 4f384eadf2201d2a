"""Swimlanes: time runs to the right, one lane a coroutine, one for the loop and the kernel.

Running takes no virtual time, so a step has a width of its own, and the clock is
written above. What is drawn comes from the trace and from nowhere else.
"""

import re
from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence

import words
from svg import Drawing, width_of
from words import Step

WIDTH, LEFT, RIGHT = 700, 104, 12
CLOCK, LANE, BOX = 24, 34, 22
BOTTOM_LANE, LEGEND = 50, 26
WEIGHT = {"coroutine": 1.0, "main": 1.0, "call": 2.1, "kernel": 1.6, "gap": 1.2}


@dataclass
class Column:
    """One thing that happens, and how every lane stands after it."""

    kind: str  # coroutine, kernel, main, or a gap where steps are left out
    who: Sequence[str]  # the lanes that run
    label: str
    began: float = 0
    time: float = 0
    states: Dict[str, Optional[str]] = field(default_factory=dict)  # of each lane
    waits: Dict[str, str] = field(default_factory=dict)  # what each lane waits for
    note: str = ""  # under the box at the bottom
    ended: str = ""


@dataclass
class Picture:
    """Columns, lanes, and what stands for the picture where it cannot be seen."""

    title: str
    description: str
    lanes: Sequence[str]
    columns: List[Column]
    bottom: str = "loop, kernel"


def columns_of(steps: List[Step], lanes: Sequence[str]) -> List[Column]:
    """A column a step; where the same comes again and again, a gap."""
    columns = []
    for group, times in words.folded(steps):
        columns += [column_of(step, lanes) for step in group]
        if times > 1:
            ran = sorted({step["who"] for step in group})
            gap = column_of(group[-1], lanes)
            gap.kind, gap.who, gap.label, gap.note = "gap", ran, f"{times - 1}×", ""
            columns.append(gap)
    return columns


def column_of(step: Step, lanes: Sequence[str]) -> Column:
    """The column of one step."""
    column = Column(step["kind"], [step["who"]], str(step["step"]), step["began"], step["time"])
    for name in lanes:
        state = words.state_of(step, name)
        column.states[name] = state["state"]
        column.waits[name] = words.waits_for(step, name) or f"yielded {state['yielded']}"
    if step["kind"] == "kernel":
        call = step["kernel"][0]
        ready = " ".join(str(each) for each in call["readable"] + call["writeable"])
        column.label = f"{words.clock(step['time'] - step['began'])} s".replace("0.00 s", "0 s")
        column.note = f"{ready} ready" if ready else "nothing"
        if call["call"] != "select":
            column.note = call["call"]
    column.ended = step["ended"] or ""
    return column


class Lanes:
    """A picture on its way to a drawing."""

    def __init__(self, picture: Picture):
        self.picture = picture
        self.columns = picture.columns
        weights = [WEIGHT[column.kind] for column in self.columns]
        unit = min(68.0, (WIDTH - LEFT - RIGHT) / sum(weights))
        self.x = [LEFT + unit * sum(weights[:i]) for i in range(len(weights) + 1)]
        self.has_clock = not any(column.kind == "call" for column in self.columns)
        self.top = CLOCK + 6 if self.has_clock else 6
        self.bottom = self.top + LANE * len(picture.lanes)
        height = self.bottom + BOTTOM_LANE + LEGEND
        self.drawing = Drawing(WIDTH, height, picture.title, picture.description)

    def draw(self) -> str:
        """The whole picture, what is behind first."""
        if self.has_clock:
            self.clock()
        for i, column in enumerate(self.columns):
            if column.kind == "coroutine":
                y = self.y(column.who[0])
                self.drawing.line(self.middle(i), y + BOX / 2, self.middle(i), self.bottom + 8,
                                  "resume")
        for name in self.picture.lanes:
            self.lane(name)
        self.loop()
        self.legend()
        return self.drawing.source()

    def y(self, name: str) -> float:
        """The middle of a lane."""
        return self.top + LANE * (list(self.picture.lanes).index(name) + 0.5)

    def middle(self, i: int) -> float:
        """The middle of a column."""
        return (self.x[i] + self.x[i + 1]) / 2

    def clock(self) -> None:
        """Where the clock moves: a band and a number for each instant."""
        starts = [0] + [
            i + 1 for i, column in enumerate(self.columns[:-1]) if column.time != column.began
        ]
        for index, start in enumerate(starts):
            end = starts[index + 1] if index + 1 < len(starts) else len(self.columns)
            x, width = self.x[start], self.x[end] - self.x[start]
            if index % 2 == 0:
                self.drawing.rect(x, 6, width, self.bottom + BOTTOM_LANE - 8, "band", 4)
            now = words.clock(self.columns[start].began)
            for text in (f"{now} s", now):
                if width_of(text) + 6 < width:
                    self.drawing.text(x + 5, 20, text, "mono small soft")
                    break

    def lane(self, name: str) -> None:
        """One coroutine: its name, and how it stands from the left to the right."""
        y = self.y(name)
        self.drawing.text(LEFT - 10, y + 4, name, "end")
        start = 0
        for i, column in enumerate(self.columns):
            if name in column.who:
                self.stretch(name, start, i, y)
                self.box(i, y, "again" if column.kind == "gap" else "run")
                start = i + 1
        self.stretch(name, start, len(self.columns), y)

    def box(self, i: int, y: float, kind: str) -> None:
        """A column's box in one of the lanes, with the column's label."""
        x, width = self.x[i] + 1, self.x[i + 1] - self.x[i] - 2
        self.drawing.rect(x, y - BOX / 2, width, BOX, kind)
        on = "on-run" if kind in ("run", "main") else ""
        label = self.columns[i].label
        label = label if width_of(label) <= width else label.replace(" s", "")
        self.drawing.text(self.middle(i), y + 3.5, label, f"mono small middle {on}".rstrip())

    def stretch(self, name: str, start: int, end: int, y: float) -> None:
        """A coroutine does not run from one column to another: it waits, or is not there."""
        states = [column.states.get(name) for column in self.columns[start:end]]
        if "created" in states:
            first = start + states.index("created")
            self.drawing.line(self.x[first] + 5, y, self.x[end] - 3, y, "dots")
        elif "suspended" in states:
            x, width = self.x[start] + 1, self.x[end] - self.x[start] - 2
            self.drawing.rect(x, y - BOX / 2, width, BOX, "hatch")
            self.label(self.columns[start].waits[name], x + width / 2, y, width)
        elif states and start > 0 and name in self.columns[start - 1].who:
            ended = self.columns[start - 1].ended
            if width_of(ended) < self.x[end] - self.x[start]:
                self.drawing.text(self.x[start] + 4, y + 3.5, ended, "small soft")

    def label(self, text: str, x: float, y: float, width: float) -> None:
        """What is waited for, as long as there is room for it."""
        short = re.sub(r"^(until|to|yielded) | s$", "", text)
        for shown in (text, short, short.split()[-1]):
            if width_of(shown) + 4 <= width:
                wide = width_of(shown) + 4
                self.drawing.rect(x - wide / 2, y - 7, wide, 14, "plate", 2)
                self.drawing.text(x, y + 3.5, shown, "mono small middle")
                return

    def loop(self) -> None:
        """The lane of whoever resumes: main and the loop, and the kernel that they ask."""
        y = self.bottom + BOX / 2 + 4
        self.drawing.text(LEFT - 10, y + 4, self.picture.bottom, "end")
        self.drawing.line(LEFT, y, self.x[-1], y, "rule")
        for i, column in enumerate(self.columns):
            if column.kind == "coroutine":
                self.drawing.rect(self.middle(i) - 3, y - 3, 6, 6, "run", 3)
            elif column.kind in ("main", "call") or "kernel" in column.who:
                self.box(i, y, "main" if column.kind == "call" else column.kind)
                self.drawing.text(self.middle(i), y + BOX / 2 + 11, column.note, "small soft middle")

    def legend(self) -> None:
        """What solid, hatched and framed mean."""
        y = self.bottom + BOTTOM_LANE + LEGEND / 2
        x: float = 24
        there = {column.kind for column in self.columns}
        kinds = [("run", "runs; the number is the step's"), ("hatch", "suspended, waits")]
        if "main" in there:
            kinds.append(("main", "main runs"))
        if "call" in there:
            kinds.append(("main", "the driver calls; what it gets"))
        if "kernel" in there:
            kinds.append(("kernel", "the kernel is asked; how long it took"))
        for kind, text in kinds:
            self.drawing.rect(x, y - 6, 18, 12, kind)
            self.drawing.text(x + 24, y + 3.5, text, "small soft")
            x += 24 + width_of(text, 9) + 16
