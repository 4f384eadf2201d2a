"""Figures: each is there, says what it shows, and is what its tool would draw today."""

from __future__ import annotations

import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path
from typing import Iterator

from links import ELSEWHERE
from page import Page
from problem import Problem
from project import Project

TOOL = "book/tools/figures.py"


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """The images of a page: no missing file, and the alt text that the figure itself carries."""
    for link in page.links:
        if not link.image or ELSEWHERE.match(link.target):
            continue
        counts["figures"] += 1
        path = (page.path.parent / link.target).resolve()
        if path.suffix != ".svg" or not path.is_file():
            continue
        alt = alt_of(path)
        if alt and " ".join(link.text.split()) != alt:
            yield Problem(page.path, link.line, f"the alt text of {project.name(path)} is: {alt}")


def alt_of(path: Path) -> str:
    """What a figure says of itself in words: its <desc>, or else its <title>."""
    root = xml.parse(path).getroot()
    for name in ("desc", "title"):
        found = root.find(f"{{http://www.w3.org/2000/svg}}{name}")
        if found is not None and found.text:
            return " ".join(found.text.split())
    return ""


def check_all(project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """Whether the tool that draws the figures would draw the same ones again."""
    tool = project.root / TOOL
    if not tool.is_file():
        return
    done = subprocess.run([sys.executable, str(tool), "--check"], cwd=project.root, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        for line in done.stdout.strip().split("\n"):
            yield Problem(tool, 1, line)
