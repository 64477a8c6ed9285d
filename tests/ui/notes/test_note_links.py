"""The links of a note: what is one, where it leads, and quotes with their places."""

import pytest

from reader.ui.notes.note_links import (
    QuoteSource,
    address_of,
    being_typed,
    link_at,
    links_in,
    mentions,
    paper_link,
    papers_in,
    place_of_address,
    places_in,
    quotation,
    quoted_words,
    same_paper,
    without_marks,
    written_keys,
)

QUOTE = quotation("접어 읽기는\n쓸모가 있다.", "Conclusion", QuoteSource("2501.00001", "conclusion"))


@pytest.mark.parametrize(
    ("line", "papers"),
    [
        ("[[2512.17909]]", ["2512.17909"]),
        ("두 편: [[2512.17909]]과 [[ 2511.00001 ]]", ["2512.17909", "2511.00001"]),
        ("[[2512.17909|그 논문]]", ["2512.17909"]),
        ("[[https://openreview.net/forum?id=x]]", ["https://openreview.net/forum?id=x"]),
        ("[[open", []),
        ("[[]] [[a[b]]", []),
    ],
)
def test_links_to_papers(line: str, papers: list[str]) -> None:
    assert [link.paper for link in links_in(line)] == papers


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("see https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("https://example.org/wiki/Hangul_(script) too", "https://example.org/wiki/Hangul_(script)"),
        ("[page](https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("“https://example.org/가나”", "https://example.org/가나"),
    ],
)
def test_web_addresses_end_where_the_sentence_goes_on(line: str, address: str) -> None:
    assert [link.address for link in links_in(line)] == [address]


def test_a_link_is_found_at_its_characters_only() -> None:
    line = "a [[2512.17909]] b"
    assert [bool(link_at(line, n)) for n in (1, 2, 15, 16)] == [False, True, True, False]


def test_what_is_typed_behind_two_brackets() -> None:
    assert being_typed("see [[Fold") == "Fold"
    assert being_typed("see [[") == ""
    assert being_typed("see [[a]] b") is None
    assert being_typed("see [a") is None


@pytest.mark.parametrize(
    "place",
    [
        QuoteSource("2512.17909", "method"),
        QuoteSource("https://openreview.net/forum?id=x&y=1#z", "method", "앞의 말 (둘)"),
        QuoteSource("title:a (very) odd] title 100%", "실험 결과 #2 (추가)"),
        QuoteSource("_posts/2025-07-01-a b.md", ""),
    ],
)
def test_a_place_comes_back_from_its_address_inside_a_link(place: QuoteSource) -> None:
    assert place_of_address(address_of(place)) == place
    [link] = links_in(f"> — [여기]({address_of(place)})")
    assert link.place == place


def test_a_quote_gives_its_words_and_place_back() -> None:
    [(place, words)] = places_in(f"mine\n\n{QUOTE}\nafter")
    assert (place, words) == (QuoteSource("2501.00001", "conclusion"), "접어 읽기는\n쓸모가 있다.")


def test_two_quotes_in_one_block_keep_their_own_words() -> None:
    other = quotation("다른 말", "Method", QuoteSource("2501.00001", "method"))
    assert [words for _, words in places_in(f"{QUOTE}\n{other}")] == ["접어 읽기는\n쓸모가 있다.", "다른 말"]


def test_a_place_outside_a_quotation_has_no_words() -> None:
    assert quoted_words(["> words", "[x](daily-papers:a#b)"], 1) == ""


def test_a_heading_with_brackets_does_not_break_the_link() -> None:
    [(place, words)] = places_in(quotation("말", "Method [a](b)", QuoteSource("2501.00001", "Method [a](b)")))
    assert (place.section, words) == ("Method [a](b)", "말")


def test_mentions_are_links_and_quotes_not_numbers() -> None:
    text = f"2501.00001 alone\n- see [[2501.00001v2]]\n[[https://arxiv.org/abs/2501.00001]]\n[[2501.000011]]\n{QUOTE}"
    lines = mentions(text, "2501.00001")
    assert lines[:2] == ["- see [[2501.00001v2]]", "[[https://arxiv.org/abs/2501.00001]]"]
    assert len(lines) == 3


def test_what_stands_in_a_note_that_mentions_a_paper() -> None:
    key = "https://openreview.net/forum?id=x"
    for note in (f"[[{key}]]", quotation("말", "Method", QuoteSource(key, "method"))):
        assert any(words in note for words in written_keys(key))


def test_a_key_with_brackets_is_linked_and_found() -> None:
    key = "title:folding [long] texts | again"
    [link] = links_in(f"see {paper_link(key)} there")
    assert link.paper == key
    assert mentions(paper_link(key), key)
    assert any(words in paper_link(key) for words in written_keys(key))


def test_the_same_paper_by_other_names() -> None:
    assert same_paper("arXiv:2512.17909v3", "2512.17909")
    assert same_paper("http://www.openreview.net/forum?id=x", "https://openreview.net/forum?id=x")
    assert not same_paper("2512.1790", "2512.17909")


def test_papers_are_listed_once() -> None:
    assert papers_in("[[a]] [[b]]\n[[a|again]]") == ["a", "b"]


def test_a_paper_that_is_quoted_is_listed_with_those_linked_to() -> None:
    assert papers_in(f"[[a]]\n\n{QUOTE}") == ["a", "2501.00001"]


def test_a_line_in_a_list_is_read_without_marks() -> None:
    assert without_marks("- [ ] **표 2**를 [[2501.00001|그 논문]]과 `비교`") == "표 2를 그 논문과 비교"
    assert without_marks("- [ ] $\\beta$에 얼마나 민감한지") == "β에 얼마나 민감한지"
