"""Links: every file, folder and heading that a page points at is there."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Iterator
from urllib.parse import unquote

from page import Page
from problem import Problem
from project import Project

ELSEWHERE = re.compile(r"^(https?|mailto):")
HOSTED = re.compile(r"^https?://[^/]+/[^/]+/[^/]+/(?:-/)?(?:blob|tree|raw)/[^/]+/(?P<path>[^#?]+)")
TAGS = set("a b br code details dd dl dt em i img kbd li ol p picture q s small source span strong "
           "sub summary sup table tbody td th thead tr u ul".split())
TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)(?=[\s>/])")


def check(page: Page, project: Project, counts: dict[str, int]) -> Iterator[Problem]:
    """Every link of the page, and what would not show on a code host."""
    for link in page.links:
        counts["links"] += 1
        message = wrong_with(link.target, page, project)
        if message:
            yield Problem(page.path, link.line, message)
        if link.image and not link.text.strip():
            yield Problem(page.path, link.line, f"the image {link.target} has no alt text")
    for number, line in enumerate(page.prose.split("\n"), 1):
        if "<!--" in line:
            yield Problem(page.path, number, "a hidden comment")
        for match in TAG.finditer(line):
            if match[2].lower() not in TAGS:
                yield Problem(page.path, number, f"<{match[2]}> would be taken for HTML: put it "
                              "between backticks")


def wrong_with(target: str, page: Page, project: Project) -> str | None:
    """What is wrong with a link, in a line; None if nothing is."""
    if ELSEWHERE.match(target):
        hosted = HOSTED.match(target)
        if hosted and (project.root / hosted["path"]).exists():
            return f"{target} leads to this repository: use a relative link"
        return None
    if not target:
        return "a link that leads nowhere"
    if target.startswith("/"):
        return f"{target} starts at the root of a site: use a relative link"
    name, _, anchor = target.partition("#")
    path = Path(os.path.normpath(page.path.parent / unquote(name))) if name else page.path
    if project.root not in (path, *path.parents):
        return f"{target} leaves the repository"
    if not path.exists():
        return f"there is no {project.name(path)}"
    if not anchor:
        return None
    if path.suffix != ".md":
        return f"{target} names a place in a file that is no Markdown: it would drift"
    if anchor not in project.page(path).anchors:
        return f"{project.name(path)} has no heading #{anchor}"
    return None
