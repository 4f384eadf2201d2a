"""Fenced blocks: every one is a listing, an output, a difference, commands to type or a picture.

What a block claims to be stands in the caption above it, and the language of its fence must
agree, so that no misspelling leaves a block unchecked."""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from typing import Iterator

from excerpts import dedented, find_dedented, first_stray, mended
from page import Block, Page
from problem import Fix, Problem
from project import Project, Unknown

LONGEST = 30
LANGUAGES = {".hpp": "cpp", ".cpp": "cpp", ".py": "python", ".cmake": "cmake", ".json": "json",
             "CMakeLists.txt": "cmake", "learn": "sh"}
COMMANDS = "sh"
PICTURE = ""

LINK = r"\[(?P<{0}>[^\]]+)\]\((?P<{0}_at>[^)]+)\)"
LISTING = re.compile(r"^\*\*" + LINK.format("file") + r"\*\*(?P<words>.*)$")
OUTPUT = re.compile(r"^\*\*Output of (?:" + LINK.format("file")
                    + r"|`(?P<command>[^`]+)`)\*\*(?P<words>.*)$")
DIFF = re.compile(r"^\*\*" + LINK.format("old") + " → " + LINK.format("new")
                  + r"\*\*(?P<words>.*)$")
CODE = re.compile(r"[;{]\s*$|^\s*((async )?def \w+\(|class \w+[:(]|import \w+$|from \S+ import |#include )")
DRAWN = re.compile("[\u2190-\u21ff\u2500-\u25ff]")  # arrows, boxes, shapes
KINDS = ((DIFF, "diff"), (OUTPUT, "text"), (LISTING, "listing"))


def kind_of(caption: str) -> tuple[str, re.Match[str]] | None:
    """What a caption announces: "diff", "text" (an output) or "listing"."""
    for pattern, kind in KINDS:
        match = pattern.match(caption)
        if match and not (kind == "listing" and match["file_at"].split("#")[0].endswith(".md")):
            return kind, match
    return None


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """Every block of the page, and every caption that has none."""
    captioned = set()
    for block in page.blocks:
        captioned.add(block.caption_line)
        if block.end > len(page.lines):
            yield Problem(page.path, block.line, "this block is never closed")
            continue
        for problem in check_block(page, block, project, counts):
            yield problem
    yield from lone_captions(page, captioned)
    for number, line in enumerate(page.prose.split("\n"), 1):
        if "<pre" in line.lower():
            yield Problem(page.path, number, "code in <pre> cannot be checked: fence it")


def lone_captions(page: Page, captioned: set[int]) -> Iterator[Problem]:
    """Captions with no block below."""
    lines, above = page.outside.split("\n"), ""
    for number, line in enumerate(lines, 1):
        starts = not above.strip(" >")
        above = line
        line = line.strip(" >")
        looks_like_one = line.startswith("**Output") or (kind_of(line) or ("",))[0] in (
            "diff", "listing")
        if starts and looks_like_one and number not in captioned:
            yield Problem(page.path, number, "a caption without a fenced block below it")


def check_block(page: Page, block: Block, project: Project,
                counts: dict[str, int]) -> Iterator[Problem]:
    """One block against what its caption names."""
    found = kind_of(block.caption)
    if not found:
        if block.caption.startswith(("**Output", "**[")):
            yield Problem(page.path, block.caption_line, f"not a caption: {block.caption}")
        elif block.language not in (PICTURE, COMMANDS):
            yield Problem(page.path, block.line, f"a `{block.language}` block without a caption "
                          "above it: a **[file](link)**, a **[file](link) → [file](link)** or "
                          "an **Output of …**")
        elif block.language == COMMANDS:
            counts["commands"] += 1
        elif (any(CODE.search(line) for line in block.lines)
              and not any(DRAWN.search(line) for line in block.lines)):
            yield Problem(page.path, block.line, "this looks like code: give it a caption and "
                          "its language")
        else:
            counts["pictures"] += 1
        return
    kind, match = found
    if kind == "listing":
        path = linked(page, match["file_at"])
        wanted = LANGUAGES.get(path.suffix) or LANGUAGES.get(path.name, "text")
    else:
        wanted = kind
    if block.language != wanted:
        yield Problem(page.path, block.line, f"the caption wants a `{wanted}` block, "
                      f"this is `{block.language}`")
        return
    named = [name for name in ("file", "old", "new") if match.groupdict().get(name)]
    for name in named:
        path = linked(page, match[f"{name}_at"])
        if not path.is_file():
            yield Problem(page.path, block.caption_line, f"there is no {project.name(path)}")
            return
        if not names(match[name], path, project, kind):
            yield Problem(page.path, block.caption_line,
                          f"the caption says {match[name]}, its link {project.name(path)}")
            return
    foreign = project.foreign(match["words"]) if kind == "text" else None
    if foreign:
        counts[f"outputs not compared, for want of {foreign}"] += 1
        return
    counts[{"text": "outputs", "diff": "differences", "listing": "listings"}[kind]] += 1
    yield from {"text": check_output, "diff": check_diff, "listing": check_listing}[kind](
        page, block, match, project)


def linked(page: Page, target: str) -> Path:
    """The file that a link of this page leads to."""
    return Path(page.path.parent, target.split("#")[0]).resolve()


def names(text: str, path: Path, project: Project, kind: str) -> bool:
    """Whether a caption's text is the file's name, from the root, chapters/ or book/ on."""
    text = text.strip("`")
    if kind == "text" and path.name == "main.cpp" and text == path.parent.name:
        return True
    return project.name(path) in (text, f"chapters/{text}", f"book/{text}")


def fix(block: Block, lines: list[str]) -> Fix:
    """The fix that puts these lines into the block."""
    return Fix(block.line + 1, block.end - 1,
               [(block.prefix + line).rstrip() for line in lines])


def check_listing(page: Page, block: Block, match: re.Match[str],
                  project: Project) -> Iterator[Problem]:
    """A listing is a verbatim, contiguous excerpt of its file, indentation aside."""
    path = linked(page, match["file_at"])
    whole = project.lines(path)
    if len(block.lines) > LONGEST:
        yield Problem(page.path, block.line,
                      f"a listing of {len(block.lines)} lines; {LONGEST} is the most")
    ends = [line.strip() for line in (block.lines[:1] + block.lines[-1:])]
    if any(ends) and (not all(ends) or ends[1].startswith(("//", "# "))):
        yield Problem(page.path, block.end - 1, "a listing begins and ends with a line of code: "
                      f"this one with {ends[1] or 'a blank one'}")
    if not any(line.strip() for line in block.lines):
        yield Problem(page.path, block.line, "an empty listing",
                      fix(block, whole) if len(whole) <= LONGEST else None)
    elif find_dedented(block.lines, whole) < 0:
        place = excerpt_now(block.lines, whole)
        yield Problem(page.path, block.line + 1 + differs_at(block.lines, whole),
                      f"not (any more) in {project.name(path)}: "
                      f"{block.lines[differs_at(block.lines, whole)].strip() or 'a blank line'}",
                      fix(block, dedented(whole[place[0]:place[1]])) if place else None)


def differs_at(lines: list[str], whole: list[str]) -> int:
    """The first line of a listing that does not follow in the file, counted from 0."""
    for length in range(len(lines) - 1, 0, -1):
        if find_dedented(lines[:length], whole) >= 0:
            return length
    return 0


def excerpt_now(lines: list[str], whole: list[str]) -> tuple[int, int] | None:
    """Where an excerpt begins and ends now, if its first line, and the first line after it that
    is its last at the same indentation, say so without doubt."""
    lines = dedented(lines)
    candidates = []
    for i, line in enumerate(whole):
        if line.strip() != lines[0].strip():
            continue
        indent = line[:len(line) - len(line.lstrip())]
        own = lines[0][:len(lines[0]) - len(lines[0].lstrip())]
        if not indent.endswith(own):
            continue
        last = (indent[:len(indent) - len(own)] + lines[-1]).rstrip()
        ends = [j + 1 for j in range(i, min(i + LONGEST, len(whole))) if whole[j] == last]
        if ends:
            candidates.append((i, ends[0]))
    return candidates[0] if len(candidates) == 1 else None


def check_output(page: Page, block: Block, match: re.Match[str],
                 project: Project) -> Iterator[Problem]:
    """An output is a run of lines of what the program prints; … stands for left-out lines."""
    try:
        if match["command"]:
            whole = project.output_of_command(match["command"])
        else:
            whole = project.output_of_file(linked(page, match["file_at"]))
    except Unknown as error:
        yield Problem(page.path, block.caption_line, str(error))
        return
    yield from check_runs(page, block, whole, "printed")


def check_diff(page: Page, block: Block, match: re.Match[str],
               project: Project) -> Iterator[Problem]:
    """A difference is a run of lines of the two files' unified diff, without its headers."""
    old, new = (project.lines(linked(page, match[side])) for side in ("old_at", "new_at"))
    whole = [line.rstrip() for line in difference(old, new)]
    yield from check_runs(page, block, whole, "in the difference")


def difference(old: list[str], new: list[str]) -> list[str]:
    """The unified diff of two files as one piece: no headers, and every unchanged line."""
    everything = len(old) + len(new)
    return list(difflib.unified_diff(old, new, lineterm="", n=everything))[3:]


def check_runs(page: Page, block: Block, whole: list[str], where: str) -> Iterator[Problem]:
    """Whether the runs of a block stand in `whole`, in their order."""
    if not any(line.strip(" …") for line in block.lines):
        yield Problem(page.path, block.line, "an empty block", fix(block, whole))
        return
    stray = first_stray(block.lines, whole)
    if stray is not None:
        now = mended(block.lines, whole)
        yield Problem(page.path, block.line + 1 + stray,
                      f"not {where} (any more): {block.lines[stray]}",
                      fix(block, now) if now else None)
