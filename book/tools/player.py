"""The player: one HTML file that shows a trace step by step, with nothing else to load.

    python3 book/tools/player.py 05 --to FOLDER    writes FOLDER/05.html
    python3 book/tools/player.py --to FOLDER       writes all that there are
"""

import argparse
import html
import json
import re
import sys
from pathlib import Path
from typing import Dict, List

import words
from timeline import Timeline
from code_of import ROOT, source
from traces import NoTrace, Trace, of_chapter

TEMPLATE = Path(__file__).with_name("player.html")


def player(trace: Trace) -> str:
    """The page for a trace."""
    parts = {
        "title": html.escape(f"{trace.program}, step by step"),
        "program": html.escape(trace.program),
        "timeline": html.escape("\n".join(Timeline(trace).rows())),
        "trace": data("\n".join(trace.lines())),
        "sources": data(json.dumps(sources(trace), ensure_ascii=False)),
        "said": data(json.dumps(said(trace), ensure_ascii=False)),
    }
    template = TEMPLATE.read_text(encoding="utf-8")
    return re.sub(r"\{(\w+)\}", lambda found: parts.get(found.group(1), found.group(0)), template)


def data(text: str) -> str:
    """JSON as it may stand in a script element."""
    return text.replace("<", "\\u003c")


def said(trace: Trace) -> List[str]:
    """Each step in one sentence."""
    return [words.sentence(*pair) for pair in zip(trace.steps, [None, *trace.steps])]


def sources(trace: Trace) -> Dict[str, str]:
    """The files of which lines ran: those of the coroutines, the newest chapter's first,
    then the loop's."""
    ranks: Dict[str, int] = {}
    for step in trace.steps:
        for places, rank in ((step["lines"], step["kind"] != "coroutine"), (step["loop"], 1)):
            for name in {place.rpartition(":")[0] for place in places}:
                ranks[name] = min(ranks.get(name, 9), rank)
    names = sorted(sorted(ranks), key=lambda name: name.split("/")[1:2], reverse=True)
    names.sort(key=lambda name: (ranks[name], not name.endswith("/run.hpp")))
    return {name: "\n".join(source(name)) for name in names}


def programs() -> Dict[str, str]:
    """The traced programs of the chapters, by their numbers."""
    names = sorted(path.stem for path in (ROOT / "book" / "traces").glob("[0-9][0-9]_*.cpp"))
    return {name[:2]: name for name in names}


def main() -> int:
    """Writes players; 2 if a trace cannot be had."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("chapters", nargs="*", metavar="NN", help="all, if none is named")
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER")
    chosen = parser.parse_args()
    chosen.to.mkdir(parents=True, exist_ok=True)
    try:
        for number in chosen.chapters or programs():
            page = player(of_chapter(programs().get(number, number)))
            (chosen.to / f"{number}.html").write_text(page, encoding="utf-8")
    except (NoTrace, OSError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
