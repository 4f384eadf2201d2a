"""The comparison itself: what it must not let pass."""

import pathlib
import sys
import unittest
import unittest.mock

import compare
from differences import DIFFERENCES, Difference

HERE = pathlib.Path(__file__).parent


def python(code):
    """Return what a program of this code printed, as the comparison sees it."""
    return compare.printed(sys.executable, "-c", code)


class Compare(unittest.TestCase):
    def fails(self, words, function, *args):
        with self.assertRaises(compare.Failure) as raised:
            function(*args)
        self.assertIn(words, str(raised.exception))

    def test_equal_lines_pass(self):
        compare.check(["a", "b"], ["a", "b"])

    def test_another_line_fails_with_a_unified_diff(self):
        self.fails("@@ -1,2 +1,2 @@\n a\n-b\n+c", compare.check, ["a", "b"], ["a", "c"])

    def test_a_missing_line_fails(self):
        self.fails("-b", compare.check, ["a", "b"], ["a"])

    def test_a_difference_on_purpose_passes(self):
        difference = Difference("a reason", ("b",), ("c", "d"))
        compare.check(["a", "b", "e"], ["a", "c", "d", "e"], [difference])

    def test_a_difference_on_purpose_that_is_gone_fails(self):
        difference = Difference("a reason", ("b",), ("c",))
        self.fails("a reason", compare.check, ["a", "b"], ["a", "b"], [difference])

    def test_a_difference_beside_the_one_on_purpose_fails(self):
        difference = Difference("a reason", ("b",), ("c",))
        self.fails("+d", compare.check, ["a", "b", "a"], ["a", "c", "d"], [difference])

    def test_a_word_for_an_error_without_a_reason_fails(self):
        self.fails("error: odd", compare.check, ["error: odd"], ["error: odd"])

    def test_what_a_program_prints_is_taken_by_lines(self):
        self.assertEqual(python("print(1); print(2)"), ["1", "2"])

    def test_silence_fails(self):
        self.fails("printed nothing", python, "")
        self.fails("printed nothing", python, "print()")

    def test_an_exit_code_fails(self):
        self.fails("ended with 3", python, "print(1); exit(3)")

    def test_a_complaint_fails(self):
        code = "import sys; print(1); print('a word', file=sys.stderr)"
        self.fails("a word", python, code)

    def test_a_hang_fails(self):
        code = "import threading; print(1, flush=True); threading.Event().wait()"
        with unittest.mock.patch.object(compare, "TIMEOUT", 1):
            self.fails("did not end within 1 s", python, code)

    def test_time_is_virtual(self):
        code = "import time; time.sleep(3600); print(time.monotonic())"
        self.assertEqual(python(code), ["4600.0"])

    def test_every_program_has_a_twin_and_a_sentence(self):
        programs = sorted(HERE.glob("[0-9][0-9]_*.py"))
        twins = sorted(HERE.glob("[0-9][0-9]_*.cpp"))
        names = [path.stem for path in programs]
        self.assertEqual(names, [path.stem for path in twins])
        for program in programs:
            sentence = program.read_text().splitlines()[0]
            self.assertRegex(sentence, r'^"""[^";]+\."""$', program.name)
        self.assertGreaterEqual(len(programs), 25)

    def test_every_difference_is_of_a_pair(self):
        for name in DIFFERENCES:
            self.assertTrue((HERE / f"{name}.py").exists(), name)


if __name__ == "__main__":
    unittest.main()
