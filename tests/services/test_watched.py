"""Papers that have a watched word, and those that a muted one folds away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.marks.model import WatchedWord
from reader.posts.model import PaperKey
from reader.search.request import SearchRequest
from reader.services.profile import Profile
from reader.services.search import find
from reader.services.watched import Watched, look_for, query_of_all
from tests.factories import paper, post, write_post

TITLES = {1: "Diffusion for Robots", 2: "Robot Arms", 3: "확산 모델의 빠른 표본", 4: "Folding Long Texts"}


@pytest.fixture
def opened(profile: Path, tmp_path: Path) -> Iterator[Profile]:
    folder = tmp_path / "posts"
    papers = [paper(n, title, f"https://arxiv.org/abs/2501.0000{n}") for n, title in TITLES.items()]
    write_post(folder, "2025-01-02-daily.md", post(papers))
    assert run(["sync", "--profile", str(profile), str(folder)]) == 0
    with Profile(ProfilePaths.of(profile)) as made:
        yield made


def key(number: int) -> PaperKey:
    return PaperKey(f"2501.0000{number}")


def found_by(profile: Profile, *words: WatchedWord) -> Watched:
    found = look_for(profile, words)
    assert found is not None
    return found


def test_watched_words_are_counted_in_unread_papers_by_all_names_of_their_concept(opened: Profile) -> None:
    words = (WatchedWord("확산", "watch"), WatchedWord("robot", "watch"))
    found = found_by(opened, *words)
    assert found.words == ("확산", "robot")
    assert found.unread == {"": 3, "확산": 2, "robot": 2}
    opened.marks.set_read([key(1)], True)
    assert found_by(opened, *words).unread == {"": 2, "확산": 1, "robot": 1}


def test_a_muted_word_folds_what_has_it_in_the_title_as_it_is_written(opened: Profile) -> None:
    found = found_by(opened, WatchedWord("robot", "mute"), WatchedWord("정확도", "mute"))
    assert found.muted == {"robot": {key(1), key(2)}, "정확도": frozenset()}
    assert found.folded == {key(1), key(2)}
    assert found.words == ()


def test_watched_words_are_found_in_a_text(opened: Profile) -> None:
    found = found_by(opened, WatchedWord("확산", "watch"), WatchedWord("long texts", "watch"))
    text = "확산을 Long Texts에 쓴다"
    assert [text[start:end] for start, end in found.spans(text)] == ["확산", "Long Texts"]
    assert Watched().spans(text) == []


def test_nothing_is_looked_for_while_the_index_has_yet_to_take_the_library(
    opened: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened.listing, "waiting", lambda: (1, 4))
    assert look_for(opened, [WatchedWord("robot", "watch")]) is None


def test_all_words_together_are_one_search(opened: Profile) -> None:
    asked = SearchRequest(query_of_all(["확산", "Robot Arms"]), snippets=0, partial=False)
    finding = find(opened.index, opened.listing, asked, marks=opened.marks)
    assert {each.key for each in finding.papers} == {key(1), key(2), key(3)}
