"""What one may type after ./learn, and what one sees."""

import unittest

from learn import chapters
from learn.trouble import Trouble
from project import ProjectCase

COLOUR = "\033["


class Chapters(unittest.TestCase):
    def test_a_chapter_is_a_number_a_title_or_both(self):
        for word in ("5", "05", "naive_loop", "05_naive_loop"):
            self.assertEqual(chapters.find(word), "05_naive_loop")

    def test_an_unknown_chapter_brings_the_nearest_one_to_mind(self):
        for word, near in (("naive_lop", "naive_loop"), ("05_naive", "05_naive_loop")):
            with self.assertRaises(Trouble) as caught:
                chapters.find(word)
            self.assertIn(f"Did you mean {near}?", str(caught.exception))
            self.assertEqual(caught.exception.code, 2)

    def test_every_chapter_has_its_lines(self):
        self.assertEqual(chapters.names(), sorted(chapters.LINES))


class Words(ProjectCase):
    def test_an_unknown_command_ends_with_2_and_the_nearest_one(self):
        done = self.learn("tset")
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, "learn: There is no command tset. Did you mean test?\n")

    def test_an_unknown_chapter_ends_with_2_before_anything_is_built(self):
        for command in ("run", "test", "diff"):
            done = self.learn(command, "3")
            self.assertEqual(done.returncode, 2)
            self.assertIn("There is no chapter 3.", done.stderr)
        self.assertEqual(self.called(), [])

    def test_a_chapter_that_is_not_named_is_asked_for(self):
        done = self.learn("run")
        self.assertEqual(done.returncode, 2)
        self.assertIn("Which chapter?", done.stderr)

    def test_words_of_no_use_are_refused(self):
        for words in (("tour", "02"), ("doctor", "x"), ("help", "x"), ("diff", "01", "02")):
            self.assertEqual(self.learn(*words).returncode, 2, words)

    def test_help_lists_every_command(self):
        shown = self.learn("help").stdout
        for name in ("tour", "test", "run", "diff", "bench", "doctor", "help"):
            self.assertIn(f"./learn {name}", shown)
        self.assertEqual(self.learn("--help").stdout, shown)

    def test_a_module_that_is_added_brings_its_command(self):
        self.write(
            "tests/learn/greet.py",
            "from learn.register import command\n"
            "@command('greet', 'NAME', 'greets')\n"
            "def greet(words):\n"
            "    print('Hello', *words)\n"
            "    return 3\n",
        )
        done = self.learn("greet", "you")
        self.assertEqual((done.stdout, done.returncode), ("Hello you\n", 3))

    def test_diff_shows_what_is_written_anew_and_names_what_is_new(self):
        done = self.learn("diff", "2")
        self.assertEqual(done.returncode, 0)
        self.assertIn("$ diff -u chapters/01_first/run.hpp chapters/02_second/run.hpp", done.stdout)
        self.assertIn("-one\n+two\n", done.stdout)
        self.assertIn("New in 02_second: more.hpp", done.stdout)

    def test_there_is_colour_on_a_terminal_alone(self):
        self.assertNotIn(COLOUR, self.learn("diff", "2").stdout)
        self.assertRegex(self.on_terminal("diff", "2"), r"\033\[32m\+(\033\[m)?(\033\[32m)?two")

    def test_no_color_is_honoured(self):
        self.assertNotIn(COLOUR, self.on_terminal("diff", "2", NO_COLOR="1"))

    def test_no_locale_keeps_it_from_printing(self):
        self.write(
            "tests/learn/sigh.py",
            "from learn.register import command\n"
            "@command('sigh', '', 'sighs')\n"
            "def sigh(words):\n"
            "    print('\\u00e9')\n",
        )
        done = self.learn("sigh", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0")
        self.assertEqual((done.stdout, done.stderr), ("\u00e9\n", ""))

    def test_doctor_ends_with_1_and_the_way_out_if_the_build_cannot_work(self):
        self.assertEqual(self.learn("doctor").returncode, 0)
        self.write("tests/learn/needs.txt", "build no-such-tool the-package a b c d\n")
        self.fake("apt-get")
        done = self.learn("doctor")
        self.assertEqual(done.returncode, 1)
        self.assertIn("missing", done.stdout)
        self.assertIn("apt-get install -y --no-install-recommends the-package", done.stderr)


if __name__ == "__main__":
    unittest.main()
