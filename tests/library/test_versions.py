"""What a summary said before its post was rewritten is kept where the paper is marked, and only a few times."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reader.base.paths import ProfilePaths
from reader.library import versions
from reader.posts.model import PaperKey
from reader.services.across.reading import changed, compared
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import SECTIONS, age, numbered, paper, post, write_post

KEY = PaperKey("2501.00001")
NAME = "2025-01-02-daily.md"


class Rewriting:
    """A library of one post with two papers; the first is bookmarked."""

    def __init__(self, tmp: Path) -> None:
        self.folder = tmp / "posts"
        self.profile = Profile(ProfilePaths.of(tmp / "profile"))
        write_post(self.folder, NAME, post(numbered(2)))
        self.profile.take_sources([self.folder])
        refresh(self.profile)
        self.profile.marks.set_bookmarks([KEY], True)
        self._edition = 0

    def rewrite(self, results: str) -> None:
        """Write the post anew, with other results in both papers."""
        self._edition += 1
        write_post(self.folder, NAME, post(numbered(2, sections={**SECTIONS, "Results": results})))
        age(self.folder / NAME, self._edition)
        refresh(self.profile)

    def said(self) -> list[str]:
        """What the results were, the newest version first."""
        return [
            next(section.markdown for section in each.appearance.paper.sections if section.kind == "results")
            for each in self.profile.versions.of(KEY)
        ]


@pytest.fixture
def rewriting(tmp_path: Path) -> Iterator[Rewriting]:
    made = Rewriting(tmp_path)
    yield made
    made.profile.close()


def test_a_rewritten_summary_of_a_marked_paper_is_kept_and_is_news(rewriting: Rewriting) -> None:
    rewriting.rewrite("정확도가 96.8%로 크게 올랐다.")
    assert rewriting.said() == [SECTIONS["Results"]]
    assert rewriting.profile.versions.unseen() == {KEY}
    assert rewriting.profile.versions.of(PaperKey("2501.00002")) == ()
    rewriting.profile.versions.see(KEY)
    assert rewriting.profile.versions.unseen() == set()


def test_what_is_only_formatted_otherwise_is_no_version(rewriting: Rewriting) -> None:
    rewriting.rewrite(SECTIONS["Results"].replace("정확도가", "**정확도가**"))
    assert rewriting.said() == []


def test_the_newest_few_are_kept(rewriting: Rewriting, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(versions, "KEPT", 3)
    for number in range(5):
        rewriting.rewrite(f"정확도가 {number}%이다.")
    assert rewriting.said() == ["정확도가 3%이다.", "정확도가 2%이다.", "정확도가 1%이다."]
    monkeypatch.setattr(versions, "_MOST", 2)
    rewriting.rewrite("정확도가 5%이다.")
    assert rewriting.said() == ["정확도가 4%이다.", "정확도가 3%이다."]


def test_they_outlive_the_cache(rewriting: Rewriting) -> None:
    rewriting.rewrite("정확도가 96.8%로 크게 올랐다.")
    rewriting.profile.close()
    rewriting.profile.places.catalogue.unlink()
    refresh(rewriting.profile)
    assert rewriting.said() == [SECTIONS["Results"]]


def test_the_change_is_told_word_by_word(rewriting: Rewriting) -> None:
    rewriting.rewrite("정확도가 96.8%로 크게 올랐다.")
    comparison = changed(rewriting.profile, KEY)
    results = next(each for each in comparison.sections if each.kind == "results")
    assert [tuple(run) for run in results.differences] == [
        ("same", "정확도가 "),
        ("gone", "69.8%로 "),
        ("new", "96.8%로 크게 "),
        ("same", "올랐다."),
    ]
    assert comparison.is_one_paper and comparison.until == datetime.now(UTC).astimezone().date()
    assert compared(rewriting.profile, [KEY]).sections == comparison.sections


def test_nothing_is_made_where_nothing_was_rewritten(rewriting: Rewriting) -> None:
    assert rewriting.profile.versions.unseen() == set() and rewriting.profile.versions.changed(KEY) is None
    assert not rewriting.profile.places.versions.exists()


def test_another_paper_in_its_place_is_no_version_of_it(rewriting: Rewriting) -> None:
    write_post(rewriting.folder, NAME, post([paper(1, "Another", "https://arxiv.org/abs/2509.00001")]))
    age(rewriting.folder / NAME, 99)
    refresh(rewriting.profile)
    assert rewriting.said() == []
