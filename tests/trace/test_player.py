"""The player: one file, and what it shows is the trace."""

import json
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import tools
from player import player
from tools import NAMES, traced

IDS = ("first back play next last scrub speed where said map files code sleepers readers writers"
       " coroutines kernel printed trace sources said-of").split()


def element(page, name):
    """The text of the script element with this id."""
    return re.search(rf'<script type="[^"]*" id="{name}">(.*?)</script>', page, re.S).group(1)


class Player(unittest.TestCase):
    def each(self):
        """The trace and the page of every program."""
        for name in NAMES:
            yield traced(name), player(traced(name))

    def test_its_data_is_the_trace(self):
        for trace, page in self.each():
            lines = element(page, "trace").split("\n")
            self.assertEqual([json.loads(line) for line in lines],
                             [json.loads(line) for line in trace.lines()])

    def test_it_says_a_sentence_for_each_step(self):
        for trace, page in self.each():
            said = json.loads(element(page, "said-of"))
            self.assertEqual(len(said), len(trace.steps))
            for step, sentence in zip(trace.steps, said):
                self.assertRegex(sentence, r"^\S.*[.]$")
                self.assertTrue(step["kind"] == "kernel" or sentence.startswith(step["who"]))

    def test_it_has_the_code_of_every_line_that_ran(self):
        for trace, page in self.each():
            sources = json.loads(element(page, "sources"))
            for step in trace.steps:
                for line in step["lines"] + step["loop"]:
                    name, _, number = line.rpartition(":")
                    self.assertLessEqual(int(number), len(sources[name].split("\n")))
            for name, text in sources.items():
                self.assertEqual(text, (tools.ROOT / name).read_text(encoding="utf-8"))

    def test_it_asks_for_no_other_file(self):
        for _, page in self.each():
            shell = re.sub(r'(<script type="[^"]*" id="[\w-]+">).*?</script>', r"\1", page, flags=re.S)
            self.assertNotRegex(shell, r'(src|href)="(?!data:|")|url\((?!#)|@import|https?:')

    def test_the_names_that_others_rely_on_are_there(self):
        page = player(traced(NAMES[0]))
        for name in IDS:
            self.assertEqual(page.count(f'id="{name}"'), 1, name)

    def test_without_a_script_there_is_the_timeline(self):
        for trace, page in self.each():
            self.assertIn(f"<noscript><pre>{trace.program}: ", page)

    def test_its_program_writes_one_file_for_each_chapter(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([sys.executable, tools.ROOT / "book/tools/player.py", "--to", folder],
                           check=True)
            written = sorted(path.name for path in Path(folder).iterdir())
        self.assertEqual(written, [f"{name[:2]}.html" for name in NAMES])


if __name__ == "__main__":
    unittest.main()
