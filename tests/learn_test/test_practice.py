"""A reader and an exercise, from ./learn start to ./learn solution."""

import json
import shutil
import unittest

from project import ROOT, ProjectCase

FOLDER = "chapters/01_first/exercises/1_twice"
STARTER = """#include "common/exercise.hpp"
inline int twice(int) { throw common::Unwritten("twice(): is yours to write"); }
"""
TEST = """#include <doctest/doctest.h>
#include EXERCISE
TEST_CASE("Twice three is six") {
  INFO("twice(3)");
  CHECK(twice(3) == 6);
}
TEST_CASE("Twice nothing is nothing") {
  INFO("twice of "
       "nothing");
  CHECK(twice(0) == 0);
}
"""
SAID = {"title": "Twice", "kind": "write", "minutes": 5, "difficulty": 1, "task": "Write it."}


class Practice(ProjectCase):
    def setUp(self) -> None:
        super().setUp()
        shutil.copytree(ROOT / "common", self.root / "common")
        self.exercise()

    def exercise(self, **said: object) -> None:
        """Puts an exercise into the first chapter."""
        self.write(f"{FOLDER}/exercise.json", json.dumps({**SAID, **said}))
        self.write(f"{FOLDER}/starter.hpp", STARTER)
        self.write(f"{FOLDER}/solution.hpp", "inline int twice(int n) { return n + n; }\n")
        self.write(f"{FOLDER}/test.cpp", TEST)
        self.write(f"{FOLDER}/hints.md", "## 1\n\nadd\n\n## 2\n\nadd it\n\n## 3\n\nto itself\n")

    def answer(self, body: str) -> None:
        """Writes the reader's answer."""
        self.write(f"{FOLDER}/mine.hpp", f"inline int twice(int n) {{ {body} }}\n")

    def text_of(self, name: str) -> str:
        """What a file of the exercise says."""
        return (self.root / FOLDER / name).read_text()

    def test_start_copies_the_starter_and_never_over_an_answer(self):
        shown = self.learn("start", "1.1").stdout
        self.assertIn(f"{FOLDER}/mine.hpp", shown)
        self.assertIn("about 5 minutes, difficulty 1 of 3", shown)
        self.assertEqual(self.text_of("mine.hpp"), STARTER)
        self.answer("return 6;")
        self.assertIn("your file stays as it is", self.learn("start", "1.1").stdout)
        self.assertIn("return 6;", self.text_of("mine.hpp"))

    def test_the_test_of_a_prediction_is_not_shown(self):
        self.assertIn("test.cpp", self.learn("start", "1.1").stdout)
        self.exercise(kind="predict")
        self.assertNotIn("test.cpp", self.learn("start", "1.1").stdout)

    def test_an_exercise_has_a_number_a_name_or_both(self):
        for word in ("1.1", "01.1", "1.twice", "twice"):
            self.assertIn("Twice", self.learn("start", word).stdout, word)

    def test_an_unknown_exercise_ends_with_2_and_what_there_is(self):
        for word, hint in (("twcie", "Did you mean twice?"), ("9.9", "There are: 1.1."), ("1", "1.1 Twice")):
            done = self.learn("start", word)
            self.assertEqual(done.returncode, 2)
            self.assertIn(hint, done.stderr)

    def test_what_was_not_begun_is_not_checked(self):
        for command in ("check", "watch", "reset"):
            done = self.learn(command, "1.1")
            self.assertEqual(done.returncode, 1)
            self.assertIn("You have not started 1.1: ./learn start 1.1", done.stderr)

    def test_each_hint_is_one_more(self):
        self.assertNotIn("add it", self.learn("hint", "1.1").stdout)
        self.assertNotIn("to itself", self.learn("hint", "1.1").stdout)
        self.assertIn("to itself", self.learn("hint", "1.1").stdout)

    def test_reset_keeps_every_answer(self):
        self.learn("start", "1.1")
        for number, name in ((1, "mine.old.hpp"), (2, "mine.old2.hpp")):
            self.answer(f"return {number};")
            self.assertEqual(self.learn("reset", "1.1").returncode, 1, "nobody said yes")
            self.assertEqual(self.learn("reset", "1.1", "--yes").returncode, 0)
            self.assertIn(f"return {number};", self.text_of(name))
            self.assertEqual(self.text_of("mine.hpp"), STARTER)
        self.assertIn("the starter already", self.learn("reset", "1.1", "--yes").stdout)
        self.assertIn("return 1;", self.text_of("mine.old.hpp"))

    def test_the_solution_of_what_is_not_solved_is_asked_for(self):
        self.learn("start", "1.1")
        self.assertEqual(self.learn("solution", "1.1").returncode, 1)
        seen = self.on_terminal("solution", "1.1", answer="n\n")
        self.assertIn("nothing was done", seen)
        self.assertNotIn("n + n", seen)
        self.assertIn("n + n", self.on_terminal("solution", "1.1", answer="y\n"))

    def test_what_is_begun_is_what_is_next(self):
        self.learn("tour")
        self.learn("test")
        self.assertIn("Next: ./learn start 1.1", self.learn().stdout)
        self.learn("start", "1.1")
        self.assertIn("Next: ./learn check 1.1", self.learn().stdout)

    def check(self, body: str, *told: str) -> None:
        """Checks an answer that is not right; the first case tells the story."""
        self.answer(body)
        done = self.learn("check", "1.1")
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        for line in ("what was done:  twice(3)", *told):
            self.assertIn(line, done.stdout)

    def test_check_tells_what_was_done_what_was_expected_and_what_came(self):
        self.learn("start", "1.1")
        done = self.learn("check", "1.1")
        self.assertEqual(done.returncode, 1)
        self.assertIn("Not written yet:", done.stdout)
        self.assertIn("twice(): is yours to write", done.stdout)
        self.check("return n + 4;", "expected:       twice(3) == 6", "what came:      7")
        self.check("int two[2] = {n, n}; return two[n];", "It crashed:", "mine.hpp:1")
        self.check("while (n) n = n | 1; return 0;", "It hangs:")
        self.check("return *new int(2 * n);", "It crashed:", "detected memory leaks")
        self.check("throw n;", "An exception came that was not expected")
        self.answer("return 6;")
        self.assertIn("what was done:  twice of nothing", self.learn("check", "1.1").stdout)
        self.answer("return six;")
        self.assertIn("It does not compile yet.", self.learn("check", "1.1").stdout)
        self.answer("return 2 * n;")
        done = self.learn("check", "1.1")
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertIn("Solved.", done.stdout)
        self.assertIn("1/1 solved  ", self.learn().stdout)
        self.answer("return n * 2;")
        self.assertIn("1/1 solved, 1 changed since", self.learn().stdout)
        self.assertIn("-inline int twice(int n) { return n * 2; }", self.learn("solution", "1.1").stdout)


if __name__ == "__main__":
    unittest.main()
