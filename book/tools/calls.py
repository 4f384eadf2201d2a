"""Calls: one generator that is driven by hand, with a lane for each of its frames.

A step of the trace is one call of the driver. Which frames ran in it follows from where
the chain stood before and after: first the leaf, then whoever it returned to, then
whoever was awaited anew.
"""

from typing import Dict, Iterator, List, Optional, Tuple

import words
from lanes import Column
from words import Step


def columns_of_calls(steps: List[Step], name: str) -> List[Column]:
    """A column for each call of the driver, and one for each frame that ran in it."""
    columns: List[Column] = []
    chain: List[str] = []
    yielded = None
    for step in steps:
        if step["who"] != name:
            continue
        after = words.stack(step, name)
        states, waits = standing(chain, yielded)
        result = step["yielded"] or step["ended"]
        columns.append(Column("call", ["driver"], step["call"], states=states, waits=waits,
                              note=f"→ {result}"))
        for function in frames_that_ran(chain, after):
            chain = chain[: chain.index(function)] if function in chain else chain
            chain = [*chain, function]
            states, waits = standing(chain, None)
            ended = "" if function in after else "ended"
            columns.append(Column("coroutine", [function], str(step["step"]), states=states,
                                  waits=waits, ended=ended))
        chain, yielded = after, step["yielded"]
        columns[-1].states, columns[-1].waits = standing(chain, yielded)
    return columns


def standing(
    chain: List[str], yielded: Optional[str]
) -> Tuple[Dict[str, Optional[str]], Dict[str, str]]:
    """How each frame of a chain stands: it awaits the next one, or has yielded."""
    waits = {outer: f"awaits {inner}" for outer, inner in zip(chain, chain[1:])}
    waits.update({leaf: f"yielded {yielded}" for leaf in chain[-1:]})
    return {function: "suspended" for function in chain}, waits


def frames_that_ran(before: List[str], after: List[str]) -> Iterator[str]:
    """The frames that ran between two chains, in the order in which they did."""
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    yield from reversed(before[same:])
    if same:
        yield before[same - 1]
    yield from after[same:]
