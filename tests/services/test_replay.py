"""A library that follows sixty commits, or a thousand edits, is the library that one look at the end would make."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.git_address import read_address
from reader.base.paths import ProfilePaths
from reader.library.scope import Scope
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.conftest import SHARED
from tests.factories import METHOD_ONLY, SECTIONS, age, paper, post
from tests.library.git.git_servers import Blog
from tests.library_state import state_of

COMMITS = 60
EDITS = 1_000
CHECKED = {1, 9, 18, 27, 36, 45, 54, COMMITS}
"""After these the library is compared with one that is made anew; each comparison is a whole import."""


class Writing:
    """Posts that come, change and go by chance; `texts` is what there is now, by file name."""

    def __init__(self, seed: int, given: list[str]) -> None:
        self.texts: dict[str, str] = {}
        self._chance = random.Random(seed)
        self._given = given  # whole posts to begin with; without any, invented ones
        self._edition = 0

    def change(self) -> dict[str, str | None]:
        """One change: the files that are others now, None for those that are gone."""
        self._edition += 1
        kind = self._chance.choice(("add", "add", "rewrite", "reformat", "rename", "delete", "back-date"))
        if kind == "add" or len(self.texts) < 3:
            name = f"_posts/{self._day()}-{self._edition:04}.md"
            return self._put({name: self._given.pop() if self._given else self._post()})
        name = self._chance.choice(sorted(self.texts))
        text = self.texts[name]
        match kind:
            case "rewrite":
                return self._put(
                    {name: text.replace("다.", f"다. {self._edition}번 고쳤다(edition {self._edition}).", 3)}
                )
            case "reformat":
                return self._put({name: text.replace("\n\n", "\n\n\n").replace(". ", ".\n", 2)})
            case "rename":
                return self._put({name: None, f"_posts/{self._day()}-renamed-{self._edition:04}.md": text})
            case "delete":
                return self._put({name: None})
            case _:
                return self._put({name: text.replace("date: 20", f"date: {self._chance.choice(('19', '20'))}", 1)})

    def _put(self, files: dict[str, str | None]) -> dict[str, str | None]:
        changed = {name: text for name, text in files.items() if self.texts.get(name) != text}
        for name, text in files.items():
            if text is None:
                del self.texts[name]
            else:
                self.texts[name] = text
        return changed

    def _day(self) -> str:
        return f"2025-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}"

    def _post(self) -> str:
        numbers = self._chance.sample(range(1, 40), self._chance.randint(1, 6))
        sections = self._chance.choice(
            (SECTIONS, METHOD_ONLY, {**SECTIONS, "Method": "자기회귀(autoregressive) 모델이다."})
        )
        papers = [
            paper(at, f"Study {number} of Folding", f"https://arxiv.org/abs/2501.{number:05}", sections)
            for at, number in enumerate(numbers, 1)
        ]
        return post(papers, date=f"{self._day()} 08:15:00")


@pytest.fixture
def places(tmp_path: Path) -> ProfilePaths:
    return ProfilePaths.of(tmp_path / "followed")


def marked_some(profile: Profile, chance: random.Random) -> set[PaperKey]:
    """Bookmark some papers of the library; all bookmarks there are."""
    keys = list(profile.listing.keys(profile.listing.ids(Scope(in_posts=True))))
    profile.marks.set_bookmarks(chance.sample(keys, min(2, len(keys))), True)
    return set(profile.marks.keys("bookmarked"))


def follow(places: ProfilePaths, blog: Blog, writing: Writing, tmp: Path) -> None:
    """Fetch commit after commit, and compare."""
    address = read_address(blog.folder.as_uri())
    assert address is not None
    with Profile(places) as profile:
        profile.make_folders()
        profile.settings.add_repositories([address])
    bookmarked: set[PaperKey] = set()
    chance = random.Random(3)
    for number in range(1, COMMITS + 1):
        if changed := writing.change():
            blog.commit(changed)
        with Profile(places) as profile:
            assert refresh(profile).fetched[0].trouble == ""
            assert set(profile.marks.keys("bookmarked")) == bookmarked
            if number % 6 == 0:
                bookmarked = marked_some(profile, chance)
        if number in CHECKED:
            fresh = ProfilePaths.of(tmp / f"fresh-{number}")
            with Profile(fresh) as made:
                made.make_folders()
                made.settings.add_repositories([address])
                refresh(made)
            ours, theirs = state_of(places), state_of(fresh)
            assert ours.is_indexed and theirs.is_indexed
            assert ours == theirs


@pytest.mark.slow
def test_sixty_commits_followed_one_by_one_make_the_library_that_a_fresh_fetch_makes(
    places: ProfilePaths, tmp_path: Path
) -> None:
    """Some 70 syncs."""
    follow(places, Blog(tmp_path / "blog"), Writing(1, []), tmp_path)


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not here")
def test_so_they_do_with_the_posts_of_the_shared_corpus(places: ProfilePaths, tmp_path: Path) -> None:
    given = [path.read_text(encoding="utf-8") for path in sorted((SHARED / "corpus").rglob("*.md"))[:30]]
    follow(places, Blog(tmp_path / "blog"), Writing(2, given), tmp_path)


def edited(folder: Path, edits: int, seed: int) -> Iterator[int]:
    """Edit a folder that often; gives the number of each edit."""
    writing = Writing(seed, [])
    for number in range(1, edits + 1):
        for name, text in writing.change().items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")
                age(path, number)
        yield number


def compare_edited(places: ProfilePaths, tmp: Path, edits: int, each: int) -> None:
    """Edit a folder, syncing after every `each` edits, and compare at the end."""
    folder = tmp / "posts"
    folder.mkdir()
    with Profile(places) as profile:
        profile.take_sources([folder])
        for number in edited(folder, edits, seed=4):
            if number % each == 0:
                refresh(profile)
        refresh(profile)
    fresh = ProfilePaths.of(tmp / "fresh")
    with Profile(fresh) as made:
        made.take_sources([folder])
        refresh(made)
    ours = state_of(places)
    assert ours.is_indexed and ours == state_of(fresh)


def test_forty_edits_of_a_folder_make_the_library_that_a_fresh_look_makes(places: ProfilePaths, tmp_path: Path) -> None:
    compare_edited(places, tmp_path, 40, 8)


@pytest.mark.slow
def test_so_do_a_thousand(places: ProfilePaths, tmp_path: Path) -> None:
    compare_edited(places, tmp_path, EDITS, 10)
