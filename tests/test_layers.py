"""Which room may know which, as a table of sentences that is held by reading every import.

A sentence names a room and the rooms it may import. A room is a folder of `reader`, a folder in it, or one module; a
file belongs to the smallest room that has a sentence. Leave for a room is leave for all that is in it. A file without
a sentence fails. docs/architecture.md draws the same.
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
ROOMS = frozenset({"base", "numbers", "posts", "library", "search", "marks", "render", "export", "across"})
OUTSIDE = frozenset({"network", "arxiv", "zotero"})  # other programs and computers
JOINERS = (
    # What the program does, in the order in which one may lean on another: each knows those before it.
    "own_names",
    "profile",
    "query_text",
    "search_history",
    "search_result",
    "concepts",
    "measured",
    "installed",
    "authored",
    "search",
    "related",
    "completions",
    "quick_open",
    "facets",
    "offers",
    "watched",
    "fetching",
    "pictures",
    "sources",
    "refresh",
    "watching",
    "repair",
    "tex_text",
    "lists",
    "choosing",
    "importing",
    "exporting",
    "outside",
    "across",
)
PANES = ("sidebar", "papers", "page", "notes", "search", "marks", "export", "palette", "settings")
SHOWN = frozenset(
    {"base", "posts", "library", "marks", "render", "export", "services", "numbers", "across", "arxiv.model"}
)  # what the window is about
PARTS = SHOWN | {"search.request", "ui.session", "ui.widgets", "ui.actions"}  # what every pane of it may lean on

KNOWS = {
    # commands, app → ui → services → render, marks, search, library, export → posts → base
    "base": set(),
    "posts": {"base"},
    "numbers": {"base"},
    **dict.fromkeys(("library", "marks", "render"), frozenset({"base", "posts"})),
    "export": {"base", "posts", "arxiv.model"},
    # other computers, asked only when a person asks
    "network": {"base"},
    "arxiv": {"base", "network"},
    "zotero": {"base", "network"},
    "across": {"base", "posts", "library.model", "numbers", "search.analysis"},
    # text → terms → postings; a query → nodes; match brings both together
    "search.analysis": {"base"},
    "search.snippets": {"posts", "base", "search.analysis"},
    "search.model": {"posts", "search.snippets"},
    "search.request": set(),
    "search.known": {"posts", "search.concepts"},
    "search.query": {"base", "posts", "search.analysis.fold"},
    "search.store": {"base", "posts", "search.model"}
    | {f"search.analysis.{module}" for module in ("fold", "sounds", "tokenizer")},
    "search.concepts": {"base", "search.analysis"},
    "search.match": {"base", "posts", "search.model", "search.known", "search.request", "search.snippets"}
    | {f"search.{room}" for room in ("analysis", "concepts", "query", "store")},
    "search.searcher": {"posts"}
    | {f"search.{room}" for room in ("model", "known", "request", "snippets", "query", "match")},
    "search.index": {"base", "posts", "search"},
    "search": set(),
    # what the program does, without a screen
    **{
        f"services.{joiner}": ROOMS | OUTSIDE | {f"services.{before}" for before in JOINERS[:place]}
        for place, joiner in enumerate(JOINERS)
    },
    "services": set(),
    # the window: widgets and state, panes that do not know one another, and who composes them
    "ui.widgets": {"base", "render.theme", "render.colour", "marks.model"},
    "ui.actions": {"ui.widgets", "base"},
    "ui.session": SHOWN | {"ui.widgets.guarded", "search.match.matcher", "search.request"},
    **dict.fromkeys((f"ui.{pane}" for pane in PANES), PARTS),
    # texts of many papers are drawn as those of one, and stand where that does
    "ui.across": PARTS | {"ui.page"},
    "ui.window": PARTS | {f"ui.{pane}" for pane in PANES} | {"ui.across"},
    "ui.start": SHOWN | {"ui"},
    "ui.gallery": ANYONE,
    "ui": set(),
    "commands": ANYONE,
    "app": ANYONE,
    "__main__": ANYONE,
    "__init__": set(),
}

ONLY = {  # a library, and who alone may import it
    "PySide6": {"ui", "app"},  # app makes the QApplication, and loads Qt only when a window is wanted (see below)
    "shiboken6": {"ui"},
    "whoosh": {"search.store"},
    "markdown_it": {"posts", "render", "export.notes"},
    "mdit_py_plugins": {"render"},
    "ziamath": {"render"},
    "pygments": {"render"},
    "yaml": {"posts", "export.seal", "services.lists", "services.outside"},
    "frontmatter": {"export.seal", "services.lists"},
    "bibtexparser": {"services.lists"},
    "http": {"network", "library.git.server"},
    "mcp": {"commands.agent"},
    "genanki": {"export.anki"},
    "dulwich": {"library"},
    "watchfiles": {"library"},
}

MODULES_OF_A_FOLDER = 25
HEAVY = ("PySide6", "whoosh", "markdown_it", "pygments", "ziamath", "yaml")
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


def name_of(file: Path, package: Path = READER) -> str:
    """The dotted name of a file inside the package: `search.store.codec`; a folder's `__init__` is the folder."""
    parts = file.relative_to(package).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def room_of(name: str) -> str | None:
    """The smallest room with a sentence that a module is in; None where there is none."""
    parts = name.split(".")
    rooms = (".".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((room for room in rooms if room in KNOWS), None)


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
        f"{found}, and {name_of(file, package)} may not"
        for file in sources(package)
        for found in imports(file, package)
        if not allowed(name_of(file, package), found.module, package.name)
    ]


def is_in(name: str, room: str) -> bool:
    """Whether a module is in a room."""
    return name == room or name.startswith(f"{room}.")


def allowed(name: str, module: str, package: str) -> bool:
    """Whether the table lets a module of the package import another."""
    first, _, other = module.partition(".")
    if first != package:
        return any(is_in(name, room) for room in ONLY.get(first, {name}))
    room = room_of(name)
    if other in ("", "__version__") or room is None or (is_in(other, room) and room_of(other) == room):
        return True
    return any(who == "*" or is_in(other, who) for who in KNOWS[room])


def circles(package: Path = READER) -> list[list[str]]:
    """Groups of modules that import one another in a circle; imports for type checkers count."""
    files = {name_of(file, package): file for file in sources(package)}
    reaches = {
        name: {
            other
            for found in imports(file, package)
            if (other := found.module.partition(".")[2]) in files and other != name
        }
        for name, file in files.items()
    }
    while free := [name for name, others in reaches.items() if not others & reaches.keys()]:
        for name in free:
            del reaches[name]
    while free := [name for name in reaches if not any(name in others for others in reaches.values())]:
        for name in free:
            del reaches[name]
    return [sorted(reaches)] if reaches else []


def test_every_file_has_a_sentence():
    assert [str(file) for file in sources() if room_of(name_of(file)) is None] == []


def test_rooms_know_only_whom_they_may():
    assert strangers() == []


def test_nothing_is_imported_in_a_circle():
    assert circles() == []


def test_a_planted_circle_is_found(tmp_path: Path):
    for name, other in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "a")):
        file = tmp_path / "reader" / f"{name}.py"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"if TYPE_CHECKING:\n    from reader.{other} import x\n")
    assert circles(tmp_path / "reader") == [["a", "b", "c"]]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("posts/parse.py", "from reader.library.sync import sync"),
        ("posts/parse.py", "from ..library import sync"),
        ("marks/store.py", "from reader import search"),
        ("render/page.py", "import reader.marks.store"),
        ("ui/window/window.py", "from reader.commands.cli import main"),
        ("ui/window/window.py", "def later():\n    import whoosh.index"),
        ("ui/page/reading.py", "from reader.ui.notes.noting import Noting"),
        ("ui/papers/paper_list.py", "if TYPE_CHECKING:\n    from reader.ui.window.window import MainWindow"),
        ("ui/widgets/words.py", "from reader.ui.session.session import Session"),
        ("ui/session/session.py", "from reader.ui.papers.paper_list import PaperList"),
        ("search/analysis/fold.py", "from reader.search.store.schema import schema"),
        ("search/query/parser.py", "from reader.search.analysis.forms import Form"),
        ("search/store/codec.py", "from reader.search.match.matcher import Matcher"),
        ("search/store/codec.py", "from reader.search.analysis.verbs import forms"),
        ("search/match/scorer.py", "from reader.search.searcher import answer"),
        ("search/analysis/fold.py", "import whoosh.index"),
        ("services/profile.py", "from reader.services.refresh import refresh"),
        ("base/errors.py", "from reader.posts.model import Post"),
        ("library/sync.py", "from PySide6.QtCore import QObject"),
        ("commands/cli.py", "import PySide6"),
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


@pytest.mark.parametrize("module", ["reader.__main__", "reader.commands.cli", "reader.app"])
def test_starting_loads_nothing_heavy(module: str):
    code = f"import sys, {module}; print(*(name for name in {HEAVY!r} if name in sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True, timeout=60)
    assert loaded.stdout.split() == []


def test_no_folder_has_grown_too_large():
    folders = {file.parent for file in sources()}
    modules = {folder: len(list(folder.glob("*.py"))) for folder in folders}
    assert {str(folder): count for folder, count in modules.items() if count > MODULES_OF_A_FOLDER} == {}


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
