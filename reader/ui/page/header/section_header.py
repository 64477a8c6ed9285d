"""What stands above a paper's text: title, ids and date, links, its other appearances, notices.

In: a `PaperRecord` and which of its appearances. It opens nothing itself: it says which link was asked for.
"""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from reader.arxiv.model import Details
from reader.library.model import Appearance, PaperRecord
from reader.render.theme import Theme
from reader.ui.page.header.header_words import about, authors, marked, post_name, shortened
from reader.ui.page.header.link_row import LinkRow
from reader.ui.page.header.remark_words import remark_words
from reader.ui.page.page_hits import Highlighter
from reader.ui.widgets.buttons import LinkButton, TextButton
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.guarded import guarded

_TITLE, _LONG_TITLE, _SMALL = 24, 20, 13  # px at a text size of 16
_NARROW = 520  # px of width below which a title is smaller
_NARROW_TITLE, _LONG_NARROW_TITLE = 19, 17
_ABOVE, _ABOVE_NARROW = 26, 16  # px above it
_LONG = 120  # characters of a title that gets the smaller size
_TITLE_HTML = (  # lines set close; without the cell's padding the last one would lose its descenders
    '<table width="100%" cellspacing="0" cellpadding="0"><tr><td style="padding-bottom:6px">'
    '<p style="line-height:88%">{words}</p></td></tr></table>'
)


@guarded
class SectionHeader(QWidget):
    """The header of a paper; its height follows its width.

    Signals: `link_requested(address: str)`, `citation_requested()`, `appearance_requested(index: int)`,
    `labels_requested()` when a label was clicked, `explanation_requested()` of how the post was read,
    `changes_requested()` of what a rewriting changed, `resized_itself()` when the remarks were opened or closed,
    `focused()` when the keyboard came to one of its buttons.
    """

    link_requested = Signal(str)
    citation_requested = Signal()
    appearance_requested = Signal(int)
    labels_requested = Signal()
    explanation_requested = Signal()
    changes_requested = Signal()
    resized_itself = Signal()
    focused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._title_text = ""
        self._marks: Highlighter | None = None
        self._record: PaperRecord | None = None
        self._details: Details | None = None
        self._index = 0
        self._is_narrow = False
        self._gone = self._label()
        self._title = self._label()
        self._title.setObjectName("title")
        self._title.setTextFormat(Qt.TextFormat.RichText)
        self._authors = self._label()
        self._meta = self._label()
        self._labels: tuple[tuple[str, str], ...] = ()
        self._label_row = _row(self)
        self._label_row.hide()
        self._links = LinkRow(theme, self)
        self._links.link_requested.connect(self.link_requested)
        self._links.citation_requested.connect(self.citation_requested)
        self._links.focused.connect(self.focused)
        self._others = _row(self)
        self._changes = TextButton("", theme, "", self)
        self._changes.clicked.connect(self.changes_requested)
        self._changes.installEventFilter(self)
        self._changes.hide()
        self._remarks_button = TextButton("", theme, "", self)
        self._remarks_button.clicked.connect(self._toggle_remarks)
        self._remarks_button.installEventFilter(self)
        self._remarks = self._label()
        self._explain = TextButton("", theme, "", self)
        self._explain.clicked.connect(self.explanation_requested)
        self._explain.installEventFilter(self)
        self._explain.hide()
        self._fill_layout()
        self._set_looks()
        self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Paper"))
        self._links.retranslate()
        self._explain.setText(self.tr("How this post was read…"))
        self._fill()

    def show_record(
        self, record: PaperRecord, index: int, marks: Highlighter | None, details: Details | None = None
    ) -> None:
        """Show a paper as its appearance `index` has it; `marks` marks words of the title, `details` is arXiv's."""
        self._record, self._index, self._marks, self._details = record, index, marks, details
        self._remarks.hide()
        if self._meta.font().pixelSize() != self._font(_SMALL).pixelSize():
            self._set_looks()  # a font is lost when a widget in a new place meets the application's style sheet
        self._explain.hide()
        self._fill()

    def set_marks(self, marks: Highlighter | None) -> None:
        """Mark other words of the title."""
        self._marks = marks
        if self._record is not None:
            self._fill_title(self._record.appearances[self._index])

    def fit(self, width: int) -> int:
        """Be as wide as this, px, with a smaller title where that is little; returns the height it then takes."""
        narrow = width < _NARROW * self._scale
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._take_width()
        height = self.heightForWidth(width)
        self.resize(width, height)
        return height

    def set_labels(self, labels: tuple[tuple[str, str], ...]) -> bool:
        """Show the paper's labels, (name, colour); False if they are those shown."""
        if labels == self._labels:
            return False
        self._labels = labels
        self._fill_labels()
        return True

    def set_changes(self, words: str) -> bool:
        """Say on a button that the summary was rewritten, "" to say nothing; False if that is what it says."""
        if words == self._changes.text():
            return False
        self._changes.setText(words)
        self._changes.setVisible(bool(words))
        self._changes.updateGeometry()
        return True

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._set_looks()
        self._fill()

    def set_scale(self, scale: float) -> None:
        """Make all text larger or smaller with the page's."""
        self._scale = scale
        self._set_looks()
        self._fill()

    def set_link_keys(self, keys: Mapping[str, str]) -> None:
        """The keys to show as badges, by link: "arxiv", "alphaxiv", "pdf", "html", "huggingface", "other"."""
        self._links.set_keys(keys)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)

    def _fill_layout(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, _ABOVE, 0, 0)
        layout.setSpacing(0)
        parts = (
            (self._gone, 12),
            (self._title, 1),
            (self._authors, 5),
            (self._meta, 12),
            (self._label_row, 10),
            (self._links, 8),
            (self._others, 5),
            (self._changes, 4),
        )
        for part, gap in (*parts, (self._remarks_button, 4), (self._remarks, 4), (self._explain, 8)):
            part.setContentsMargins(0, 0, 0, gap)
            layout.addWidget(part)

    def _take_width(self) -> None:
        if (layout := self.layout()) is not None:
            layout.setContentsMargins(0, _ABOVE_NARROW if self._is_narrow else _ABOVE, 0, 0)
        if self._record is not None:
            self._fill_title(self._record.appearances[self._index])

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label.setCursor(Qt.CursorShape.IBeamCursor)
        return label

    def _fill(self) -> None:
        if self._record is None:
            return
        record, appearance = self._record, self._record.appearances[self._index]
        notices = [self._gone_words(record)] if record.gone else []
        if self._details and self._details.withdrawn:
            notices.append(self.tr("arXiv says that this paper was withdrawn."))
        self._gone.setVisible(bool(notices))
        self._gone.setText("\n".join(notices))
        self._fill_title(appearance)
        self._authors.setText(authors(self._details) if self._details else "")
        self._authors.setVisible(bool(self._authors.text()))
        meta = shortened(self._meta_line(appearance))
        self._meta.setText(meta)
        self._meta.setVisible(bool(meta))
        self._fill_labels()
        self._links.show_paper(appearance.paper)
        _refill(self._others, self._other_appearances(record))
        self._fill_remarks(appearance)

    def _gone_words(self, record: PaperRecord) -> str:
        if any(appearance.paper.sections for appearance in record.appearances):
            return self.tr("No post in the library has this paper. This is its last known text.")
        return self.tr("No post in the library has this paper. Only what you marked on it is known.")

    def _fill_labels(self) -> None:
        if not self._labels and self._label_row.isHidden():
            return
        from reader.ui.page.header.label_chips import LabelChip  # most papers have none

        chips: list[QWidget] = []
        for name, colour in self._labels:
            chip = LabelChip(name, colour, self._theme, self)
            chip.setFont(self._font(_SMALL - 1))
            chip.clicked.connect(self.labels_requested)
            chip.installEventFilter(self)
            chips.append(chip)
        _refill(self._label_row, chips)

    def _fill_title(self, appearance: Appearance) -> None:
        title = appearance.post_title if appearance.is_page else appearance.paper.title or appearance.paper.key
        title = shortened(title)
        self._title.setAccessibleName(title)
        spans = self._marks(title) if self._marks else []
        words = marked(title, spans, self._theme.mark)
        usual, long = (_NARROW_TITLE, _LONG_NARROW_TITLE) if self._is_narrow else (_TITLE, _LONG_TITLE)
        self._title.setFont(self._font(long if len(title) > _LONG else usual, bold=True))
        self._title.setText(_TITLE_HTML.format(words=words))

    def _meta_line(self, appearance: Appearance) -> str:
        paper = appearance.paper
        parts = [f"arXiv {paper.arxiv_id}"] if paper.arxiv_id else []
        where = "" if appearance.is_page else post_name(appearance.post_title)
        day = appearance.day.isoformat() if appearance.day else ""
        if day and day not in where:
            where = f"{where} {day}".strip()
        if where:
            parts.append(where if appearance.is_page else f"{where} #{paper.number}")
        if self._details:
            parts += about(self._details)
        if appearance.tags:
            parts.append(", ".join(appearance.tags))
        return " · ".join(parts)

    def _other_appearances(self, record: PaperRecord) -> list[QWidget]:
        others = [(n, other) for n, other in enumerate(record.appearances) if n != self._index]
        if not others:
            return []
        caption = QLabel(self.tr("Also in"), self)
        caption.setFont(self._font(_SMALL))
        _colour(caption, self._theme.muted)
        return [caption, *(self._appearance_button(index, other) for index, other in others)]

    def _appearance_button(self, index: int, appearance: Appearance) -> QWidget:
        day = appearance.day.isoformat() if appearance.day else appearance.post_title
        text = f"{day} #{appearance.paper.number}"
        button = LinkButton(text, self._theme, "", self)
        button.setFont(self._font(_SMALL))
        button.setToolTip(appearance.post_title)
        button.setAccessibleName(self.tr("Summary of {place}").format(place=text))
        button.clicked.connect(lambda: self.appearance_requested.emit(index))
        button.installEventFilter(self)
        return button

    def _fill_remarks(self, appearance: Appearance) -> None:
        line = self.tr("Line {number}: {message}")
        lines = [line.format(number=remark.line, message=remark_words(remark)) for remark in appearance.remarks]
        self._remarks.setText("\n".join(lines))
        self._remarks_button.setVisible(bool(lines))
        self._name_remarks(len(lines))

    def _toggle_remarks(self) -> None:
        self._remarks.setVisible(self._remarks.isHidden())
        self._explain.setVisible(not self._remarks.isHidden())
        self._name_remarks(len(self._remarks.text().splitlines()))
        self.resized_itself.emit()

    def _name_remarks(self, count: int) -> None:
        arrow = "▸" if self._remarks.isHidden() else "▾"
        words = self.tr("Remarks made while reading the file: {count}").format(count=count)
        self._remarks_button.setText(f"{arrow} {words}")
        self._remarks_button.updateGeometry()

    def _set_looks(self) -> None:
        theme, small = self._theme, self._font(_SMALL)
        self._links.set_look(theme, small)
        for button in (self._remarks_button, self._explain, self._changes):
            button.set_theme(theme)
            button.setFont(small)
        for label, colour in (
            (self._gone, theme.accent),
            (self._authors, theme.text),
            (self._meta, theme.muted),
            (self._remarks, theme.muted),
        ):
            label.setFont(small)
            _colour(label, colour)
        _colour(self._title, theme.text)

    def _font(self, size: int, *, bold: bool = False) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, round(size * self._scale)))
        font.setBold(bold)
        return font


def _row(parent: QWidget) -> QWidget:
    row = QWidget(parent)
    FlowLayout(row)
    return row


def _refill(row: QWidget, widgets: list[QWidget]) -> None:
    layout = row.layout()
    assert layout is not None
    while entry := layout.takeAt(0):
        if (old := entry.widget()) is not None:
            old.hide()
            old.deleteLater()
    for widget in widgets:
        layout.addWidget(widget)
        widget.show()
    row.setVisible(bool(widgets))


def _colour(widget: QWidget, colour: str) -> None:
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
    palette.setColor(QPalette.ColorRole.Text, QColor(colour))  # what children of a viewport take for their text
    widget.setPalette(palette)
