"""Drawings: shapes in the colours that mean the same in every figure, light and dark."""

import re
from typing import List, Union
from xml.sax.saxutils import escape, quoteattr

Number = Union[int, float]

# What each colour is in light and in dark.
COLOURS = {
    "page": ("#ffffff", "#0d1117"), "ink": ("#1f2328", "#e6edf3"),
    "soft": ("#59636e", "#9da7b1"), "line": ("#d1d9e0", "#343b44"),
    "band": ("#f3f5f7", "#151b23"), "plate": ("#f8f9fa", "#161b22"),
    "hatch": ("#8c959f", "#6e7681"), "run": ("#0b5cad", "#58a6ff"),
    "on-run": ("#ffffff", "#0d1117"), "main": ("#59636e", "#9da7b1"),
    "kernel": ("#fff1cc", "#33270c"), "edge": ("#8a5c00", "#e3b341"),
}

# What each kind of shape is painted with: @ stands before the name of a colour.
RULES = """
text { fill: @ink }
.soft { fill: @soft } .on-run { fill: @on-run }
.page { fill: @page } .band { fill: @band } .plate { fill: @plate }
.rule { stroke: @line } .dots, .hatching { stroke: @hatch }
.run, .gotip { fill: @run } .main { fill: @main } .tip { fill: @soft }
.hatch { stroke: @hatch } .box { fill: @plate; stroke: @hatch }
.leaf { fill: @plate; stroke: @run } .again { fill: @plate; stroke: @run }
.kernel, .gap { fill: @kernel; stroke: @edge }
.resume, .go { stroke: @run } .arrow { stroke: @soft }
"""

SHAPES = """
text { font-family: system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; font-size: 12px }
.mono { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace }
.small { font-size: 10px } .bold { font-weight: 600 }
.end { text-anchor: end } .middle { text-anchor: middle }
.hatch { fill: url(#hatch) } .leaf { stroke-width: 3 }
.kernel, .resume, .arrow { stroke-width: 1.5 } .go { stroke-width: 2 }
.again, .gap { stroke-width: 1.5; stroke-dasharray: 3 2 }
.dots { stroke-width: 2; stroke-dasharray: 1 5; stroke-linecap: round }
.rule, .resume, .arrow, .go { fill: none }
.arrow { marker-end: url(#tip) } .go { marker-end: url(#go) }
"""


def painted(scheme: int) -> str:
    """The rules with their colours: 0 is light, 1 is dark. No variables: not every reader
    of books knows them."""
    return re.sub(r"@([\w-]+)", lambda found: COLOURS[found.group(1)][scheme], RULES)


STYLE = f"{SHAPES}{painted(0)}@media (prefers-color-scheme: dark) {{{painted(1)}}}\n"

DEFS = (
    '<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45)"><rect class="plate" width="7" height="7"/>'
    '<line class="hatching" x1="0" y1="0" x2="0" y2="7"/></pattern>'
    '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8"'
    ' markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0L8 4L0 8z"/></marker>'
    '<marker id="go" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9"'
    ' markerUnits="userSpaceOnUse" orient="auto"><path class="gotip" d="M0 0L8 4L0 8z"/></marker>'
)


def number(value: Number) -> str:
    """A coordinate, to a tenth."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def width_of(text: str, size: float = 10) -> float:
    """About how wide a text is in the widest of the fonts that may be there."""
    return len(text) * size * 0.61


class Drawing:
    """Shapes on a page, in the order in which they are drawn."""

    def __init__(self, width: Number, height: Number, title: str, description: str):
        self.shapes: List[str] = []
        size = f'width="{number(width)}" height="{number(height)}"'
        self.head = (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size}'
            f' viewBox="0 0 {number(width)} {number(height)}" role="img"'
            ' aria-labelledby="title desc">\n'
            f'<title id="title">{escape(title)}</title>\n'
            f'<desc id="desc">{escape(description)}</desc>\n'
            f"<style>{STYLE}</style>\n<defs>{DEFS}</defs>\n"
        )
        self.rect(0, 0, width, height, "page", 8)

    def rect(self, x: Number, y: Number, width: Number, height: Number, kind: str,
             corner: Number = 3) -> None:
        """A box of some kind."""
        self.shapes.append(
            f'<rect class="{kind}" x="{number(x)}" y="{number(y)}" width="{number(width)}"'
            f' height="{number(height)}" rx="{number(corner)}"/>'
        )

    def line(self, x1: Number, y1: Number, x2: Number, y2: Number, kind: str) -> None:
        """A straight line of some kind."""
        ends = f'x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"'
        self.shapes.append(f'<line class="{kind}" {ends}/>')

    def path(self, steps: str, kind: str) -> None:
        """A curve of some kind."""
        self.shapes.append(f"<path class={quoteattr(kind)} d={quoteattr(steps)}/>")

    def text(self, x: Number, y: Number, words: str, kind: str = "") -> None:
        """A text whose baseline starts at a point, or ends there, or has its middle there."""
        self.shapes.append(
            f'<text class="{kind}" x="{number(x)}" y="{number(y)}">{escape(words)}</text>'
        )

    def source(self) -> str:
        """The drawing as an SVG file."""
        return self.head + "\n".join(self.shapes) + "\n</svg>\n"
