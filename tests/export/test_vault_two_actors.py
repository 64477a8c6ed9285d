"""A vault in which the program and a person with Obsidian and a sync program take turns, at random."""

import random
import shutil
from pathlib import Path

import pytest

from reader.export.folder import FolderReport
from reader.export.model import ExportedPaper
from reader.export.seal import read_seal
from tests.export.exported import marked
from tests.export.test_vault import export
from tests.export.test_vault_shared import by_gray_matter, by_obsidian, by_python_frontmatter

PAPERS = 6
REWRITERS = (
    by_obsidian,
    by_gray_matter,
    by_python_frontmatter,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text,
)


class Turns:
    """The folder, what the program wants in it, and which files a person has put words into."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.random, self.step = folder, random.Random(seed), 0
        folder.mkdir()
        self.papers: list[ExportedPaper] = [marked(f"Paper {n}", f"2501.{n:05d}") for n in range(PAPERS)]
        self.theirs: set[Path] = set()

    def files(self) -> list[Path]:
        return sorted(self.folder.rglob("*.md"))

    def program_changes(self) -> None:
        at = self.random.randrange(PAPERS)
        self.papers[at] = self.papers[at]._replace(note=f"program {self.step}")

    def program_exports(self) -> None:
        before = {path: path.read_bytes() for path in self.files()}
        known = {path: self._key_of(path) for path in before}
        report = export(self.folder, *self.papers)
        self._nothing_is_lost(before)
        self._changes_have_arrived(known, report)
        again = {path: path.stat().st_mtime_ns for path in self.files()}
        assert export(self.folder, *self.papers).written == 0
        assert {path: path.stat().st_mtime_ns for path in self.files()} == again

    def _nothing_is_lost(self, before: dict[Path, bytes]) -> None:
        for path, content in before.items():
            assert path.exists()
            if path in self.theirs:
                assert path.read_bytes() == content, path

    def _changes_have_arrived(self, known: dict[Path, str | None], report: FolderReport) -> None:
        for paper in self.papers:
            its = [path for path in known if known[path] == paper.key]
            if not self.theirs.intersection(its):
                there = [path for path in self.files() if self._key_of(path) == paper.key]
                assert any(paper.note.splitlines()[0] in path.read_text("utf-8") for path in there)
        told = {self.folder / path for path in (*report.kept, *report.copies)}
        twice = [key for key in known.values() if key and list(known.values()).count(key) > 1]
        assert all(path in told for path in self.theirs if known.get(path) and known[path] not in twice)

    @staticmethod
    def _key_of(path: Path) -> str | None:
        seal = read_seal(path.read_text("utf-8"))
        return seal.key if seal else None

    def person_does_something(self) -> None:
        files = self.files()
        if not files:
            return
        path = self.random.choice(files)
        what = self.random.choice((self.edit, self.move, self.delete, self.write_again, self.conflict, self.own_file))
        what(path)

    def edit(self, path: Path) -> None:
        path.write_bytes(path.read_bytes() + f"\nmine {self.step}\n".encode())
        self.theirs.add(path)

    def move(self, path: Path) -> None:
        to = self.folder / self.random.choice((".", "읽음", "a/b")) / f"{self.random.choice('가나다')} {self.step}.md"
        to.parent.mkdir(parents=True, exist_ok=True)
        path.rename(to)
        if path in self.theirs:
            self.theirs = self.theirs - {path} | {to}

    def delete(self, path: Path) -> None:
        if self.random.random() < 0.5:  # else a folder would always be small
            path.unlink()
            self.theirs.discard(path)

    def write_again(self, path: Path) -> None:
        if self._key_of(path):
            text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
            path.write_bytes(self.random.choice(REWRITERS)(text).encode())

    def conflict(self, path: Path) -> None:
        copy = path.with_name(f"{path.stem}.sync-conflict-20260101-{self.step}-ABC.md")
        if len(copy.name.encode()) < 200:
            shutil.copy(path, copy)
            self.edit(copy)

    def own_file(self, path: Path) -> None:
        own = path.with_name(f"own {self.step}.md")
        own.write_text(f"mine {self.step}\n", encoding="utf-8")
        self.theirs.add(own)


def take_turns(folder: Path, seed: int, steps: int) -> Turns:
    turns = Turns(folder, seed)
    for turns.step in range(steps):
        turns.random.choice((turns.program_changes, turns.program_exports, turns.person_does_something))()
    turns.program_exports()
    return turns


def test_no_word_of_a_persons_is_lost_and_every_change_arrives(tmp_path: Path) -> None:
    assert len(take_turns(tmp_path / "vault", 0, 200).theirs) > 10


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 5))
def test_that_holds_for_many_steps(seed: int, tmp_path: Path) -> None:
    assert len(take_turns(tmp_path / "vault", seed, 500).theirs) > 20
