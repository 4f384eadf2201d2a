"""Lays out what the site is made of: python3 stage.py FOLDER.

The pages of the book as they are, and a page for each file of code, so that every link into the
code has somewhere to lead."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "book/check"))

from project import Project, virtual  # noqa: E402

CODE = ("chapters/*/*", "common/*", "common/*/*", "book/programs/*")
LANGUAGES = {".hpp": "cpp", ".cpp": "cpp", ".py": "python", ".cmake": "cmake", ".sh": "sh",
             ".json": "json", ".jsonc": "json", ".md": "md", ".txt": "text", ".svg": "xml"}


def code(project: Project) -> set[Path]:
    """The files of code that have a page: the chapters', and whatever a page links to."""
    found = {path for pattern in CODE for path in ROOT.glob(pattern)}
    for page in project.site:
        for link in project.page(page).links:
            path = (page.parent / link.target.split("#")[0]).resolve()
            if not link.image and ROOT in path.parents:
                found.add(path)
                found.update(path.glob("*"))
    return {path.relative_to(ROOT) for path in found.difference(project.site)
            if path.is_file() and (path.suffix in LANGUAGES or not path.suffix)}


def front(title: str) -> list[str]:
    """The head of a page of code: no outline, no neighbours, not in the search."""
    return ["---", f"title: {json.dumps(title)}", "pageClass: source",  
            "outline: false", "prev: false", "next: false", "---", ""]


def trail(path: Path) -> str:
    """The path as links to each folder on the way."""
    parts = [f"[code]({up(len(path.parts) - 1)}index.md)"]
    for depth, name in enumerate(path.parts[:-1], 1):
        parts.append(f"[{name}]({up(len(path.parts) - 1 - depth)}index.md)")
    return " / ".join(parts)


def up(levels: int) -> str:
    """So many folders up."""
    return "../" * levels or "./"


def write(path: Path, lines: list[str]) -> None:
    """Writes a page."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def lay_code(target: Path, files: set[Path]) -> None:
    """A page for each file of code and each folder."""
    folders: dict[Path, set[Path]] = {Path("."): set()}
    for path in files:
        text = (ROOT / path).read_text(encoding="utf-8").rstrip("\n")
        language = LANGUAGES.get(path.suffix, "text")
        if path.name == "CMakeLists.txt":
            language = "cmake"
        write(target / f"{path}.md",
              [*front(path.name), trail(path), "", f"# {path.name}", "",
               f"~~~~~{language}:line-numbers", text, "~~~~~"])
        for folder, child in zip(path.parents, [path, *path.parents]):
            folders.setdefault(folder, set()).add(child)
    for folder, children in folders.items():
        title = "The code" if folder == Path(".") else folder.name
        lines = [*front(title), trail(folder / "x"), "", f"# {title}", ""]
        for child in sorted(children, key=lambda each: (each not in folders, each.name)):
            link = f"./{child.name}/index.md" if child in folders else f"./{child.name}.md"
            lines.append(f"- [{child.name}{'/' if child in folders else ''}]({link})")
        write(target / folder / "index.md", lines)


def lay_pages(target: Path, project: Project) -> None:
    """The README as the first page, the book's contents as the second, and the chapters."""
    names = {ROOT / "README.md": "index.md", ROOT / "book/README.md": "contents.md"}
    for path in project.site:
        shutil.copyfile(path, target / names.get(path, path.name))
    shutil.copytree(ROOT / "book/figures", target / "figures", dirs_exist_ok=True)


def main(words: list[str]) -> int:
    """Lays everything out anew in the folder that the words name."""
    target = Path(words[0])
    shutil.rmtree(target, ignore_errors=True)
    (target / "public").mkdir(parents=True)
    shutil.copy(HERE / "favicon.svg", target / "public")
    modules = target.parent / "node_modules"  # where the pages, being turned into code, look
    if not modules.is_symlink():
        modules.symlink_to(HERE / "node_modules")
    project = Project(ROOT, virtual.build_folder())
    lay_pages(target, project)
    lay_code(target / "source", code(project))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
