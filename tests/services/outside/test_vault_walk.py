"""A profile and its vault, in which a person writes on both sides, at random: no import loses a text of either."""

import os
import random
import shutil
import time
from pathlib import Path

import pytest

from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.export.model import ENGLISH, KOREAN
from reader.export.seal import read_seal
from reader.marks.notes import VERSIONS_KEPT
from reader.posts.model import PaperKey
from reader.services.exporting import papers, write_folder
from reader.services.outside.returning import import_vault
from reader.services.profile import Profile
from tests.export.test_vault_shared import by_gray_matter, by_obsidian, by_python_frontmatter
from tests.factories import numbered, post, write_post

WORDS = ("생각", "[[2501.00002]]", "## Introduction", "- [ ] todo", "`code`", "| a | b |", "> quoted", "$x$", "가나 다")
REWRITERS = (by_obsidian, by_gray_matter, by_python_frontmatter, lambda text: text.replace("\n", "\r\n"))
PAPERS = 12
NOTES = ("## Note\n", "## 메모\n")


class Walk:
    def __init__(self, profile: Profile, vault: Path, seed: int) -> None:
        self.profile, self.vault, self.random, self.step = profile, vault, random.Random(seed), 0
        self.keys = [PaperKey(f"2501.{n:05d}") for n in range(1, PAPERS + 1)]
        self.came = self.looked = 0

    def words(self) -> str:
        """A text that was never written before."""
        some = self.random.choices(WORDS, k=self.random.randrange(1, 4))
        return "\n\n".join([f"word{self.step}x", *some])

    def files(self) -> list[Path]:
        return sorted(path for path in self.vault.rglob("*.md") if read_seal(path.read_text("utf-8")))

    def program_writes(self) -> None:
        text = "" if self.random.random() < 0.1 else self.words()
        self.profile.marks.set_note(self.random.choice(self.keys), text, new_session=True)

    def program_exports(self) -> None:
        words = self.random.choice((ENGLISH, KOREAN))
        write_folder(self.profile, self.keys, words, papers(self.profile, self.keys), self.vault)
        again = write_folder(self.profile, self.keys, words, papers(self.profile, self.keys), self.vault)
        assert again.written == 0

    def person_writes(self) -> None:
        if not (files := self.files()):
            return
        path = self.random.choice(files)
        text = path.read_text("utf-8").replace("\r\n", "\n")
        heading = next((heading for heading in NOTES if heading in text), None)
        if heading is None:
            text = text.replace("\n## Introduction", f"\n## Note\n\n{self.words()}\n\n## Introduction", 1)
        else:
            text = text.replace(heading, f"{heading}\n{self.words()}\n", 1)
        path.write_text(text, encoding="utf-8")
        moment = time.time() + self.random.choice((-3600, 0))
        os.utime(path, (moment, moment))

    def person_does_else(self) -> None:
        if not (files := self.files()):
            return
        path = self.random.choice(files)
        what = self.random.randrange(4)
        if what == 0:
            path.write_text(self.random.choice(REWRITERS)(path.read_text("utf-8")), encoding="utf-8")
        elif what == 1:
            path.rename(path.with_name(f"{self.random.choice('가나다')} {self.step}.md"))
        elif what == 2:
            shutil.copy(path, path.with_name(f"{path.stem[:40]}.sync-conflict-20260101-{self.step}-ABC.md"))
        else:
            path.unlink()

    def program_imports(self) -> None:
        marks = self.profile.marks
        before = {key: marks.marks_of(key).note for key in self.keys}
        vault = {path: path.read_bytes() for path in self.vault.rglob("*.md")}
        report = import_vault(self.profile, self.vault).report
        assert {path: path.read_bytes() for path in self.vault.rglob("*.md")} == vault
        texts = {key: [marks.marks_of(key).note, *(v.text for v in marks.note_versions(key))] for key in self.keys}
        for key, note in before.items():
            assert not note or note in texts[key], "the program's text"
        for content in vault.values():
            text = content.decode("utf-8").replace("\r\n", "\n")
            if (seal := read_seal(text)) and not seal.untouched and "word" in text:
                newest = text.split("word", 1)[1].split("x", 1)[0]
                there = texts[PaperKey(seal.key)]
                self.looked += len(there) <= VERSIONS_KEPT
                # Of a note with more earlier texts than are kept, the oldest may be one that only the vault has.
                assert len(there) > VERSIONS_KEPT or any(f"word{newest}x" in one for one in there), "the person's text"
        assert import_vault(self.profile, self.vault).report.is_empty
        self.came += not report.is_empty


def walk(profile: Path, tmp_path: Path, seed: int, steps: int) -> Walk:
    write_post(tmp_path / "posts", "2025-01-02.md", post(numbered(PAPERS)))
    assert run(["--profile", str(profile), "sync", str(tmp_path / "posts")]) == 0
    vault = tmp_path / "vault"
    vault.mkdir()
    with Profile(ProfilePaths.of(profile)) as opened:
        one = Walk(opened, vault, seed)
        acts = (
            one.program_writes,
            one.program_exports,
            one.person_writes,
            one.person_writes,
            one.person_does_else,
            one.program_imports,
        )
        for one.step in range(steps):
            one.random.choice(acts)()
        one.program_imports()
    return one


def test_no_text_of_either_side_is_lost(profile: Path, tmp_path: Path) -> None:
    assert walk(profile, tmp_path, 0, 120).came > 5


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1, 5))
def test_that_holds_for_many_steps(profile: Path, tmp_path: Path, seed: int) -> None:
    walked = walk(profile, tmp_path, seed, 500)
    assert walked.came > 20
    assert walked.looked > 500
