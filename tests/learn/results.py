"""What the last run of each test said: kept in the build folder, a line a test."""

import json
import time
import xml.etree.ElementTree as xml
from typing import Dict, List, NamedTuple

from learn import chapters
from learn.build import BUILD

JUNIT = "Testing/results.xml"  # where ctest writes it, from the build folder
KEPT = BUILD / "Testing" / "results.json"


class Result(NamedTuple):
    """What a test said, and when."""

    status: str  # ctest's words: run, fail, disabled, notrun
    when: float


def last() -> Dict[str, Result]:
    """The last result of each test, by name; nothing if none has run."""
    try:
        return {name: Result(*kept) for name, kept in json.loads(KEPT.read_text()).items()}
    except (OSError, ValueError, TypeError):
        return {}


def keep(chosen: List[str]) -> None:
    """Keeps what ctest has just written: for these chapters, or for everything."""
    now = time.time()
    cases = xml.parse(BUILD / JUNIT).iter("testcase")
    new = {case.get("name", ""): Result(case.get("status", ""), now) for case in cases}
    old = last() if chosen else {}
    kept = {name: old[name] for name in old if not name.startswith(tuple(chosen))}
    KEPT.write_text(json.dumps({**kept, **new}, indent=0))


def changed(name: str) -> float:
    """When something that a chapter is built from changed last."""
    folders = [chapters.ROOT / "common"]
    folders += [chapters.FOLDER / lower for lower in chapters.names() if lower <= name]
    files = [path for folder in folders for path in folder.glob("*.?pp")]
    return max(path.stat().st_mtime for path in files)


def of_chapter(name: str) -> List[Result]:
    """The last results of a chapter's own tests."""
    return [result for test, result in last().items() if test.startswith(name)]
