"""Papers with some of the words, papers about the same, and words that are begun: the likeliest first."""

import math
from collections.abc import Callable
from datetime import date

import pytest

from reader.posts.model import PaperKey, SectionKind
from reader.search.concepts.table import Concepts, read
from reader.search.index import Index
from reader.search.known import Known
from reader.search.match.completion import terms
from reader.search.match.fillers import is_filler
from reader.search.match.full_scan import Scan, ScannedLexicon
from reader.search.request import SearchRequest
from tests.search.documents import document, documents


def some(index: Index, query: str, **wanted: object) -> list[str]:
    """The papers with some of the words."""
    found = index.find(SearchRequest(query, **wanted))  # type: ignore[arg-type]  # as the caller says
    return [hit.document for hit in found.hits if hit.tier == "some"]


def filled(index: Index, *texts: str) -> None:
    index.apply(add=[document(str(n), "T", text) for n, text in enumerate(texts)])


def test_more_of_the_words_and_rarer_ones_come_first(index: Index) -> None:
    filled(index, "crane heron. x", "crane stork. x", "stork", *["stork"] * 5, "crane heron y z stork? no ibis")
    assert some(index, "crane heron stork auk")[:2] == ["8", "0"]


def test_a_word_in_the_title_is_worth_more(index: Index) -> None:
    index.apply(add=[document("0", "T", "crane"), document("1", "Crane", "x"), document("2", "T", "heron " * 3)])
    assert some(index, "crane heron auk") == ["2", "1", "0"] or some(index, "crane auk") == ["1", "0"]
    assert some(index, "crane auk") == ["1", "0"]


def test_papers_with_less_than_a_third_of_the_best_are_left_out(index: Index) -> None:
    rare, common = "auk bittern curlew dunlin", "crane"
    filled(index, rare, *[common] * 4, "auk")
    assert some(index, f"{rare} {common} egret") == ["0"]
    assert "1" in some(index, f"auk {common} egret")


def test_what_narrows_holds_for_these_as_well(index: Index) -> None:
    index.apply(
        add=[
            document("0", "T", "crane", day=date(2025, 1, 1), tags=("a",)),
            document("1", "T", "crane", day=date(2025, 2, 1)),
            document("2", "T", results="crane"),
            document("3", "T", "crane heron"),
        ]
    )
    assert set(some(index, "crane auk date:2025-02")) == {"1"}
    assert set(some(index, "crane auk tag:a")) == {"0"}
    assert set(some(index, "crane auk -heron date:2025-01")) == {"0", "2"}
    assert set(some(index, "결과:crane 결과:auk")) == {"2"}
    assert set(some(index, "결과:(crane auk)")) == {"2"}


def test_quoted_words_are_all_there_or_not_at_all(index: Index) -> None:
    filled(index, "red crane", "crane red", "auk")
    assert set(some(index, '"red crane" auk')) == {"0", "2"}


def test_words_that_only_ask_are_left_out(index: Index) -> None:
    filled(index, "논문을 찾는다", "crane을 본다", "the paper")
    assert some(index, "crane 논문 찾아줘 auk") == ["1"]
    assert [is_filler(word) for word in ("the", "papers", "논문을", "논문", "crane", "학습", "")] == [
        *[True] * 4, False, False, True,
    ]  # fmt: skip


def test_a_word_that_is_nowhere_is_looked_for_by_its_pairs_of_syllables(index: Index) -> None:
    filled(index, "초고속 영상", "학습", "영상")
    assert some(index, "초고해상도 학습")[0] in ("1", "0")
    assert "0" in some(index, "초고해상도 학습")


def test_a_title_half_remembered_is_found_by_its_letters(index: Index) -> None:
    titles = ["PaperCrane: Folding Images", "Slow Attention Is Enough", "종이접기로 배우는 영상", "Other"]
    index.apply(add=[document(str(n), title, "x") for n, title in enumerate(titles)])
    assert some(index, "papercran foldng image")[0] == "0"
    assert some(index, "attention slow enuff")[0] == "1"
    assert some(index, "종이접기 배운 그림")[0] == "2"


def test_a_title_is_found_by_its_letters_where_none_of_its_words_was_remembered(index: Index) -> None:
    titles = ["PaperCrane: Folding Images", "Slow Attention Is Enough", "Other"]
    index.apply(add=[document(str(n), title, "x") for n, title in enumerate(titles)])
    assert some(index, "papercr foldi imag") == ["0"]
    assert some(index, "the papercr foldi imag paper") == ["0"]  # what only asks is no part of a title
    assert some(index, "aten slo") == []  # too few of them


def test_a_title_half_remembered_comes_before_a_word_in_some_text(index: Index) -> None:
    index.apply(add=[document("0", "PaperCrane: Folding Images", "x"), document("1", "T", "a kernel")])
    index.apply(add=[document(str(n), "T", "y") for n in range(2, 9)])
    assert some(index, "papercr foldi imag kernel") == ["0", "1"]


@pytest.mark.parametrize(("total", "many", "found"), [(125, 50, 50), (125, 51, 0), (100, 41, 0), (99, 60, 60)])
def test_a_word_in_more_than_two_fifths_of_a_library_that_is_not_small_says_nothing(
    index: Index, total: int, many: int, found: int
) -> None:
    index.apply(add=[document(str(n), "T", "crane" if n < many else "x") for n in range(total)])
    assert index.find(SearchRequest("crane auk")).also == found


def test_a_hundred_are_the_most_and_newest_first_where_that_is_asked(index: Index) -> None:
    index.apply(add=[document(str(n), "T", "crane", day=date.fromordinal(738000 + n)) for n in range(120)])
    index.apply(add=[document(str(n), "T", "heron") for n in range(200, 400)])
    found = index.find(SearchRequest("crane auk"))
    assert (found.total, found.also) == (0, 100)
    newest = some(index, "crane auk", sort="date")
    assert newest == sorted(newest, key=int, reverse=True)
    assert len(some(index, "crane auk", limit=7)) == 7


def test_where_enough_papers_have_every_word_nobody_looks_for_those_with_some(index: Index) -> None:
    filled(index, *["red x crane"] * 49, "red", "red x crane")
    assert index.find(SearchRequest("red AND crane")).also == 0
    index.apply(add=[], remove=["0", "1"])
    assert index.find(SearchRequest("red AND crane")).also == 1


def test_the_worth_of_a_word_is_that_of_bm25(index: Index) -> None:
    filled(index, "crane", "crane crane", "heron", "ibis")
    found = {hit.document: hit.score for hit in index.find(SearchRequest("crane auk")).hits}
    rarity = math.log(1 + (4 - 2 + 0.5) / (2 + 0.5))
    assert found["0"] == pytest.approx(rarity * 2.2 * 1 / 2.2)
    assert found["1"] == pytest.approx(rarity * 2.2 * 2 / 3.2)


# Papers about the same

CRANES = "두루미를 본다. 두루미를 센다. 종이 접기를 한다. 모델을 쓴다."


@pytest.fixture
def birds(index: Index) -> Index:
    index.apply(
        add=[
            document("0", "Paper Birds", CRANES),
            document("1", "T", "두루미를 그린다. 두루미를 센다. 두루미를 쓴다. 모델을 쓴다."),
            document("2", "T", "두루미를 그린다. 모델을 쓴다."),
            document("3", "T", "crane이 난다. 모델을 쓴다."),
            document("4", "T", "모델을 쓴다."),
            document("5", "T", "모델을 쓴다. 왜가리가 운다."),
            document("6", "Paper Birds", "두루미를 본다. 두루미를 본다. 두루미를 본다."),
            document("7", "T", "모델을 쓴다. 학습을 한다."),
            document("8", "T", "종이를 접는다. 종이 접기를 좋아한다. 모델을 쓴다."),
            *(document(str(n), "T", "모델을 쓴다.") for n in range(20, 40)),
        ]
    )
    return index


def near(index: Index, known: Known, limit: int = 9) -> list[tuple[str, tuple[str, ...]]]:
    asked = document("0", "Paper Birds", CRANES)
    return [(one.document, one.shared) for one in index.related(asked, limit, known)]


def test_papers_that_share_rare_words_are_near_and_the_words_are_said(birds: Index) -> None:
    found = dict(near(birds, Known()))
    assert list(found)[:2] == ["1", "8"]
    assert "두루미" in found["1"] and "두루미" in found["2"]
    assert "종이" in found["8"] or any("접기" in word for word in found["8"])
    assert not {"0", "4", "5", "6", "7"} & set(found)  # itself, the same title, and what only has what all have
    assert all("모델" not in shared for shared in found.values())


def test_a_concept_is_shared_in_whichever_language(birds: Index) -> None:
    known = Known(concepts=Concepts(read(["두루미 | crane"])))
    assert "3" in dict(near(birds, known))
    assert "3" not in dict(near(birds, Known()))
    assert len(near(birds, known, limit=2)) == 2


def test_a_paper_in_several_posts_is_one_neighbour(index: Index) -> None:
    index.apply(add=[document(str(n), "T", "두루미를 본다", key=f"k{n // 2}") for n in range(6)])
    index.apply(add=[document("9", "X", "말을 한다")] + [document(str(n), "Y", "다른 말") for n in range(10, 60)])
    found = index.related(document("0", "T0", "두루미를 본다", key="k0"), 5)
    assert sorted(str(one.key) for one in found) == ["k1", "k2"]


@pytest.mark.parametrize("title", ["", "…", "- -"])
def test_a_paper_whose_title_says_nothing_is_no_other_paper(index: Index, title: str) -> None:
    """No title at all was looked for at the end of the last one, for ever."""
    index.apply(add=[document(str(n), "", "두루미를 본다") for n in range(3)])
    index.apply(add=[document("9", "X", "말을 한다")] + [document(str(n), "Y", "다른 말") for n in range(10, 60)])
    found = index.related(document("5", title, "두루미를 본다"), 5)
    assert {one.document for one in found} == {"0", "1", "2"}


# Words that are begun


def test_what_is_begun_is_completed_by_the_commonest_words() -> None:
    texts = ["이미지를 이미지는", "이미지에서 이미지", "이미", "이민자", "attention Attention", "LLM LLM", "LLM", "l2"]
    lexicon = ScannedLexicon(Scan([document(str(n), "T", text) for n, text in enumerate(texts)]))
    assert terms("이미", lexicon, 5) == [("이미지", 2), ("이미", 3), ("이민자", 1)]
    assert terms("이밎", lexicon, 5) == terms("이미ㅈ", lexicon, 5) == [("이미지", 2)]
    assert terms("이미", lexicon, 1) == [("이미지", 2)]
    assert terms("att", lexicon, 5) == [("attention", 1)]
    assert terms("ll", lexicon, 5) == [("LLM", 2)]
    assert terms("LL", lexicon, 5) == [("LLM", 2)]
    assert terms("이미지", lexicon, 5) == [("이미지", 2)]
    assert terms("이미지를", lexicon, 5) == [("이미지를", 1)]
    assert terms("", lexicon, 5) == terms("ㅇ", lexicon, 5) == terms("qqq", lexicon, 5) == []
    assert "2" not in dict(terms("2", lexicon, 5))


def test_a_word_with_nothing_but_particles_behind_it_is_completed_without_them() -> None:
    lexicon = ScannedLexicon(Scan([document("0", "T", "격자를 격자에서는"), document("1", "T", "격자가")]))
    assert [terms(begun, lexicon, 5) for begun in ("격", "격자", "격ㅈ")] == [[], [("격자", 2)], [("격자", 2)]]


def test_an_index_completes_as_its_texts_do(index: Index) -> None:
    index.apply(add=documents())
    lexicon = ScannedLexicon(Scan(documents()))
    for begun in ("이미", "학", "att", "전문", "생ㅅ"):
        assert sorted(index.terms(begun, 50)) == sorted(terms(begun, lexicon, 50)), begun


# What a library knows, by its index and by its texts alone

LIKE: list[tuple[str, Callable[[ScannedLexicon], object]]] = [
    *[(f"known {term}", lambda lexicon, term=term: lexicon.known(term)) for term in
      ("모델", "attention", "=값", "^웹", "값$", "gpt", "4o", "없음", "flash", "=눈")],
    *[(f"solid {run}", lambda lexicon, run=run: lexicon.solid(run)) for run in
      ("사전학습", "모델", "강화학습", "이미지를", "없는말")],
    *[(f"is_solid {run} {n}", lambda lexicon, run=run, n=n: lexicon.is_solid(run, n)) for run in
      ("모델", "이미지", "전문가를", "없는말", "모델이미지") for n in (1, 2, 5)],
    *[(f"beginning {part}", lambda lexicon, part=part: dict(lexicon.beginning_with(part))) for part in
      ("이미", "학습", "att", "Att")],
    *[(f"having {part}", lambda lexicon, part=part: dict(lexicon.having(part))) for part in
      ("미지", "tention", "모델")],
    *[(f"commonest {begun}", lambda lexicon, begun=begun: set(lexicon.commonest(begun, 99))) for begun in
      ("att", "g", "fl")],
    *[(f"side by side {one} {other}", lambda lexicon, one=one, other=other: lexicon.side_by_side(one, other))
      for one, other in (("flash", "attention"), ("attention", "flash"), ("self", "attention"))],
    *[(f"together {one} {other}", lambda lexicon, one=one, other=other: lexicon.side_by_side_in(one, other))
      for one, other in (("긴", "문맥"), ("제로", "샷"), ("강화", "학습"), ("학습", "강화"), ("긴", "장면"))],
    *[(f"similar {word}", lambda lexicon, word=word: lexicon.similar(word)) for word in
      ("difusion", "이밎지", "hallucinatoin", "정홛도", "qqqqqq")],
]  # fmt: skip


@pytest.mark.parametrize("ask", [ask for _, ask in LIKE], ids=[name for name, _ in LIKE])
def test_an_index_knows_what_its_texts_say(index: Index, ask: Callable[[object], object]) -> None:
    index.apply(add=documents())
    assert ask(index._current()[2].library) == ask(ScannedLexicon(Scan(documents())))


def test_a_paper_is_named_with_the_sections_of_its_words(index: Index) -> None:
    index.apply(add=[document("1", "두루미", "두루미", "x", "두루미", key="k")])
    [hit] = index.find(SearchRequest("두루미")).hits
    assert (hit.key, hit.document, hit.sections) == (
        PaperKey("k"),
        "1",
        (SectionKind.METHOD, SectionKind.LIMITATIONS),
    )
