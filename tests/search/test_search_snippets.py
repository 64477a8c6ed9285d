"""Matches marked in a text as it is shown, and the sentence that shows them best."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.posts.model import SectionKind
from reader.search.index import Index
from reader.search.request import SearchRequest
from reader.search.snippets import Highlighter, snippet
from tests.search.documents import documents


def marked(index: Index, query: str, text: str) -> list[str]:
    if not index.count():
        index.apply(add=documents())
    return [text[start:end] for start, end in index.find(SearchRequest(query)).highlighter.spans(text)]


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("이미지", "큰 이미지를 이미지로", ["이미지", "이미지"]),
        ("이미지를", "이미지는", ["이미지"]),
        ("강화학습", "강화 학습과 강화학습", ["강화 학습", "강화학습"]),
        ("flash attention", "FlashAttention, flash-attention", ["FlashAttention", "flash", "attention"]),
        ("FlashAttention", "flash attention", ["flash attention"]),
        ("lora", "LoRA, LoRAs, QLoRA, explorable", ["LoRA", "LoRAs"]),
        ("model", "Models and a model; remodelled", ["Models", "model"]),
        ("어려운", "어렵지만 어려움은 어려웠다", ["어렵", "어려움", "어려웠"]),
        ("값", "값을, 임계값으로 값비싼", ["값", "값", "값"]),
        ("눈", "눈은 나눈", ["눈"]),
        ("256x256", "256×256 픽셀", ["256×256"]),
        ("1024", "1,024개", ["1,024"]),
        ("ＦＩＤ", "fid", ["fid"]),
        ("difusion", "Diffusion", ["Diffusion"]),
        ("한계:일반화", "일반화", ["일반화"]),
        ("확산 -이미지", "확산 이미지", ["확산"]),
        ("tag:nlp", "nlp", []),
    ],
)
def test_what_counts_as_the_word_is_marked(index: Index, query: str, text: str, marks: list[str]) -> None:
    assert marked(index, query, text) == marks


def test_decomposed_text_is_marked_where_it_stands(index: Index) -> None:
    text = unicodedata.normalize("NFD", "큰 이미지를")
    assert [unicodedata.normalize("NFC", part) for part in marked(index, "이미지", text)] == ["이미지"]


def test_no_query_marks_nothing() -> None:
    assert Highlighter().spans("이미지") == []
    assert snippet([(SectionKind.METHOD, "이미지")], Highlighter()) is None


@pytest.fixture
def highlighter(index: Index) -> Highlighter:
    index.apply(add=documents())
    return index.find(SearchRequest("이미지 확산")).highlighter


def test_the_sentence_with_most_words_is_shown_and_its_section_named(highlighter: Highlighter) -> None:
    texts = [
        (None, "이미지 확산"),
        (SectionKind.METHOD, "이미지를 접는다. 다른 말이다."),
        (SectionKind.RESULTS, "앞선 말. 확산으로 이미지를 만든다. " + "뒤따르는 긴 말이다. " * 20),
    ]
    best = snippet(texts, highlighter, 40)
    assert best is not None
    assert best.section is SectionKind.RESULTS
    assert best.text.startswith("확산으로 이미지를 만든다.")
    assert [best.text[start:end] for start, end in best.spans] == ["확산", "이미지"]


def test_a_long_sentence_is_cut_at_words_around_its_matches(highlighter: Highlighter) -> None:
    text = "말이 " * 100 + "확산된 이미지가 " + "길다 " * 100
    best = snippet([(SectionKind.METHOD, text)], highlighter, 60)
    assert best is not None
    assert best.text.startswith("…말이") and best.text.endswith("…")
    assert len(best.text) <= 62
    assert [best.text[start:end] for start, end in best.spans] == ["확산", "이미지"]


def test_the_title_is_shown_when_nothing_else_matches(highlighter: Highlighter) -> None:
    best = snippet([(None, "이미지"), (SectionKind.METHOD, "말")], highlighter)
    assert best is not None and best.section is None


def test_a_match_over_the_end_of_a_line_is_shown(highlighter: Highlighter) -> None:
    best = snippet([(SectionKind.METHOD, "앞 문장.\n이미\n지 뒤")], highlighter)
    assert best is not None and best.text.startswith("이미 지") and best.spans == ((0, 4),)


@given(st.text(alphabet="이미지확산. \n×Aㅇ가\u1112\u1161\u11ab", max_size=80), st.integers(5, 60))
def test_a_snippet_of_any_text_marks_what_is_in_it(text: str, width: int) -> None:
    from reader.search.analysis.forms import Form, Kind, Piece

    words = Highlighter(
        ((Piece((Form(Kind.RUN, ("이미지",), (), 3),)),), (Piece((Form(Kind.RUN, ("확산",), (), 2),)),))
    )
    best = snippet([(SectionKind.METHOD, text)], words, width)
    assert (best is None) == (not words.spans(text))
    if best is not None:
        assert "\n" not in best.text
        assert all(0 <= start < end <= len(best.text) for start, end in best.spans)
