"""Makes an edition of the book.

    python3 book/editions site FOLDER   pages for a browser, with VitePress
    python3 book/editions page FILE     one HTML file that needs nothing else, with pandoc
    python3 book/editions epub FILE     a book for a reader, with pandoc
    python3 book/editions pdf FILE      the page, printed by chromium
"""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "book/check"))

from project import Project, virtual  # noqa: E402

METADATA = {"title": "Async by Hand", "lang": "en",
            "subtitle": "How asyncio actually works, rebuilt in C++20"}
LANGUAGES = {".hpp": "cpp", ".cpp": "cpp", ".py": "python", ".json": "json"}
READER = "gfm"
OLDEST_NODE = 18


def pandoc(*words: str, text: str | None = None) -> str:
    """Runs pandoc in the root of the repository, and gives what it wrote."""
    done = subprocess.run(["pandoc", *words], cwd=ROOT, input=text, stdout=subprocess.PIPE,
                          encoding="utf-8", check=True)
    return done.stdout


def linked_code(project: Project) -> list[Path]:
    """The files of code that the book's pages link to, from the root on: the appendix."""
    found = set()
    for page in project.book:
        for link in project.page(page).links:
            path = (page.parent / link.target.split("#")[0]).resolve()
            if path.is_file() and path.suffix in LANGUAGES and "exercises" not in path.parts:
                found.add(path.relative_to(project.root))
    return sorted(found)


def appendix(files: list[Path]) -> str:
    """All these files, one after the other, with headings."""
    lines, folder = ["# The code", ""], None
    for path in files:
        if path.parent != folder:
            folder = path.parent
            lines += [f"## {folder}", ""]
        name = "code-" + "".join(c if c.isalnum() or c in ".-" else "-" for c in str(path))
        lines += [f"### {path.name} {{#{name}}}", "", f"~~~~~{LANGUAGES[path.suffix]}",
                  (ROOT / path).read_text(encoding="utf-8").rstrip("\n"), "~~~~~", ""]
    return "\n".join(lines)


def document(players: Path | None = None) -> str:
    """The whole book as one document of pandoc's own kind, with the players of a folder."""
    project = Project(ROOT, virtual.build_folder())
    files = linked_code(project)
    pieces = []
    for page in project.book:
        pieces.append(json.loads(pandoc(
            "-f", READER, "-t", "json", f"--metadata=page={project.name(page)}",
            f"--metadata=code={' '.join(str(file) for file in files)}",
            f"--metadata=players={players or ''}",
            "--lua-filter", str(HERE / "book.lua"), str(page))))
    pieces.append(json.loads(pandoc("-f", "markdown", "-t", "json", text=appendix(files))))
    whole = pieces[0]
    whole["blocks"] = [block for piece in pieces for block in piece["blocks"]]
    whole["meta"] = {}
    return json.dumps(whole)


def write_site(folder: Path) -> None:
    """The site; what it is made of is laid out in a folder beside it."""
    version = subprocess.run(["node", "--version"], stdout=subprocess.PIPE, text=True, check=True)
    if int(version.stdout.lstrip("v").split(".")[0]) < OLDEST_NODE:
        raise OSError(f"the site needs Node {OLDEST_NODE} or later; here is {version.stdout}")
    site, pages = ROOT / "book/site", folder.parent / "pages"
    lock, installed = site / "package-lock.json", site / "node_modules/.package-lock.json"
    if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
        show_and_run(["npm", "ci", "--no-audit", "--no-fund"], site)
    show_and_run(["python3", "stage.py", str(pages)], site)
    write_players(pages / "public/players")
    show_and_run(["node_modules/.bin/vitepress", "build"], site,
                 {"BOOK_PAGES": str(pages), "BOOK_SITE": str(folder)})


def write_players(folder: Path) -> None:
    """The players of the chapters that have a trace, or a word on why there are none."""
    done = subprocess.run([sys.executable, "book/tools/player.py", "--to", str(folder)], cwd=ROOT,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode != 0:
        print(f"No player beside the text: {done.stdout.strip()}", file=sys.stderr)


def show_and_run(words: list[str], folder: Path, more: dict[str, str] | None = None) -> None:
    """Prints a command as one would type it, and runs it in the folder."""
    print(f"$ (cd {folder.relative_to(ROOT)} && {shlex.join(words)})", flush=True)
    subprocess.run(words, cwd=folder, env={**os.environ, **(more or {})}, check=True)


def metadata() -> list[str]:
    """What the book says of itself, as options."""
    return [f"--metadata={name}={value}" for name, value in METADATA.items()]


def write_page(file: Path, with_players: bool = True) -> None:
    """One HTML file that needs nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        players = Path(folder) if with_players else None
        if players:
            write_players(players)
        text = document(players)
    pandoc("-f", "json", "-t", "html5", "--standalone", "--self-contained", *metadata(), "--toc",
           "--toc-depth=2", "--section-divs", "--template", str(HERE / "page.html"),
           f"--variable=cover:{HERE / 'cover.svg'}",
           "--css", str(HERE / "page.css"), "--resource-path", str(ROOT), "-o", str(file),
           text=text)


def write_epub(file: Path) -> None:
    """A book for a reader."""
    pandoc("-f", "json", "-t", "epub3", *metadata(), "--toc", "--toc-depth=2",
           "--epub-chapter-level=1", "--epub-cover-image", str(HERE / "cover.svg"), "--css", str(HERE / "epub.css"), "--highlight-style",
           str(HERE / "colours.theme"), "--resource-path", str(ROOT), "-o", str(file),
           text=document())


def write_pdf(file: Path) -> None:
    """The page, printed by a browser."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        write_page(page, with_players=False)
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
        subprocess.run([browser, "--headless", *sandbox, "--disable-gpu", "--no-first-run",
                        "--disable-background-networking", "--disable-component-update",
                        "--disable-sync", f"--user-data-dir={folder}/browser",
                        "--no-pdf-header-footer", "--generate-pdf-document-outline",
                        f"--print-to-pdf={file}", page.as_uri()], stderr=subprocess.DEVNULL,
                       check=True)


def main(words: list[str]) -> int:
    """Writes one edition."""
    kind, file = words[0], Path(words[1]).resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    write = {"site": write_site, "page": write_page, "epub": write_epub, "pdf": write_pdf}[kind]
    try:
        write(file)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"book/editions: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
