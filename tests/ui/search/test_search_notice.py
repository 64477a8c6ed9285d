"""What is said of how a query was taken."""

from PySide6.QtWidgets import QWidget

from reader.search.snippets import Highlighter
from reader.services.search_result import SearchResult
from reader.ui.search.facet_strip import FacetStrip
from reader.ui.search.search_notice import SearchNotice
from reader.ui.widgets.theme import Look


def said(look: Look, page: QWidget, found: SearchResult) -> str:
    notice = SearchNotice(look, page)
    notice.show_finding(found)
    assert notice.isHidden() == (notice.text() == "")
    return notice.text().split(">", 1)[-1].removesuffix("</div>")


def test_words_that_nobody_wrote_are_named_while_nothing_is_found(look: Look, page: QWidget) -> None:
    nothing = SearchResult("가 나", 0, (), Highlighter(), missing=("가", "<나>"))
    assert said(look, page, nothing) == "not in your library: <b>가</b>, <b>&lt;나&gt;</b>"
    assert said(look, page, nothing._replace(total=1)) == ""


def test_what_is_no_operator_is_named_as_it_was_typed(look: Look, page: QWidget) -> None:
    taken = SearchResult("foo:a bar:b", 1, (), Highlighter(), not_understood=((0, 5), (6, 11)))
    assert said(look, page, taken) == "not an operator, taken as words: <b>foo:a, bar:b</b>"


def test_values_of_facets_are_said_in_words(look: Look, page: QWidget) -> None:
    strip = FacetStrip(look, page)
    asked = [("state", name) for name in ("unread", "read", "bookmarked", "noted", "of tomorrow")]
    asked += [("tag", "llm"), ("section", "method"), ("month", "none"), ("month", "2025-13"), ("label", "읽을 것")]
    assert [strip._name_of(*each) for each in asked] == [
        "Unread",
        "Read",
        "Bookmarked",
        "With a note",
        "of tomorrow",
        "# llm",
        "Method",
        "Without a date",
        "2025-13",
        "읽을 것",
    ]
