"""A trace in words: what the timeline, the figures and the player say of a step."""

import re
from itertools import groupby
from typing import Any, Dict, List, Optional, Tuple

Step = Dict[str, Any]


def clock(seconds: float) -> str:
    """A time as one reads it: 0.05, 0.125, 50."""
    text = f"{seconds:.6f}".rstrip("0")
    whole, _, rest = text.partition(".")
    return f"{whole}.{rest:0<2}" if rest or seconds < 10 else whole


def listed(names: List[str]) -> str:
    """a, b and c."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def state_of(step: Step, name: str) -> Dict[str, Any]:
    """What the step says of a coroutine; one that is not there yet has no state."""
    for coroutine in step["coroutines"]:
        if coroutine["name"] == name:
            return coroutine
    return {"name": name, "state": None, "yielded": None, "through": None, "frames": []}


def waits_for(step: Step, name: str, sleeps: str = "until ") -> Optional[str]:
    """What a coroutine waits for after the step, if it is known: until 0.05 s, to read 3."""
    for sleeper in step["sleepers"]:
        if sleeper["name"] == name:
            return f"{sleeps}{clock(sleeper['until'])} s"
    for kind, verb in (("readers", "to read "), ("writers", "to write ")):
        for waiter in step[kind]:
            if waiter["name"] == name:
                return verb + str(waiter["descriptor"])
    through = state_of(step, name)["through"]
    return f"for {through}" if through else None


def stack(step: Step, name: str) -> List[str]:
    """The functions that a suspended coroutine stands in, the innermost last."""
    return [bare(frame["function"]) for frame in state_of(step, name)["frames"]]


def bare(function: str) -> str:
    """A function's name without its chapter."""
    return re.sub(r"\bch\d\d::", "", function)


def is_ready(step: Step, name: str) -> bool:
    """True if a coroutine waits for what is there already."""
    waiters = step["sleepers"] + step["readers"] + step["writers"]
    return any(each["ready"] for each in waiters if each["name"] == name)


def printed(step: Step) -> List[str]:
    """The lines that were printed during the step."""
    return [line for line in step["printed"].split("\n") if line]


def calls(step: Step) -> List[str]:
    """The questions to the kernel with their answers; the same ones in a row once."""
    texts = []
    asked = [(each["call"], each["asked"], each["answered"]) for each in step["kernel"]]
    for (call, question, answered), same in groupby(asked):
        times = len(list(same))
        text = f"{call}({question}) = {answered}"
        texts.append(text if times == 1 else f"{text}, {times} times")
    return texts


def passed(step: Step) -> str:
    """How long the step took, if it took any time."""
    took = step["time"] - step["began"]
    return f"{clock(took)} s later" if round(took, 6) else ""


def made(step: Step, before: Optional[Step]) -> List[str]:
    """The coroutines that are there after the step and were not before it."""
    known = {each["name"] for each in before["coroutines"]} if before else set()
    return [each["name"] for each in step["coroutines"] if each["name"] not in known]


def endings(step: Step) -> List[str]:
    """How the step ended, in verbs: yields and waits, returns, raises, is closed."""
    if step["yielded"] is None:
        how = {"returned": "returns", "closed": "is closed"}
        return [how.get(step["ended"]) or f"raises {step['error']}"]
    waits = waits_for(step, step["who"])
    return [f"yields {step['yielded']}"] + ([f"waits {waits}"] if waits else [])


def sentence(step: Step, before: Optional[Step]) -> str:
    """The step in one sentence."""
    if step["kind"] == "kernel":
        call = step["kernel"][0]
        return f"The loop asks the kernel: {call['call']}({call['asked']}). {answer(step)}"
    how = f", resumed by {step['call']}," if step["call"] not in (None, "next()") else ""
    parts = [f"calls {', '.join(calls(step))}"] if step["kernel"] else []
    if made(step, before):
        parts.append(f"makes {listed(made(step, before))}")
    if printed(step):
        parts.append("prints " + ", ".join(f"“{line}”" for line in printed(step)))
    if step["kind"] == "coroutine":
        parts += endings(step)
    return f"{step['who']}{how} {listed(parts)}."


def answer(step: Step) -> str:
    """What the kernel answered, in a sentence."""
    call = step["kernel"][0]
    ready = [str(each) for each in call["readable"] + call["writeable"]]
    if call["call"] != "select":
        return f"{clock(step['time'] - step['began'])} s pass."
    if not ready:
        return "Nothing is ready" + (f", {passed(step)}." if passed(step) else ".")
    verb = "is" if len(ready) == 1 else "are"
    return f"{listed(ready)} {verb} ready, {passed(step) or 'at once'}."


def folded(steps: List[Step]) -> List[Tuple[List[Step], int]]:
    """The steps in groups, with how often each group comes: where one or two steps come
    again and again at one instant, and print nothing, the first ones stand for all."""
    groups = []
    at = 0
    while at < len(steps):
        size, times = repetition(steps, at)
        groups.append((steps[at : at + size], times))
        at += size * times
    return groups


def repetition(steps: List[Step], at: int) -> Tuple[int, int]:
    """How many steps from here on come again, and how often."""
    for size in (1, 2):
        looks = [signature(step) for step in steps[at : at + size]]
        times = 1
        while None not in looks and looks == [
            signature(step) for step in steps[at + size * times : at + size * (times + 1)]
        ]:
            times += 1
        if times >= 3:
            return size, times
    return 1, 1


def signature(step: Step) -> Optional[Tuple[Any, ...]]:
    """What two steps have in common that look the same; none for one that stands out."""
    if step["printed"] or step["ended"] or step["kind"] == "main":
        return None
    yielded = re.sub(r"\d+", "#", step["yielded"] or "")
    return step["time"], step["who"], step["call"], yielded, tuple(calls(step))
