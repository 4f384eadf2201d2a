"""The timeline: the rows that a reader sees."""

import unittest

import tools  # noqa: F401
from timeline import Timeline
from tools import NAMES, traced


def rows(name, width=88):
    """The timeline of a program."""
    return list(Timeline(traced(name), width).rows())


class TimelineTest(unittest.TestCase):
    def test_05_starts_like_this(self):
        expected = """\
05_naive_loop: 5 coroutines, 67 steps, 0.50 s
● runs   ┆ waits   ○ may go on   · has not run   ◆ the kernel is asked
─ 0.00 s ───────────────────────────────────────────────────────────────────────────────
    1  · · · · ·  main         makes coroutine 0, coroutine 1, coroutine 2, coroutine 3
                                 and coroutine 4
    2  ● · · · ·  coroutine 0  “coroutine 0 step 1 at 0.00”
                               yields AsyncSleep(until=1000.0), waits until 0.05 s
    3  ┆ ● · · ·  coroutine 1  “coroutine 1 step 1 at 0.00”
                               yields AsyncSleep(until=1000.0), waits until 0.05 s"""
        self.assertEqual(rows("05_naive_loop")[:9], expected.split("\n"))

    def test_05_the_clock_moves_when_the_kernel_is_asked(self):
        text = "\n".join(rows("05_naive_loop"))
        self.assertIn("""\
    7  ○ ○ ○ ○ ○  kernel       ◆ nanosleep(0.05 s) = 0, 0.05 s later
                               5 may go on
─ 0.05 s ───────────────────────────────────────────────────────────────────────────────
    8  ● ○ ○ ○ ○  coroutine 0  yields AsyncSleep(until=1000.1), waits until 0.10 s
""", text)

    def test_no_row_is_wider_than_the_page(self):
        for name in NAMES:
            for width in (80, 88, 100):
                wide = [row for row in rows(name, width) if len(row) > width]
                self.assertEqual(wide, [], name)

    def test_every_step_has_a_row_or_is_one_of_many(self):
        for name in NAMES:
            numbers = [int(row[:5]) for row in rows(name) if row[:5].strip().isdigit()]
            again = [row for row in rows(name) if "the same again" in row]
            self.assertEqual(numbers, sorted(set(numbers)))
            if not again:
                self.assertEqual(len(numbers), len(traced(name).steps))

    def test_06_what_comes_again_and_again_is_told_once(self):
        again = [row.split() for row in rows("06_async_read") if "the same again" in row]
        self.assertEqual([" ".join(row) for row in again],
                         ["⋮ the same again 30 times, to step 66"])

    def test_03_calls_and_stacks_are_told_where_one_drives_by_hand(self):
        text = "\n".join(rows("03_delegation"))
        self.assertIn('send("abc")', text)
        self.assertIn("stands in outer › middle › inner", text)


if __name__ == "__main__":
    unittest.main()
