"""The panel that makes a query of fields: each field writes its operator, and an operator fills its field."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QToolButton, QWidget

from reader.ui.search.query_builder import QueryBuilder
from reader.ui.search.search_bar import SearchBar
from reader.ui.search.suggestions import Known
from reader.ui.widgets.theme import Look
from reader.ui.widgets.words import Words


@pytest.fixture
def builder(look: Look, page: QWidget) -> QueryBuilder:
    bar = SearchBar(look)
    bar.setParent(page)
    bar.setGeometry(100, 10, 460, 30)
    bar.show()
    made = QueryBuilder(look, bar)
    made.open("", Known(tags=(("arxiv", 3), ("llm", 2)), labels=(("읽을 것", "green"),)))
    return made


def told(builder: QueryBuilder) -> list[str]:
    queries: list[str] = []
    builder.query_changed.connect(queries.append)
    return queries


@pytest.mark.parametrize(
    ("name", "value", "query"),
    [
        ("words", "확산 모델", "확산 모델"),
        ("title", "flash attention", "title:(flash attention)"),
        ("note", "아이디어", "note:아이디어"),
        ("first", "2025-10", "date:2025-10.."),
        ("last", "2025-12-20", "date:..2025-12-20"),
        ("tag", "generative AI", 'tag:"generative AI"'),
        ("label", "읽을 것", 'label:"읽을 것"'),
        ("section", 4, "section:limitations"),
        ("state", 1, "is:read"),
        ("state", 2, "is:unread"),
        ("bookmarked", True, "is:bookmarked"),
        ("noted", True, "has:note"),
    ],
)
def test_a_field_writes_its_operator_and_is_filled_by_it_again(
    builder: QueryBuilder, name: str, value: object, query: str
) -> None:
    queries, field = told(builder), getattr(builder, name)
    match field, value:
        case QLineEdit(), str():
            field.setText(value)
        case QComboBox(), str():
            field.setCurrentText(value)
        case QComboBox(), int():
            field.setCurrentIndex(value)
        case QToolButton(), bool():
            field.setChecked(value)
    assert queries[-1] == query
    builder.show_query("")
    shown = len(queries)
    assert is_empty(builder)
    builder.show_query(query)
    assert len(queries) == shown  # what the program shows is told to nobody
    match field, value:
        case QLineEdit(), str():
            assert field.text() == value.strip()
        case QComboBox(), str():
            assert field.currentText() == value
        case QComboBox(), int():
            assert field.currentIndex() == value
        case QToolButton(), bool():
            assert field.isChecked()
    assert name == "words" or builder.words.text() == ""


def is_empty(builder: QueryBuilder) -> bool:
    texts = (builder.words, builder.title, builder.first, builder.last, builder.note)
    boxes = (builder.section, builder.state)
    return (
        not any(field.text() for field in texts)
        and not any(box.currentIndex() for box in boxes)
        and not (builder.tag.currentText() or builder.label.currentText())
        and not (builder.bookmarked.isChecked() or builder.noted.isChecked())
    )


def test_fields_together_are_one_query_in_a_fixed_order(builder: QueryBuilder) -> None:
    whole = (
        "title:sheep section:method date:2025-10..2025-12 tag:llm"
        ' label:"읽을 것" is:unread is:bookmarked has:note note:양 빙하'
    )
    builder.show_query(whole)
    queries = told(builder)
    builder.words.setText("빙하 흐름")
    assert queries == [f"{whole} 흐름"]
    builder.last.setText("2025-10")
    assert "date:2025-10 " in queries[-1]
    assert ".." not in queries[-1]


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("date:2025", "2025", "2025"),
        ("date:2025~2026", "2025", "2026"),
        ("date:..2025", "", "2025"),
        ("after:2025-03", "2025-03", ""),
        ("", "", ""),
    ],
)
def test_dates_fill_both_ends(builder: QueryBuilder, query: str, first: str, last: str) -> None:
    builder.show_query(query)
    assert (builder.first.text(), builder.last.text()) == (first, last)
    assert builder.words.text() == ""


def test_a_choice_stays_as_it_was_typed_and_what_has_no_field_too(builder: QueryBuilder) -> None:
    builder.show_query("확산 OR tag:llm")
    assert builder.words.text() == "확산 OR tag:llm"
    assert builder.tag.currentText() == ""
    builder.show_query("has:note author:oord x")
    assert (builder.words.text(), builder.noted.isChecked()) == ("author:oord x", True)


def test_what_the_library_has_is_offered_and_any_other_can_be_typed(builder: QueryBuilder) -> None:
    assert [builder.tag.itemText(n) for n in range(builder.tag.count())] == ["", "arxiv", "llm"]
    assert [builder.label.itemText(n) for n in range(builder.label.count())] == ["", "읽을 것"]
    assert builder.tag.isEditable() and builder.label.isEditable()
    builder.tag.setCurrentText("another")
    assert builder.tag.count() == 3
    sections = [builder.section.itemText(n) for n in range(builder.section.count())]
    assert sections == ["Any section", "Introduction", "Method", "Results", "Limitations", "Conclusion"]
    assert [builder.state.itemText(n) for n in range(builder.state.count())] == ["Read or not", "Read", "Unread"]


def test_every_field_has_a_caption_and_a_name(builder: QueryBuilder) -> None:
    captions = [each.text() for each in builder.findChildren(Words)] or [
        each.text() for each in builder.findChildren(QLabel)
    ]
    assert captions == ["Words", "In the title", "Within", "From, to", "Tag", "Label", "Read", "In notes"]
    names = {
        "words": "Words",
        "title": "In the title",
        "section": "Within",
        "first": "From",
        "last": "To",
        "tag": "Tag",
        "label": "Label",
        "state": "Read",
        "note": "In notes",
    }
    for name, said in names.items():
        assert getattr(builder, name).accessibleName() == said
    assert (builder.bookmarked.text(), builder.noted.text()) == ("Bookmarked", "With a note")
    assert (builder.first.placeholderText(), builder.last.placeholderText()) == ("2025-10", "2025-12-20")
    assert builder.first.toolTip() == "From"


def test_toggles_are_as_wide_as_each_other_and_keep_to_the_end_of_their_row(builder: QueryBuilder) -> None:
    assert builder.bookmarked.width() == builder.noted.width()
    for field, toggle in ((builder.state, builder.bookmarked), (builder.note, builder.noted)):
        assert abs(field.geometry().center().y() - toggle.geometry().center().y()) <= 2
        assert toggle.geometry().left() > field.geometry().right()
        assert field.width() > toggle.width()
        assert toggle.isCheckable()
        assert toggle.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert abs(builder.first.width() - builder.last.width()) <= 1


def test_it_opens_below_its_bar_with_the_keyboard_in_its_first_field(builder: QueryBuilder, page: QWidget) -> None:
    bar = builder._bar
    assert builder.isVisible()
    assert builder.geometry().top() == bar.geometry().bottom() + 4
    assert builder.geometry().right() == bar.geometry().right() or builder.geometry().left() == 8
    assert builder.width() >= bar.width()
    assert page.focusWidget() is builder.words


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_and_esc_close_it_and_the_keyboard_is_in_the_field(
    builder: QueryBuilder, page: QWidget, key: Qt.Key
) -> None:
    QTest.keyClick(builder.words, key)
    assert builder.isHidden()
    assert page.focusWidget() is builder._bar.field


def test_a_click_elsewhere_closes_it_and_one_inside_does_not(builder: QueryBuilder, page: QWidget) -> None:
    QTest.mouseClick(builder, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert builder.isVisible()
    QTest.mouseClick(builder._bar.filter, Qt.MouseButton.LeftButton)
    assert builder.isVisible()
    QTest.mouseClick(page, Qt.MouseButton.LeftButton, pos=QPoint(5, 590))
    assert builder.isHidden()
