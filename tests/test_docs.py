"""What the documents name is there, the picture of the rooms is the rule, and nothing points outside the repository."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.test_layers import ANYONE, JOINERS, KNOWS

ROOT = Path(__file__).resolve().parent.parent
DOCS = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md")))
BASES = (ROOT, ROOT / "reader", ROOT / "docs")
"""Where a path in a document begins: at the root, in the package, or beside the document."""

NOT_OURS = frozenset({"build", "dist"})
"""Folders that tools make."""


LINK = re.compile(r"\]\((?![\w+-]+:|#)([^)\s#]+)")
PATH = re.compile(r"(?<![\w/.*…:-])[\w.-]+(?:/[\w.-]*)+(?![\w*…<{%])")
MODULE_FILE = re.compile(r"(?<![\w/.*…:-])\w+\.py\b")
MODULE = re.compile(r"\breader(?:\.\w+)+")
DEFINED = re.compile(r"`(\w+(?:\.\w+)?)`,? \(([\w/]+\.py)\b")
"""A name with the file that defines it: `Catalogue.write_post` (library/catalogue.py)."""

OUTSIDE = re.compile(
    r"\bfacts\.md|\bmake_corpus\b|(?<!Jekyll )\bissues? \d+\b|\bmock-?ups?\b|\.\./shared|/work/"
    r"|\bpypi\.org|\bpythonhosted\b|\bnpmjs\b|\b(?:deb|security|archive|ports)\.(?:debian|ubuntu)\.\w",
    re.IGNORECASE,
)
"""Words that somebody who has only the repository cannot follow."""

ALLOWED = {"tests/": "../shared", "tests/bench/libraries.py": "make_corpus"}
"""Where such words may stand: the tests that use what they name say so and do without where it is missing."""

KEPT = ("reader", "tests", "packaging", "docs", "resources", ".github", ".ci")
FROM_OTHERS = ("packaging/licences/", "tests/posts/foreign/", "tests/test_docs.py")
TEXT = {
    "",
    ".py",
    ".md",
    ".toml",
    ".yml",
    ".json",
    ".sh",
    ".nsi",
    ".spec",
    ".txt",
    ".xml",
    ".desktop",
    ".ts",
    ".svg",
    ".sql",
}


def of_the_repository() -> Iterator[tuple[str, Path]]:
    """Every file of text that is kept, by its path; not what others wrote, nor this test."""
    below = [file for folder in KEPT for file in (ROOT / folder).rglob("*")]
    for file in [*ROOT.iterdir(), *below]:
        name = file.relative_to(ROOT).as_posix()
        if file.is_file() and file.name != ".git" and file.suffix in TEXT and not name.startswith(FROM_OTHERS):
            yield name, file


def pointers(name: str, text: str) -> list[str]:
    """The words of a file that point outside the repository, with their lines."""
    allowed = {word for where, word in ALLOWED.items() if name.startswith(where)}
    return [
        f"{name}:{number}: {match[0]}"
        for number, line in enumerate(text.splitlines(), 1)
        for match in OUTSIDE.finditer(line)
        if match[0] not in allowed
    ]


def named_in(document: Path) -> set[str]:
    """What a document names of the repository: links, paths that begin with a folder of ours, and files of Python."""
    text = document.read_text(encoding="utf-8")
    ours = {folder.name for base in (ROOT, ROOT / "reader") for folder in base.iterdir() if folder.is_dir()} - NOT_OURS
    paths = {path.rstrip(".") for path in PATH.findall(text) if path.partition("/")[0] in ours}
    return {*LINK.findall(text), *paths, *MODULE_FILE.findall(text)}


def is_there(name: str, document: Path) -> bool:
    """Whether a path leads somewhere from where paths begin; of a file without a folder, whether some folder has it."""
    if any((base / name).exists() for base in (*BASES, document.parent)):
        return True
    return "/" not in name and any(True for base in ("reader", "packaging", "tests") for _ in (ROOT / base).rglob(name))


@cache
def words_of(file: Path) -> frozenset[str]:
    """The names that a file of Python defines, of whatever kind."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        match node:
            case ast.ClassDef() | ast.FunctionDef() | ast.AsyncFunctionDef():
                found.add(node.name)
            case ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
    return frozenset(found)


def table_of_rooms() -> dict[str, set[str] | None]:
    """The table of docs/architecture.md: room → the rooms it may import, None for all of them."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    table = text.split("| room | may import, besides itself |\n| --- | --- |\n")[1].split("\n\n")[0]
    rooms: dict[str, set[str] | None] = {}
    for line in table.splitlines():
        who, whom = line.strip("| ").split(" | ")
        for room in re.findall(r"`([\w.]+)`", who):
            rooms[room] = None if whom == "everything" else set(re.findall(r"`([\w.]+)`", whom))
    return rooms


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_a_path_in_a_document_leads_somewhere(document: Path):
    assert {name for name in named_in(document) if not is_there(name, document)} == set()


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_a_module_in_a_document_is_there(document: Path):
    modules = set(MODULE.findall(document.read_text(encoding="utf-8")))
    paths = {module: ROOT.joinpath(*module.split(".")) for module in modules}
    assert {name for name, path in paths.items() if not (path.is_dir() or path.with_suffix(".py").is_file())} == set()


@pytest.mark.parametrize("document", DOCS, ids=lambda path: path.name)
def test_a_name_with_its_file_is_defined_there(document: Path):
    """Of `Class.method` the class; a method may be inherited, and so it is looked for in the whole program."""
    missing = []
    everything = frozenset().union(*(words_of(file) for file in (ROOT / "reader").rglob("*.py")))
    for name, path in DEFINED.findall(document.read_text(encoding="utf-8")):
        file = next((base / path for base in BASES if (base / path).is_file()), None)
        first, _, rest = name.partition(".")
        if file is None or first not in words_of(file) or (rest and rest not in everything):
            missing.append((name, path))
    assert missing == []


def test_the_files_named_for_a_room_are_in_it():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8").split("## Which file?")[1].split("\n## ")[0]
    rooms = re.findall(r"\*\*`([\w.]+)`\*\*:(.*?)(?=\*\*|\Z)", text, re.DOTALL)
    named = [
        f"{room.replace('.', '/')}/{file}" for room, files in rooms for file in re.findall(r"`([\w/]+\.py)`", files)
    ]
    assert len(named) > 80
    assert [file for file in named if not (ROOT / "reader" / file).is_file()] == []


def test_the_table_of_the_architecture_is_the_rule():
    """What is said there in words, of `services` and `ui.window`, is left to the words and the picture."""
    told = table_of_rooms()
    rule = {room: None if whom == ANYONE else set(whom) for room, whom in KNOWS.items()}
    in_words = {"services", "ui.window"}
    empty = {"search", "services", "ui", "__init__"}  # folders with nothing in them but rooms
    services = {f"services.{joiner}" for joiner in JOINERS}
    assert told.keys() == (rule.keys() - empty - services) | in_words
    assert {room: told[room] for room in told.keys() - in_words} == {
        room: rule[room] for room in told.keys() - in_words
    }


def test_the_picture_of_the_architecture_has_every_service():
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    picture = text.split("```")[1]
    assert re.sub(r"[\s│]+", " ", picture).count(", ".join(JOINERS)) == 1


def test_nothing_points_outside_the_repository():
    texts = ((name, file.read_text(encoding="utf-8", errors="replace")) for name, file in of_the_repository())
    assert [found for name, text in texts for found in pointers(name, text)] == []


@pytest.mark.parametrize(
    "line",
    [
        *("see facts.md", "as in the mock-up", "the queries of issue 3", "in ../shared/posts"),
        *("https://pypi.org/project/x", "http://archive.ubuntu.com/ubuntu", "http://deb.debian.org/debian"),
    ],
)
def test_words_that_point_outside_are_found(line: str):
    assert len(pointers("docs/x.md", f"one line\n{line}\n")) == 1


@pytest.mark.parametrize(
    "text", ["`reader/posts/nothing.py`", "see nothing.py", "(ui/window/nothing.py)", "[x](nothing.md)"]
)
def test_a_path_that_leads_nowhere_is_found(tmp_path: Path, text: str):
    document = tmp_path / "a.md"
    document.write_text(text)
    [name] = named_in(document)
    assert not is_there(name, document)
