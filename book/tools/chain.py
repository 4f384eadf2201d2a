"""Chains: the frames of one suspended coroutine, the root at the bottom, the leaf on top."""

import words
from svg import Drawing
from code_of import source_line
from words import Step

WIDTH, X, BOX, HEIGHT, GAP, TOP = 700, 70, 470, 48, 30, 18


def chain(step: Step, driver: str, title: str) -> str:
    """The drawing of the frames in which the coroutine stands that ran in the step."""
    frames = words.state_of(step, step["who"])["frames"]
    height = TOP + (HEIGHT + GAP) * (len(frames) + 1)
    drawing = Drawing(WIDTH, height, title, described(step, driver))
    rows = [*reversed(frames), None]
    for row, frame in enumerate(rows):
        y = TOP + row * (HEIGHT + GAP)
        kind = "leaf" if row == 0 else "box" if frame else "main"
        drawing.rect(X, y, BOX, HEIGHT, kind, 5)
        if frame is None:
            drawing.text(X + 14, y + 20, driver, "bold on-run")
            drawing.text(X + 14, y + 37, "the driver: it holds the root", "small on-run")
            break
        drawing.text(X + 14, y + 20, words.bare(frame["function"]), "bold")
        roles = ["leaf"] * (row == 0) + ["root"] * (row == len(frames) - 1)
        drawing.text(X + BOX - 12, y + 20, ", ".join(roles), "small soft end")
        drawing.text(X + 14, y + 37, source_line(frame["at"] or ""), "mono small soft")
        arrow = X + 40
        if row < len(frames) - 1:
            drawing.line(arrow, y + HEIGHT, arrow, y + HEIGHT + GAP, "arrow")
            drawing.text(arrow + 10, y + HEIGHT + GAP / 2 + 4, "its parent, who awaits it",
                         "small soft")
    side, bottom = X + BOX, TOP + len(frames) * (HEIGHT + GAP) + HEIGHT / 2
    middle = TOP + HEIGHT / 2
    drawing.path(f"M{side} {bottom:g}H{side + 30}V{middle:g}H{side + 3}", "go")
    for row, text in enumerate(["next(), send() and", "throw_() go straight", "to the leaf"]):
        drawing.text(side + 40, (bottom + middle) / 2 - 10 + 14 * row, text, "small")
    drawing.path(f"M{X} {middle:g}H{X - 30}V{bottom:g}H{X - 3}", "arrow")
    drawing.text(X - 36, bottom + 40, f"yields {step['yielded']}", "mono small")
    return drawing.source()


def described(step: Step, driver: str) -> str:
    """The chain in words."""
    functions = words.stack(step, step["who"])
    awaits = " awaits ".join(functions)
    return (
        f"The chain of {step['who']} in step {step['step']}: {driver} drives {functions[0]}, the"
        f" root; {awaits}, the leaf, which yields {step['yielded']}."
    )
