"""The figures: current, and readable in more than one way."""

import contextlib
import io
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as xml

from tools import ROOT, traced

import calls
import figures
import words
from lanes import columns_of

FOLDER = ROOT / "book/figures"
SVG = "{http://www.w3.org/2000/svg}"


def run(option):
    """The figures' program, with one option."""
    return subprocess.run([sys.executable, ROOT / "book/tools/figures.py", option],
                          stdout=subprocess.PIPE, encoding="utf-8", check=False)


class Figures(unittest.TestCase):
    def test_those_in_the_book_are_what_would_be_drawn_today(self):
        done = run("--check")
        self.assertEqual((done.returncode, done.stdout), (0, ""))

    def test_each_says_in_words_what_it_shows(self):
        alt = run("--alt").stdout
        for path in sorted(FOLDER.glob("0*.svg")):
            with self.subTest(path.name):
                root = xml.parse(path).getroot()
                description = root.find(f"{SVG}desc").text
                self.assertGreater(len(description), 40)
                self.assertIn(f"![{description}](figures/{path.name})", alt)

    def test_each_fits_a_page_of_a_code_host_in_light_and_in_dark(self):
        for path in sorted(FOLDER.glob("0*.svg")):
            with self.subTest(path.name):
                text = path.read_text(encoding="utf-8")
                self.assertEqual(xml.fromstring(text).get("width"), "700")
                self.assertIn("prefers-color-scheme: dark", text)
                self.assertNotIn("var(", text)
                self.assertNotRegex(text.replace("http://www.w3.org/2000/svg", ""), "https?:")

    def test_no_text_leaves_the_page(self):
        for path in sorted(FOLDER.glob("0*.svg")):
            for text in xml.parse(path).getroot().iter(f"{SVG}text"):
                wide = len(text.text or "") * (6.1 if "small" in text.get("class") else 7.3)
                x = float(text.get("x"))
                left = x - wide * (("end" in text.get("class")) + ("middle" in text.get("class")) / 2)
                self.assertGreater(left, 0, (path.name, text.text))
                self.assertLess(left + wide, 704, (path.name, text.text))

    def test_a_step_is_a_column_and_the_same_again_is_a_gap(self):
        steps = [step for step in traced("06_async_read").steps if step["began"] == 0]
        columns = columns_of(steps, ["background", "ready"])
        self.assertEqual([column.label for column in columns if column.kind == "gap"], ["30×"])
        self.assertLess(len(columns), len(steps) - 50)

    def test_the_frames_that_ran_follow_from_the_chains(self):
        ran = calls.frames_that_ran
        self.assertEqual(list(ran([], ["a"])), ["a"])
        self.assertEqual(list(ran(["a"], ["a", "b", "c"])), ["a", "b", "c"])
        self.assertEqual(list(ran(["a", "b", "c"], ["a"])), ["c", "b", "a"])
        self.assertEqual(list(ran(["a", "b"], ["a", "c"])), ["b", "a", "c"])
        self.assertEqual(list(ran(["a", "b"], [])), ["b", "a"])

    def test_what_a_figure_draws_is_in_its_trace(self):
        text = (FOLDER / "05_five_sleepers.svg").read_text(encoding="utf-8")
        steps = traced("05_naive_loop").steps
        numbers = {int(number) for number in re.findall(r">(\d+)</text>", text)}
        drawn = {step["step"] for step in steps if step["began"] < 0.15 and step["kind"] != "kernel"}
        self.assertEqual(numbers, drawn)
        deadlines = {words.clock(each["until"]) for step in steps[:19] for each in step["sleepers"]}
        self.assertEqual(set(re.findall(r"until ([\d.]+) s", text)), deadlines)

    def test_a_figure_that_nobody_draws_is_told_of(self):
        drawn = {name: "" for name in figures.figures}
        drawn.pop("03_calls.svg")
        with contextlib.redirect_stdout(io.StringIO()) as said:
            self.assertEqual(figures.check(drawn), 1)
        self.assertIn("book/figures/03_calls.svg is drawn by nobody", said.getvalue())


if __name__ == "__main__":
    unittest.main()
