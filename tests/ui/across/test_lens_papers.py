"""Which papers of a lens say something: looked at once, read some at a time, let go again."""

from reader.ui.across.lens_papers import LensPapers, verdict_of
from tests.across.summaries import appearance
from tests.ui.across.lenses import KnownPapers, appearances


def test_what_a_paper_says_is_told_silent_or_none() -> None:
    told, silent = appearances("느리다.", "")
    page = told._replace(paper=told.paper._replace(number=0))
    assert [verdict_of(each, "limitations") for each in (told, silent, page, None)] == [
        "told",
        "silent",
        "none",
        "none",
    ]
    assert verdict_of(silent, "method") == "told"


def test_sifted_papers_are_told_apart_and_asked_about_once() -> None:
    known = appearances("느리다.", "", "작다.")
    listing = KnownPapers(known)
    papers = LensPapers(listing, [1, 2, 3, 9])
    papers.show("limitations")
    assert (papers.told, papers.silent, papers.is_sifted) == ([1, 2, 3, 9], [], False)
    assert not papers.sift([1])
    assert papers.sift([1, 2, 3, 9])
    assert (papers.told, papers.silent, papers.is_sifted) == ([1, 3], [2], True)
    assert [papers.is_silent(number) for number in (1, 2, 3, 9)] == [False, True, False, True]
    assert listing.asked == [[1], [2, 3, 9]]
    assert not papers.sift([2])
    papers.show("method")
    assert (papers.told, papers.silent, papers.is_sifted) == ([1, 2, 3, 9], [], False)


def test_with_a_paper_the_next_ones_are_read_and_none_twice() -> None:
    known = [appearance(f"Paper {n}", {"Method": "접는다."}, number=n) for n in range(1, 31)]
    listing = KnownPapers(known)
    papers = LensPapers(listing, [each.id for each in known])
    for _ in range(2):
        found = papers.appearance(3)
        assert found is not None and found.id == 3
    assert listing.asked == [list(range(3, 15))]
    assert papers.appearance(10) is not None
    assert len(listing.asked) == 1
    assert papers.appearance(77) is None
    assert listing.asked[1:] == [[77]]


def test_an_entry_is_what_a_paper_says_in_the_section() -> None:
    papers = LensPapers(KnownPapers(appearances("느리다.")), [1])
    papers.show("limitations")
    entry = papers.entry(1)
    assert entry is not None and entry.passage is not None
    assert (entry.title, entry.passage.text) == ("Paper 1", "느리다.")
    assert papers.entry(2) is None
