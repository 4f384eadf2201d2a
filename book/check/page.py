"""A Markdown page, taken apart: headings, fenced blocks with their captions, links, lists, tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

FENCE = re.compile(r"^(?P<prefix>[ >]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*\s*$")
CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n[ \t]*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
INLINE = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]*(?:!?\[[^\[\]]*\][^\[\]]*)*)\]"
                    r"(?:\(\s*<?(?P<target>[^()\s>]*(?:\([^()\s]*\)[^()\s>]*)*)>?"
                    r"(?:\s+\"[^\"]*\")?\s*\)|\[(?P<reference>[^\]]+)\])")
DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\]]+)\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE)
ATTRIBUTE = re.compile(r"<(?P<tag>[a-zA-Z]+)\b[^>]*?\s(?:href|src|srcset)=\"(?P<target>[^\"]*)\"")
ITEM = re.compile(r"^[-*+]\s+(?P<text>.*)$")


@dataclass
class Block:
    """A fenced block: `line` and `end` are its two fences', counted from 1."""

    line: int
    end: int
    prefix: str
    language: str
    lines: list[str]
    caption: str
    caption_line: int


@dataclass
class Heading:
    """A heading, with the anchor that a code host gives it."""

    line: int
    level: int
    text: str
    anchor: str


@dataclass
class Link:
    """A link or an image."""

    line: int
    text: str
    target: str
    image: bool


@dataclass
class Table:
    """A table's rows of cells, and the line of text above it; `rows[0]` is its head."""

    line: int
    above: str
    above_line: int
    rows: list[list[str]]


def cells_of(line: str) -> list[str]:
    """The cells of one row of a table."""
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().strip("|"))]


def slug(text: str) -> str:
    """The anchor of a heading, by the code host's rule."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
    parts = re.split(r"(`+[^`]*`+)", text)
    for i in range(0, len(parts), 2):
        parts[i] = re.sub(r"<[^>]*>", "", parts[i])
        parts[i] = re.sub(r"(?<!\w)_+(?=\S)|(?<=\S)_+(?!\w)", "", parts[i])
    return re.sub(r"[^\w\- ]", "", "".join(parts).strip().lower()).replace(" ", "-")


@dataclass
class Page:
    """One Markdown file."""

    path: Path
    text: str
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    @cached_property
    def blocks(self) -> list[Block]:
        """The fenced blocks; one that is never closed ends with the file."""
        blocks, number = [], 0
        while number < len(self.lines):
            opening = FENCE.match(self.lines[number])
            if not opening:
                number += 1
                continue
            prefix, fence = opening["prefix"], opening["fence"]
            end = number + 1
            closing = re.compile(rf"^[ >]*{re.escape(fence[0])}{{{len(fence)},}}\s*$")
            while end < len(self.lines) and not closing.match(self.lines[end]):
                end += 1
            inside = [line[len(prefix):] if line.startswith(prefix) else line.lstrip(" >")
                      for line in self.lines[number + 1:end]]
            caption, caption_line = self.paragraph_above(number)
            language = (opening["info"].split() or [""])[0]
            blocks.append(Block(number + 1, end + 1, prefix, language, inside, caption,
                                caption_line))
            number = end + 1
        return blocks

    def paragraph_above(self, number: int) -> tuple[str, int]:
        """The paragraph that ends above line `number` (counted from 0), and where it starts."""
        number -= 1
        while number >= 0 and not self.lines[number].strip(" >"):
            number -= 1
        end = number + 1
        while number >= 0 and self.lines[number].strip(" >") and not FENCE.match(
                self.lines[number]):
            number -= 1
        paragraph = self.lines[number + 1:end]
        return " ".join(line.strip(" >") for line in paragraph), number + 2

    @cached_property
    def outside(self) -> str:
        """The text with every fenced block blanked, line for line."""
        lines = list(self.lines)
        for block in self.blocks:
            for number in range(block.line - 1, min(block.end, len(lines))):
                lines[number] = ""
        return "\n".join(lines)

    @cached_property
    def prose(self) -> str:
        """The text with fenced blocks and code spans blanked, character for character."""
        return CODE_SPAN.sub(lambda span: re.sub(r"[^\n]", "·", span[0]), self.outside)

    @cached_property
    def headings(self) -> list[Heading]:
        """The headings in their order; a second one of a name gets a number, as on a code host."""
        headings, seen = [], {}
        for number, line in enumerate(self.outside.split("\n"), 1):
            match = HEADING.match(line)
            if not match:
                continue
            anchor = slug(match["text"])
            count = seen.get(anchor, 0)
            seen[anchor] = count + 1
            headings.append(Heading(number, len(match["level"]), match["text"],
                                    f"{anchor}-{count}" if count else anchor))
        return headings

    @cached_property
    def anchors(self) -> set[str]:
        """Every name that a link may have after its #."""
        named = re.findall(r"<[a-zA-Z]+\b[^>]*?\s(?:id|name)=\"([^\"]+)\"", self.prose)
        return {heading.anchor for heading in self.headings} | set(named)

    @cached_property
    def links(self) -> list[Link]:
        """Every link and image outside code, those of HTML and of [this][form] too."""
        definitions = {match["name"].lower(): match["target"]
                       for match in DEFINITION.finditer(self.prose)}
        found = []

        def add(start: int, text: str, target: str, image: bool) -> None:
            found.append(Link(self.prose.count("\n", 0, start) + 1, text, target, image))

        def search(start: int, end: int) -> None:
            for match in INLINE.finditer(self.prose, start, end):
                target = match["target"]
                if target is None:
                    target = definitions.get(match["reference"].lower(), "")
                text = self.outside[match.start("text"):match.end("text")]
                add(match.start(), text, target, bool(match["image"]))
                search(match.start("text"), match.end("text"))

        search(0, len(self.prose))
        for match in DEFINITION.finditer(self.prose):
            add(match.start("name"), match["name"], match["target"], False)
        for match in ATTRIBUTE.finditer(self.prose):
            add(match.start(), "", match["target"], False)
        return found

    @cached_property
    def tables(self) -> list[Table]:
        """The tables, each with the paragraph above it."""
        lines, tables, number = self.outside.split("\n"), [], 0
        while number < len(lines):
            if not lines[number].lstrip().startswith("|"):
                number += 1
                continue
            end = number
            while end < len(lines) and lines[end].lstrip().startswith("|"):
                end += 1
            above, above_line = self.paragraph_above(number)
            rows = [cells_of(line) for line in lines[number:end]]
            tables.append(Table(number + 1, above, above_line, rows))
            number = end
        return tables

    def section(self, title: str) -> tuple[int, int] | None:
        """The lines (from, to) under the heading with this text, up to the next of its level."""
        for position, heading in enumerate(self.headings):
            if heading.text != title:
                continue
            for later in self.headings[position + 1:]:
                if later.level <= heading.level:
                    return heading.line + 1, later.line - 1
            return heading.line + 1, len(self.lines)
        return None

    def items(self, first: int, last: int) -> list[tuple[int, str]]:
        """The list items between two lines, each with its line, wrapped ones joined."""
        items: list[tuple[int, str]] = []
        open_item = False
        for number, line in enumerate(self.outside.split("\n")[first - 1:last], first):
            match = ITEM.match(line)
            if match:
                items.append((number, match["text"].strip()))
            elif open_item and line.startswith("  ") and line.strip():
                items[-1] = (items[-1][0], items[-1][1] + " " + line.strip())
            open_item = bool(match) or (open_item and line.startswith("  "))
        return items

    @cached_property
    def words(self) -> int:
        """The words of its prose: no code, no tables, no exercises."""
        lines = self.outside.split("\n")
        exercises = self.section("Exercises")
        if exercises:
            lines[exercises[0] - 1:exercises[1]] = []
        kept = [line for line in lines if not line.lstrip().startswith("|")]
        return sum(1 for word in " ".join(kept).split() if re.search(r"\w", word))
