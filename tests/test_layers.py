"""Which room may know which: architecture.md as a table of sentences, held by reading every import.

A sentence names a room (a folder or file of `reader`) and those it may import. A room without a sentence fails.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

READER = Path(__file__).resolve().parent.parent / "reader"

ANYONE = frozenset({"*"})
PLAIN = frozenset({"errors", "files", "links", "log", "paths"})  # what any room but posts may lean on
ROOMS = frozenset({"posts", "library", "search", "marks", "render", "export"})
JOINERS = frozenset(
    {"profile", "refresh", "find", "finding", "facets", "doctor", "exporting", "importing", "resetting"}
)  # bring rooms together, for the command line and the window

KNOWS = {
    # cli, app → ui → render, marks, search, library → posts
    "posts": {"links"},
    "library": {"posts"} | PLAIN,
    "search": {"posts"} | PLAIN,
    "marks": {"posts"} | PLAIN,
    "render": {"posts"} | PLAIN,
    "export": {"posts"} | PLAIN,
    # what stands beside the rooms
    "links": set(),
    "errors": set(),
    "files": set(),
    "paths": {"errors"},
    "log": {"paths", "errors"},
    "settings": PLAIN,
    "updates": {"errors"},
    "arguments": set(),
    "query_text": set(),
    "search_history": PLAIN,
    # who joins them
    **dict.fromkeys(JOINERS, ROOMS | PLAIN | JOINERS | {"settings", "query_text"}),
    "ui": ROOMS | PLAIN | JOINERS | {"settings", "query_text", "search_history", "updates"},
    "commands": ANYONE,
    "app": ANYONE,
    "cli": ANYONE,
    "__main__": ANYONE,
    "__init__": set(),
}

ONLY = {  # a library, and who alone may import it
    "PySide6": {"ui", "app"},  # app makes the QApplication, and loads Qt only when a window is wanted (see below)
    "shiboken6": {"ui"},
    "whoosh": {"search"},
    "markdown_it": {"posts", "render"},
    "mdit_py_plugins": {"render"},
    "ziamath": {"render"},
    "yaml": {"posts"},
    "frontmatter": {"posts"},
    "bibtexparser": {"importing"},
}

HEAVY = ("PySide6", "whoosh", "markdown_it", "ziamath", "frontmatter")
"""What starting the command line must not load: the window's start and every `sync --events` pay for it."""

LINES_OF_A_FILE = 400
LINES_OF_A_CLASS = 300


@dataclass(frozen=True)
class Import:
    """One module named by an import statement."""

    file: Path
    line: int
    module: str  # absolute, with dots

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: imports {self.module}"


def sources(package: Path = READER) -> list[Path]:
    return sorted(package.rglob("*.py"))


def tree_of(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def room_of(file: Path, package: Path = READER) -> str:
    """The room of a file: its folder in the package, or its own name at the top."""
    return file.relative_to(package).parts[0].removesuffix(".py")


def imports(file: Path, package: Path = READER) -> Iterator[Import]:
    """Every import of a file, wherever in it; `from reader import x` names reader.x, relative ones are resolved."""
    home = (package.name, *file.relative_to(package).parent.parts)
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (Import(file, node.lineno, name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = home[: len(home) + 1 - node.level] if node.level else ()
            module = ".".join([*base, *([node.module] if node.module else [])])
            names = [f"{module}.{name.name}" for name in node.names] if module == package.name else [module]
            yield from (Import(file, node.lineno, name) for name in names)


def strangers(package: Path = READER) -> list[str]:
    """The imports that no sentence allows."""
    return [
        f"{found}, and {room_of(file, package)} may not"
        for file in sources(package)
        for found in imports(file, package)
        if not allowed(room_of(file, package), found.module, package.name)
    ]


def allowed(room: str, module: str, package: str) -> bool:
    """Whether the table lets this room import this module."""
    first, _, rest = module.partition(".")
    if first != package:
        return room in ONLY.get(first, {room})
    other = rest.partition(".")[0]
    return other in ("", "__version__", room) or bool(KNOWS.get(room, ANYONE) & {other, "*"})


def test_every_room_has_a_sentence():
    assert {room_of(file) for file in sources()} <= set(KNOWS)


def test_rooms_know_only_whom_they_may():
    assert strangers() == []


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("posts/parse.py", "from reader.library.sync import sync"),
        ("posts/parse.py", "from ..library import sync"),
        ("marks/store.py", "from reader import search"),
        ("render/page.py", "import reader.marks.store"),
        ("ui/window.py", "from reader.cli import main"),
        ("ui/window.py", "def later():\n    import whoosh.index"),
        ("library/sync.py", "from PySide6.QtCore import QObject"),
        ("cli.py", "import PySide6"),
    ],
)
def test_a_forbidden_import_is_found_where_it_stands(tmp_path: Path, file: str, line: str):
    source = tmp_path / "reader" / file
    source.parent.mkdir(parents=True)
    source.write_text(f"{line}\n")
    [complaint] = strangers(tmp_path / "reader")
    assert complaint.startswith(f"{source}:{line.count(chr(10)) + 1}: imports ")


@pytest.mark.parametrize(
    "line", ["from reader.posts.model import Post", "from . import catalogue", "import platformdirs"]
)
def test_what_is_allowed_is_not_complained_about(tmp_path: Path, line: str):
    source = tmp_path / "reader" / "library" / "sync.py"
    source.parent.mkdir(parents=True)
    source.write_text(f"{line}\n")
    assert strangers(tmp_path / "reader") == []


@pytest.mark.parametrize("module", ["reader.__main__", "reader.cli", "reader.app"])
def test_starting_loads_nothing_heavy(module: str):
    code = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    assert loaded.stdout.split() == []


def test_no_file_has_grown_too_long():
    long = {
        str(file): lines for file in sources() if (lines := len(file.read_text("utf-8").splitlines())) > LINES_OF_A_FILE
    }
    assert long == {}


def test_no_class_has_grown_too_long():
    long = [
        f"{file}:{node.lineno}: {node.name}"
        for file in sources()
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.ClassDef) and (node.end_lineno or 0) - node.lineno >= LINES_OF_A_CLASS
    ]
    assert long == []
