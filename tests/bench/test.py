"""./learn bench --quick: that all is measured and told, not what comes out."""

import json
import os
import subprocess
import sys
import unittest
from pathlib import Path

from bench import rows, table
from bench.rounds import Round
from learn.virtual import build_folder

TIMES = {"step/bare": (1.0, 2.0, 9.0), "step/01": (5.0, 6.0, 9.0), "step/03/0": (3.0, 4.0, 27.0),
         "step/03/1000": (3.0, 8.0, 54.0), "run/05/10": (7.0, 7.0, 7.0)}


def rounds_of(times):
    """Three rounds in which these times were measured, and one of CPython's."""
    return [
        Round("a compiler", {name: {"cpu_time": time[at]} for name, time in times.items()},
              {"step/03/0": 30.0})
        for at in range(3)
    ]


class Told(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        done = subprocess.run([sys.executable, str(Path(__file__).parent), "--quick"],
                              stdout=subprocess.PIPE, encoding="utf-8", check=True)
        cls.lines = done.stdout.splitlines()
        cls.rows = {row["name"]: row
                    for row in json.loads((build_folder() / "bench.json").read_text())["rows"]}

    def test_every_kind_of_benchmark_is_there(self):
        depths = {f"step/03/{depth}" for depth in (0, 1, 10, 100, 1000)}
        sleepers = {f"run/05/{count}" for count in (10, 100, 1000, 10_000)}
        idle = {f"run/06/{count}" for count in (1, 10, 100, 1000)}
        rest = {name for name in table.TITLES if "{}" not in name}
        self.assertEqual(set(self.rows), depths | sleepers | idle | rest)

    def test_the_table_has_a_line_for_each_and_all_lines_are_as_long(self):
        lines = [line for line in self.lines if line.startswith("|")]
        self.assertEqual(len(lines), 2 + len(self.rows))
        self.assertEqual({(len(line), line.count("|")) for line in lines},
                         {(len(lines[0]), len(table.HEAD) + 1)})

    def test_every_time_is_more_than_nothing(self):
        for row in self.rows.values():
            self.assertGreater(row["ns"], 0, row["name"])

    def test_cpython_delegates_beside_us_at_every_depth(self):
        for name, row in self.rows.items():
            self.assertEqual(row["cpython_ns"] is not None, name.startswith("step/03/"), name)

    def test_a_coroutine_is_one_allocation_and_so_is_an_event_that_is_awaited(self):
        for name, count in (("coroutine", 1), ("event", 1), ("both", 2)):
            self.assertEqual(self.rows[f"await/{name}"]["allocations"], count)
            self.assertGreater(self.rows[f"await/{name}"]["frame_bytes"], 0)

    def test_the_line_above_the_table_says_when_where_and_how(self):
        self.assertRegex(self.lines[0],
                         r"^Measured on \d{4}-\d\d-\d\d, .+, with `./learn bench`:$")


class Ratios(unittest.TestCase):
    def test_a_ratio_is_the_median_of_the_rounds_own(self):
        row = {row.name: row for row in rows.rows_of(rounds_of(TIMES))}
        self.assertEqual(row["step/03/0"].ns, 4.0)
        self.assertEqual(row["step/03/0"].ratio, 3.0)  # of 3, 2 and 3
        self.assertEqual(row["step/03/0"].cpython_ratio, 7.5)
        self.assertEqual(row["run/05/10"].ratio, 1.0)  # the first of its loop

    def test_a_goal_is_missed_by_name(self):
        told = table.goals(rows.reached(rounds_of(TIMES))).splitlines()
        self.assertEqual(told, [
            "Depth 1,000 to depth 0: 2.00× (goal: 1.3× at most, missed)",
            "Depth 0 to the bare handle: 3.00× (goal: 2× at most, missed)",
            "Depth 0 to the machine of 01: 0.67× (goal: 1.3× at most)",
        ])


if __name__ == "__main__":
    unittest.main()
