"""The real book: whatever is altered in a copy of one of its pages, the check sees it."""

import sys
import unittest
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "book/check"))

import blocks  # noqa: E402
import claims  # noqa: E402
import links  # noqa: E402
from learn import virtual  # noqa: E402
from page import Page  # noqa: E402
from project import Project  # noqa: E402


class Guard(unittest.TestCase):
    """Alters pages in memory; the files stay as they are."""

    @classmethod
    def setUpClass(cls):
        cls.project = Project(ROOT, virtual.build_folder())
        cls.pages = [cls.project.page(path) for path in cls.project.book]

    def problem_lines(self, page, lines, part):
        """The lines in which this part of the check finds a problem if the page had these."""
        altered = Page(page.path, "\n".join(lines))
        self.project.pages[page.path] = altered
        try:
            return {each.line for each in part.check(altered, self.project, Counter())}
        finally:
            self.project.pages[page.path] = page

    def assert_seen(self, page, number, text, part):
        """A problem on line `number` (from 1) if that line were this text."""
        lines = list(page.lines)
        lines[number - 1] = text
        with self.subTest(page=page.path.name, line=number, text=text):
            self.assertIn(number, self.problem_lines(page, lines, part))

    def compared(self, page):
        """The blocks of a page that this machine can compare, and that are true now."""
        red = self.problem_lines(page, page.lines, blocks)
        for block in page.blocks:
            kind = blocks.kind_of(block.caption)
            if kind and not self.project.foreign(kind[1]["words"]) and red.isdisjoint(
                    range(block.caption_line, block.end + 1)):
                yield block

    def test_an_altered_line_in_any_block(self):
        for page in self.pages:
            for block in self.compared(page):
                kept = [i for i, line in enumerate(block.lines) if line.strip(" …")]
                number = block.line + 1 + kept[len(kept) // 2]
                self.assert_seen(page, number, page.lines[number - 1] + " altered",
                                 blocks)

    def test_an_altered_caption(self):
        for page in self.pages:
            for block in page.blocks:
                if blocks.kind_of(block.caption):
                    lines = list(page.lines)
                    text = lines[block.caption_line - 1]
                    lines[block.caption_line - 1] = text.replace("**", "*")
                    with self.subTest(page=page.path.name, caption=block.caption):
                        self.assertIn(block.line, self.problem_lines(page, lines, blocks))

    def test_an_altered_link(self):
        for page in self.pages:
            for link in page.links:
                text = page.lines[link.line - 1]
                if not links.ELSEWHERE.match(link.target) and f"({link.target})" in text:
                    for name in ("x" + link.target, link.target + "#x"):
                        if link.image and name.endswith("#x"):
                            continue
                        self.assert_seen(page, link.line,
                                         text.replace(f"({link.target})", f"({name})"), links)

    def test_an_altered_claim(self):
        for page in self.pages:
            section = page.section(claims.HEADING)
            for line, _ in page.items(*section) if section else []:
                self.assert_seen(page, line, "- No test says so.", claims)


if __name__ == "__main__":
    unittest.main()
