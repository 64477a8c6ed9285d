"""The field, what opens below it and what stands above an answer, for the gallery."""

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reader.search.model import Understood
from reader.search.snippets import Highlighter
from reader.services.facets import Facets
from reader.services.search_result import SearchResult, Spans
from reader.ui.page.related_foot import RelatedFoot, RelatedLine
from reader.ui.search.completion import Completion
from reader.ui.search.facet_strip import FacetStrip
from reader.ui.search.query_builder import QueryBuilder
from reader.ui.search.search_bar import SearchBar
from reader.ui.search.search_notice import SearchNotice
from reader.ui.search.suggestions import Known, Suggestion, suggestions
from reader.ui.widgets.theme import Look

LONG_TAG = "아주 길고 길어서 한 줄에 다 들어가지 않는 태그"


def search_widgets(look: Look) -> Iterator[tuple[str, QWidget, tuple[int, int]]]:
    """All that has to do with searching: name, widget, size."""
    yield "search", search(look, ""), (480, 50)
    yield "search-typed", search(look, "이미지 생성 section:results"), (480, 50)
    yield "search-strange", search(look, "이미지 foo:bar 생성", ((4, 11),)), (480, 50)
    yield "notice", notice(look), (392, 60)
    yield "notice-narrow", notice(look), (240, 110)
    yield "notice-understood", understood(look), (392, 80)
    yield "related", related(look), (700, 200)
    yield "facets", facets(look, "이미지 생성"), (392, 36)
    yield "facets-narrowed", facets(look, f'date:2025-12 tag:"{LONG_TAG}" is:unread 이미지'), (392, 64)
    yield "facets-narrow", facets(look, "이미지 생성"), (240, 64)
    yield "completion", completion(look), (480, 360)
    yield "builder", builder(look), (480, 400)


def search(look: Look, query: str, strange: Spans = ()) -> QWidget:
    """The search field, with what was not understood."""
    bar = SearchBar(look)
    bar.set_query(query)
    bar.field.underline(query, strange, look.colour("accent"))
    return row([bar])


def notice(look: Look) -> SearchNotice:
    """What was made of a query."""
    made = SearchNotice(look)
    query, searched = "difusion 강화 학습 foo:bar", "diffusion 강화 학습 foo:bar"
    slips = (Understood("slip", "difusion", "diffusion"),)
    made.show_finding(SearchResult(query, 3, (), Highlighter(), searched, ((15, 22),), 12, understood=slips))
    return made


def related(look: Look) -> QWidget:
    """The papers below a text, one with a long title."""
    whole = QWidget()
    made = RelatedFoot(look.theme, whole)
    made.show_lines(
        [
            RelatedLine("a", "Folding Paper with Two Hands", "로봇, 정책, 강화학습", "12-22"),
            RelatedLine("b", f"{LONG_TAG} " * 4, "확산 모델, 토큰, 압축, 자기회귀", "2024-10-09"),
        ]
    )
    made.place(660)
    return whole


def understood(look: Look) -> SearchNotice:
    """How words were understood, and which nobody wrote."""
    made = SearchNotice(look)
    how = (
        Understood("concept", "강화 학습", "reinforcement learning, RL"),
        Understood("date from the last day", "지난주", "2025-12-15..2025-12-21"),
    )
    made.show_finding(SearchResult("강화 학습 지난주 축구", 0, (), Highlighter(), understood=how, missing=("축구",)))
    return made


def facets(look: Look, query: str) -> FacetStrip:
    """The chips above an answer."""
    made = FacetStrip(look)
    made.show_query(query)
    made.show_facets(
        Facets(query, (("2025-12", 24),), (("arxiv", 14),), (("읽을 것", 3),), (("results", 9),), (("unread", 20),))
    )
    return made


def completion(look: Look) -> QWidget:
    """The list below the field, with a line chosen."""
    whole, bar = _below(look)
    known = Known(tags=[("arxiv", 612), ("generative AI", 30), (LONG_TAG, 5)], recent=["tag:arxiv 이미지"])
    made = Completion(look, bar, lambda: known)
    found = [
        Suggestion(0, 2, "확산 모델", "concept", "diffusion model", 34),
        Suggestion(0, 2, "확산", "term", "", 120),
        Suggestion(0, 2, "A very long title of a paper that does not fit into the list at all", "title", "2501.00001"),
    ]
    made._show([*suggestions("tag:", 4, known), *suggestions("ta", 2, known), *found])
    made._choose(1)
    return whole


def builder(look: Look) -> QWidget:
    """The panel below the field."""
    whole, bar = _below(look)
    made = QueryBuilder(look, bar)
    made.open(f'is:bookmarked tag:"{LONG_TAG}" date:2025-10..2025-12 title:(flash attention) 이미지', Known())
    return whole


def _below(look: Look) -> tuple[QWidget, SearchBar]:
    """A search bar at the top of an empty window, for what opens below it."""
    whole = QWidget()
    bar = SearchBar(look)
    column = QVBoxLayout(whole)
    column.addWidget(bar)
    column.addStretch()
    whole.resize(480, 400)
    column.activate()
    return whole, bar


def row(parts: list[QWidget]) -> QWidget:
    """Widgets side by side, as in the tool bar."""
    whole = QWidget()
    layout = QHBoxLayout(whole)
    layout.setSpacing(10)
    layout.setContentsMargins(14, 0, 14, 0)
    for part in parts:
        layout.addWidget(part)
    return whole
