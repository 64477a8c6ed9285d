"""Quick open: what a few letters find, and in which order."""

import os
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.services.profile import Profile
from reader.services.quick_open.finder import KINDS, Entry, Finder, library_finder
from reader.services.quick_open.uses import MOST, Uses

TODAY = date(2026, 1, 30)

ENTRIES = (
    Entry("place", "unread", "읽지 않음", "unread"),
    Entry("command", "bookmark", "북마크", "bookmark Bookmark", "B"),
    Entry("tag", "tag:image", "# 이미지", "이미지"),
    Entry("concept", "이미지 생성", "이미지 생성", "image generation text-to-image"),
    Entry("paper", "2512.00001", "Tidal Image Models: A Study", "2512.00001"),
    Entry("paper", "2512.00002", "A Study of Tides", "2512.00002"),
    Entry("paper", "2512.00003", "Estuaries", "2512.00003"),
)


def found(typed: str, finder: Finder | None = None) -> list[str]:
    return [each.entry.target for each in (finder or Finder(ENTRIES)).find(typed)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("ti", "2512.00001"),
        ("TIDAL", "2512.00001"),
        ("tides study", "2512.00002"),
        ("2512.00003", "2512.00003"),
        ("imag", "2512.00001"),
        ("북", "bookmark"),
        ("unr", "unread"),
        ("image generation", "이미지 생성"),
        ("uarie", "2512.00003"),
    ],
)
def test_beginnings_words_numbers_and_other_names_are_found(typed: str, first: str) -> None:
    assert first in found(typed)


@pytest.mark.parametrize("typed", ["ㅇ", "이", "임", "이미", "이밎", "이미지", "이미지 ", "이미지 새", "이미지 생성"])
def test_a_syllable_being_composed_is_a_beginning(typed: str) -> None:
    assert "이미지 생성" in found(typed)


@pytest.mark.parametrize(("typed", "target"), [("ㅇㅁㅈ", "tag:image"), ("ㅇㅈㅇㅇ", "unread"), ("ㅂㅁㅋ", "bookmark")])
def test_initial_consonants_find_what_they_begin(typed: str, target: str) -> None:
    assert target in found(typed)


@pytest.mark.parametrize(("typed", "target"), [("dlalw", "tag:image"), ("샤ㅇ미", "2512.00001"), ("qnr", "bookmark")])
def test_what_was_typed_on_the_other_keyboard_is_found(typed: str, target: str) -> None:
    assert target in found(typed)


def test_what_begins_so_comes_before_what_has_it_somewhere() -> None:
    assert found("stud")[:2] == ["2512.00001", "2512.00002"]
    assert found("a st")[0] == "2512.00002"


def ranked(finder: Finder, typed: str, most: int = 60) -> list[tuple[str, float]]:
    return [(each.entry.target, each.rank) for each in finder.find(typed, most=most)]


def test_how_well_something_fits_is_told_by_where_its_words_stand() -> None:
    finder = Finder(
        Entry("paper", text, text) for text in ("sea ice", "the sea ice", "sea and ice", "oversea dice", "deep lake")
    )
    assert ranked(finder, "sea ice") == [
        ("sea ice", -0.25),  # all of its name
        ("the sea ice", 0.5),
        ("sea and ice", 1.0),
        ("oversea dice", 2.0),
    ]
    assert ranked(finder, "SEA  ICE!")[0] == ("sea ice", -0.25)
    assert [target for target, _ in ranked(finder, "sea ice", 1)] == ["sea ice"]
    assert [target for target, _ in ranked(finder, "lake deep")] == ["deep lake"]


def test_what_is_all_of_a_name_comes_before_what_only_begins_so() -> None:
    names = ("모델 병합 · model merging", "모델 붕괴 · model collapse", "모델 · model")
    finder = Finder(Entry("concept", name, name) for name in names)
    assert ranked(finder, "모델")[0][0] == "모델 · model"
    assert ranked(finder, "model")[0][0] == "모델 · model"


def test_kinds_that_fit_alike_are_listed_in_the_order_of_kinds() -> None:
    kinds = ("place", "command", "saved", "label", "tag", "date", "concept", "paper", "search")
    assert kinds == KINDS
    finder = Finder(Entry(kind, kind, "same") for kind in reversed(kinds))
    assert tuple(target for target, _ in ranked(finder, "same")) == kinds


def test_initials_and_the_other_keyboard_fit_less_than_what_stands_there() -> None:
    finder = Finder(
        [Entry("tag", "word", "이미지"), Entry("tag", "within", "새 이미지"), Entry("tag", "typed", "ㅇㅁㅈ")]
    )
    assert ranked(finder, "ㅇㅁㅈ") == [("typed", -0.25), ("word", 3.0), ("within", 4.0)]
    assert ranked(finder, "dlalwl") == [("word", 3.75), ("within", 4.5)]
    assert ranked(finder, "t") == []  # ㅅ, one key of the other keyboard, says too little


def test_use_lifts_by_a_rank_and_a_half_at_most() -> None:
    entries = [Entry("paper", "begins", "sea ice"), Entry("paper", "has", "over sea dice")]
    for times, first in ((0.0, "begins"), (1e9, "has")):
        used = Finder(entries).find("sea", lambda entry, times=times: times * (entry.target == "has"))
        assert used[0].entry.target == first
        assert used[-1].rank in (0.0, 0.5)
    lifted = next(each for each in Finder(entries).find("sea", lambda _: 2.0) if each.entry.target == "begins")
    assert lifted.rank == -0.75


def test_a_word_deep_inside_many_words_is_found_once_for_each_line() -> None:
    finder = Finder(Entry("paper", str(n), f"xx{n}middle{n} yy") for n in range(9))
    assert [target for target, _ in ranked(finder, "middle")] == [str(n) for n in range(9)]
    assert ranked(finder, "middle8")[0][0] == "8"
    assert ranked(finder, "dle0 ") == [("0", 2.0)]


def test_a_library_is_found_in_by_titles_numbers_and_concepts(library: Profile) -> None:
    finder = library_finder(library.index, library.listing)
    assert {each.target for each in finder.entries if each.kind == "paper"} == set(library.listing.all_keys())
    paper = next(each for each in finder.entries if each.text == "Old Sheep")
    assert (paper.kind, paper.target, paper.also, paper.hint) == ("paper", "2401.00009", "2401.00009", "2401.00009")
    concept = finder.find("diffusion model")[0].entry
    korean, english = sorted((concept.text).split(" · "), key=str.isascii)
    assert english.isascii() and not korean.isascii()
    assert concept.target in (korean, english)


def test_nothing_is_found_by_what_nobody_wrote() -> None:
    assert found("zzq") == []
    assert found("   ") == []
    assert found("tidal estuaries") == []


def test_of_those_that_fit_alike_the_used_one_comes_first() -> None:
    finder = Finder(ENTRIES)
    ordered = finder.find("study", lambda entry: 3.0 * (entry.target == "2512.00002"))
    assert ordered[0].entry.target == "2512.00002"


def test_a_hundred_thousand_papers_are_found_in_quickly() -> None:
    """Wall clock on a busy machine, so with much room: by itself the median is about a millisecond."""
    words = [f"{begin}{end}" for begin in ("dif", "ima", "tok", "ver", "qua") for end in ("fusion", "ge", "en", "bal")]
    titles = (f"{words[n % 20]} {words[n * 7 % 19]} {words[n * 3 % 17]} number {n}" for n in range(100_000))
    finder = Finder(Entry("paper", str(n), title, str(n)) for n, title in enumerate(titles))
    times = []
    for typed in ("d", "di", "diff", "image tok", "number 99999", "zzz", "ㅇㅁㅈ", "elzn", "verbal quage difen"):
        begin = time.process_time()
        finder.find(typed)
        times.append(time.process_time() - begin)
    assert sorted(times)[-2] < 0.06


# What was opened.


def test_what_is_opened_often_and_lately_weighs_most(tmp_path: Path) -> None:
    uses = Uses(tmp_path / "uses.json")
    for _ in range(3):
        uses.add("often", TODAY - timedelta(days=60))
    uses.add("lately", TODAY)
    assert uses.latest(TODAY, 5) == ["lately", "often"]
    assert Uses(tmp_path / "uses.json").latest(TODAY, 1) == ["lately"]
    assert uses.weight("never", TODAY) == 0.0
    assert uses.weight("lately", TODAY) == 1.0
    assert uses.weight("lately", TODAY + timedelta(days=14)) == 0.5
    assert uses.weight("lately", TODAY - timedelta(days=14)) == 1.0  # a clock that was put back
    uses.add("lately", TODAY + timedelta(days=14))
    assert uses.weight("lately", TODAY + timedelta(days=14)) == 1.5


def test_no_more_than_some_are_kept(tmp_path: Path) -> None:
    uses = Uses(tmp_path / "uses.json")
    for n in range(MOST + 5):
        uses.add(str(n), TODAY)
    assert len(uses.latest(TODAY, 10_000)) == len(Uses(tmp_path / "uses.json").latest(TODAY, 10_000)) == MOST
    assert uses.weight("0", TODAY) + uses.weight(str(MOST + 4), TODAY) == 1.0


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": [-1, 5]}', '{"a": ["x", 5]}', "{"])
def test_a_file_that_says_nothing_sensible_is_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "uses.json").write_text(text)
    assert Uses(tmp_path / "uses.json").latest(TODAY, 5) == []


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ReaderError, match=r"^What was opened could not be remembered in .*uses\.json: .+\.$"):
        Uses(tmp_path / "file" / "uses.json").add("a", TODAY)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_in_its_place_keeps_nobody_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "uses.json")
    assert Uses(tmp_path / "uses.json").latest(TODAY, 5) == []
