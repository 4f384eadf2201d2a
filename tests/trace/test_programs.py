"""The traced programs: what they print, and what their traces say."""

import os
import tempfile
import unittest
from functools import lru_cache
from pathlib import Path

import tools
from code_of import source_line
from learn import virtual
from tools import NAMES, step_where, traced

MEMBERS = {
    "step": int, "began": (int, float), "time": (int, float), "kind": str, "who": str,
    "call": (str, type(None)), "yielded": (str, type(None)), "ended": (str, type(None)),
    "error": (str, type(None)), "kernel": list, "printed": str, "coroutines": list,
    "sleepers": list, "readers": list, "writers": list, "lines": list, "loop": list,
}
STATES = {"created", "running", "suspended", "returned", "failed", "closed"}


@lru_cache(maxsize=None)
def raw_trace(name, _=None):
    """What a program writes and prints, byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "trace"
        environment = {**virtual.environment(), "ASYNC_TRACE": str(path)}
        done = virtual.run([virtual.program(f"{name}_trace")], env=environment)
        return path.read_bytes(), done


class Programs(unittest.TestCase):
    def test_a_traced_run_prints_what_the_chapter_prints(self):
        for name in NAMES:
            with self.subTest(name):
                plain = virtual.run([virtual.program(name)]).stdout
                if name == "03_delegation":  # whose last part is not traced
                    plain = plain.split("\nA hundred thousand")[0]
                _, done = raw_trace(name)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                self.assertEqual(done.stdout, plain)

    def test_without_a_trace_they_print_the_same(self):
        for name in NAMES:
            with self.subTest(name):
                without = virtual.run([virtual.program(f"{name}_trace")])
                self.assertEqual(without.stdout, raw_trace(name)[1].stdout)

    def test_two_traces_are_the_same_byte_for_byte(self):
        for name in NAMES:
            with self.subTest(name):
                self.assertEqual(raw_trace(name)[0], raw_trace(name, "again")[0])

    def test_all_that_was_printed_is_in_the_steps(self):
        for name in NAMES:
            with self.subTest(name):
                printed = "".join(step["printed"] for step in traced(name).steps)
                self.assertEqual(printed, raw_trace(name)[1].stdout)

    def test_no_address_and_no_path_of_this_machine_is_left(self):
        for name in NAMES:
            text = "\n".join(traced(name).lines())
            self.assertNotIn('"0x', text)
            self.assertNotIn(str(tools.ROOT), text)


def steps():
    """All steps of all programs, and which each is."""
    for name in NAMES:
        for step in traced(name).steps:
            yield f"{name}, step {step['step']}", step


def waiters(step):
    """All who wait in the step for a deadline or a descriptor."""
    return step["sleepers"] + step["readers"] + step["writers"]


class Steps(unittest.TestCase):
    def test_a_step_is_complete_in_itself(self):
        for which, step in steps():
            self.assertEqual(set(step), set(MEMBERS), which)
            for member, kind in MEMBERS.items():
                self.assertIsInstance(step[member], kind, f"{which}: {member}")
            for coroutine in step["coroutines"]:
                self.assertIn(coroutine["state"], STATES, which)

    def test_steps_are_numbered_and_time_does_not_go_back(self):
        for name in NAMES:
            now = 0
            for number, step in enumerate(traced(name).steps, 1):
                self.assertEqual(step["step"], number)
                self.assertLessEqual(now, step["began"])
                self.assertLessEqual(step["began"], step["time"])
                now = step["time"]

    def test_sleepers_stand_in_the_order_of_their_deadlines(self):
        for which, step in steps():
            deadlines = [sleeper["until"] for sleeper in step["sleepers"]]
            self.assertEqual(deadlines, sorted(deadlines), which)

    def test_who_waits_is_suspended_and_waits_for_one_thing(self):
        for which, step in steps():
            names = [each["name"] for each in waiters(step)]
            self.assertEqual(len(names), len(set(names)), which)
            suspended = {each["name"] for each in step["coroutines"]
                         if each["state"] == "suspended"}
            self.assertLessEqual(set(names), suspended, which)

    def test_who_runs_in_a_loop_was_ready_or_had_not_waited(self):
        for name in NAMES[2:]:  # the first two are driven by hand
            trace = traced(name).steps
            for before, step in zip(trace, trace[1:]):
                if step["kind"] == "coroutine":
                    ready = {each["name"]: each["ready"] for each in waiters(before)}
                    self.assertTrue(ready.get(step["who"], True), f"{name}, step {step['step']}")


class Chapters(unittest.TestCase):
    def test_03_the_innermost_of_three_is_resumed(self):
        step = step_where("03_delegation", lambda step: step["yielded"] == "2")
        frames = [frame["function"] for frame in step["coroutines"][0]["frames"]]
        self.assertEqual(frames, ["ch03::outer", "ch03::middle", "ch03::inner"])

    def test_04_two_events_and_no_time(self):
        trace = traced("04_async_sleep")
        events = [step["yielded"] for step in trace.steps if step["yielded"]]
        self.assertEqual(events, ["AsyncSleep(until=1050.0)"] * 2)
        self.assertEqual(trace.steps[-1]["time"], 0)

    def test_05_five_sleepers_wait_in_the_order_in_which_they_asked(self):
        step = step_where("05_naive_loop", lambda step: step["who"] == "coroutine 4")
        waiting = [(each["name"], each["until"]) for each in step["sleepers"]]
        self.assertEqual(waiting, [(f"coroutine {i}", 0.05) for i in range(5)])
        self.assertEqual(traced("05_naive_loop").steps[-1]["time"], 0.5)

    def test_05_the_kernel_lets_them_all_go_on(self):
        step = step_where("05_naive_loop", lambda step: step["kind"] == "kernel")
        self.assertEqual((step["began"], step["time"]), (0, 0.05))
        self.assertEqual(step["kernel"][0]["asked"], "0.05 s")
        self.assertTrue(all(sleeper["ready"] for sleeper in step["sleepers"]))

    def test_06_a_listener_waits_for_a_pipe_until_somebody_writes(self):
        step = step_where("06_async_read", lambda step: "speaker writes" in step["printed"])
        self.assertEqual(step["kernel"][0]["call"], "write")
        [reader] = step["readers"]
        self.assertEqual((reader["name"], reader["ready"]), ("listener", False))
        steps = traced("06_async_read").steps
        after = next(each for each in steps[step["step"]:] if each["kind"] == "kernel")
        self.assertEqual(after["kernel"][0]["readable"], [reader["descriptor"]])
        self.assertEqual(after["began"], after["time"])

    def test_07_a_download_waits_to_write_then_to_read_and_then_no_more(self):
        steps = [step for step in traced("07_async_recv").steps if step["who"] == "download"]
        *_, connecting, receiving, last = steps
        self.assertEqual(connecting["kernel"][-1]["answered"], "EINPROGRESS")
        self.assertEqual([each["name"] for each in connecting["writers"]], ["download"])
        self.assertEqual(receiving["kernel"][-1]["answered"], "EAGAIN")
        self.assertEqual([each["name"] for each in receiving["readers"]], ["download"])
        self.assertEqual([each["answered"] for each in last["kernel"]], ["1024"] * 32)
        self.assertEqual(last["ended"], "returned")

    def test_08_a_server_spawns_an_echo_for_each_client(self):
        spawns = [step for step in traced("08_one_event").steps if step["yielded"] == "Spawn()"]
        made = [step["coroutines"][-1] for step in spawns]
        self.assertEqual([each["name"] for each in made], ["echo 1", "echo 2", "echo 3"])
        self.assertEqual({each["state"] for each in made}, {"created"})


@unittest.skipIf("ASYNC_SANITIZED" in os.environ, "a sanitizer's code lies between the lines")
class Lines(unittest.TestCase):
    def test_the_lines_of_a_step_are_those_that_ran_and_no_machinery(self):
        step = step_where("05_naive_loop", lambda step: step["who"] == "coroutine 0")
        lines = [source_line(line) for line in step["lines"]]
        self.assertIn("co_await ch04::asleep(Seconds(0.1));", lines)
        self.assertIn("co_await AsyncSleep(after(duration / 2));", lines)
        files = {line.split(":")[0] for line in step["lines"]}
        self.assertFalse([name for name in files if "02_" in name or "03_" in name], files)

    def test_a_suspended_coroutine_awaits_or_yields_in_each_of_its_frames(self):
        for which, step in steps():
            for coroutine in step["coroutines"]:
                stands = [source_line(frame["at"]) for frame in coroutine["frames"]]
                self.assertEqual(bool(stands), coroutine["state"] == "suspended", which)
                for line in stands:
                    self.assertRegex(line, "co_await|co_yield", which)

    def test_the_loop_runs_between_the_steps(self):
        step = step_where("05_naive_loop", lambda step: step["who"] == "coroutine 1")
        lines = [source_line(line) for line in step["loop"]]
        self.assertIn("sleepers.push(sleep->until(), std::move(coroutine));", lines)
        self.assertNotIn("throw unknown(*event);", lines)


class Own(unittest.TestCase):
    """A program that a reader wrote, with a loop and an event of its own."""

    @classmethod
    def setUpClass(cls):
        cls.trace = tools.traces.run(virtual.program("own_trace"))

    def test_its_steps_are_there_though_it_ends_badly(self):
        who = [step["who"] for step in self.trace.steps if step["kind"] == "coroutine"]
        self.assertEqual(who, ["a", "b", "a", "b", "a", "b", "a"])
        *_, failed, closed = self.trace.steps
        self.assertEqual((failed["ended"], failed["error"]), ("failed", "b has counted enough"))
        self.assertEqual((closed["ended"], closed["call"]), ("closed", "close()"))

    def test_an_event_of_its_own_is_told_in_its_own_words(self):
        self.assertEqual(self.trace.steps[1]["yielded"], "Turn()")
        self.assertEqual(self.trace.steps[1]["sleepers"], [])

    def test_it_is_traced_in_real_time_too(self):
        trace = tools.traces.run(virtual.program("own_trace"), real=True)
        self.assertEqual([step["printed"] for step in trace.steps],
                         [step["printed"] for step in self.trace.steps])

    def test_what_writes_no_trace_is_told_so(self):
        with self.assertRaisesRegex(tools.traces.NoTrace, "wrote no trace"):
            tools.traces.run(virtual.program("05_naive_loop"))

    def test_what_is_no_trace_is_told_so(self):
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write("{}\n")
            file.flush()
            with self.assertRaisesRegex(tools.traces.NoTrace, "is not a trace"):
                tools.traces.load(Path(file.name))

    def test_a_resolved_trace_is_read_again_as_it_is(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(os.path.join(folder, "own.jsonl"))
            path.write_text("\n".join(self.trace.lines()), encoding="utf-8")
            self.assertEqual(tools.traces.load(path), self.trace)


if __name__ == "__main__":
    unittest.main()
