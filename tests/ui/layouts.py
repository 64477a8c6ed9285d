"""What a layout holds, as facts: its margins, its space, and its parts in order with how they share the room."""

from typing import NamedTuple

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget


class Laid(NamedTuple):
    """A row or a column."""

    margins: tuple[int, int, int, int]  # left, top, right, bottom, px
    spacing: int  # px
    parts: list[object]  # widgets and layouts; None for room that stretches
    stretches: list[int]  # one a part


def laid(layout: QLayout | None) -> Laid:
    """How a row or column is laid out."""
    assert isinstance(layout, QBoxLayout)
    margins = layout.contentsMargins()
    rows = [layout.itemAt(at) for at in range(layout.count())]
    return Laid(
        (margins.left(), margins.top(), margins.right(), margins.bottom()),
        layout.spacing(),
        [row.widget() or row.layout() for row in rows],
        [layout.stretch(at) for at in range(layout.count())],
    )


def rows_of(widget: QWidget) -> Laid:
    """How the parts of a widget are laid out."""
    return laid(widget.layout())
