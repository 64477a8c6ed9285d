"""Outlined buttons that paint themselves, with the key that does the same: for the tool bar and a paper's pages."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QToolButton, QWidget

from reader.render.theme import Theme
from reader.ui.widgets.frames import paint_badge, paint_box
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_RADIUS = 5
_PAD = 10
_ICON = 15
_ARROW = 12
_GAP = 6
_LINK_PAD, _LINK_GAP, _BADGE_PAD = 11, 8, 4  # px


def badge_size(look: Look, key: str) -> QSize:
    """How much room a key's badge takes."""
    metrics = QFontMetrics(look.font(-3))
    return QSize(max(metrics.horizontalAdvance(key) + 8, look.px(16)), look.px(16))


def paint_key(painter: QPainter, look: Look, key: str, right: int, middle: int) -> None:
    """Paint the badge of a key with its right edge at `right`, around the height `middle`."""
    size = badge_size(look, key)
    rect = QRectF(right - size.width() + 0.5, middle - size.height() // 2 + 0.5, size.width() - 1, size.height() - 1)
    paint_badge(painter, rect, key, look.font(-3), look.colour("line"), look.colour("muted"))


def show_drawing(button: QAbstractButton, look: Look, name: str, side: int = 16) -> None:
    """Show a drawing on a button of Qt's own, quiet, `side` px wide and high at the usual text size."""
    drawn = look.px(side)
    button.setIcon(look.icons.icon(name, look.theme.muted, drawn))
    button.setIconSize(QSize(drawn, drawn))


@guarded
class KeyButton(QToolButton):
    """A tool button: an icon, words, a key, a chevron if it opens a menu. All but the painting is QToolButton's own. A
    checked button shows its icon in the accent colour.
    """

    def __init__(
        self, look: Look, text: str = "", icon: str = "", key: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._icon_name = icon
        self._key = key
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._take_look()
        look.changed.connect(self._take_look)

    def setMenu(self, menu: QMenu) -> None:
        """Open a menu when pressed. Said with the menu, not before: Qt takes such a button for one without a press."""
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        super().setMenu(menu)

    def set_icon_name(self, name: str) -> None:
        """Show another drawing: "star" for "star-outline"."""
        self._icon_name = name
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key, "" for none."""
        if key != self._key:
            self._key = key
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        px = self._look.px
        if not self.text():
            return QSize(px(33), px(28))
        width = 2 * px(_PAD) + QFontMetrics(self._look.font()).horizontalAdvance(self.text())
        width += px(_ICON) + px(_GAP) - 2 if self._icon_name else 0
        width += badge_size(self._look, self._key).width() + px(_GAP) if self._key else 0
        width += px(14) if self.menu() else 0
        return QSize(width, px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        ground = "selected" if self.isDown() else "hover" if self.underMouse() and self.isEnabled() else "field"
        line = "accent" if self.hasFocus() else "line"
        self._paint_content(paint_box(self, self._look.colour(ground), self._look.colour(line), _RADIUS))

    def _paint_content(self, painter: QPainter) -> None:
        px, theme = self._look.px, self._look.theme
        left, right, middle = px(_PAD), self.width() - px(_PAD), self.height() // 2
        colour = theme.text if self.isEnabled() else theme.muted
        if self._icon_name:
            side = px(_ICON)
            x = left - 2 if self.text() else (self.width() - side) / 2
            icon = QRectF(x, (self.height() - side) / 2, side, side)
            self._look.icons.paint(painter, self._icon_name, theme.accent if self.isChecked() else colour, icon)
            left += side + px(_GAP) - 4
        if self.menu() and self.text():
            side = px(_ARROW)
            self._look.icons.paint(
                painter, "chevron-down", colour, QRectF(right - side + 2, middle - side / 2 + 1, side, side)
            )
            right -= px(14)
        if self._key and self.text():
            paint_key(painter, self._look, self._key, right, middle)
        painter.setFont(self._look.font())
        painter.setPen(self._look.colour("text" if self.isEnabled() else "muted"))
        painter.drawText(QRect(left, 0, right - left, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())

    def _take_look(self) -> None:
        self.updateGeometry()
        self.update()


@guarded
class LinkButton(QAbstractButton):
    """Text in a rounded outline, and `key` in a smaller one behind it ("" for none)."""

    def __init__(self, text: str, theme: Theme, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._theme = theme
        self._key = key

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key, "" for none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        width = metrics.horizontalAdvance(self.text()) + 2 * _LINK_PAD
        if self._key:
            width += _LINK_GAP + self._badge_width() - 3
        return QSize(width, max(metrics.height(), round(metrics.ascent() * 1.25)) + 9)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, ring = self._theme, self.hasFocus()
        ground = theme.selected if self.isDown() else theme.hover if self.underMouse() else theme.field
        line = QColor(theme.focus if ring else theme.line)
        painter = paint_box(self, QColor(ground), line, _RADIUS, 2 if ring else 1)
        painter.setPen(QColor(theme.text))
        metrics = QFontMetrics(self.font())
        room = self.rect().adjusted(_LINK_PAD, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if self._key:
            self._paint_badge(painter, _LINK_PAD + metrics.horizontalAdvance(self.text()) + _LINK_GAP)

    def _paint_badge(self, painter: QPainter, left: int) -> None:
        font = self._badge_font()
        height = QFontMetrics(font).ascent() + 5
        rect = QRectF(left + 0.5, (self.height() - height) // 2 + 0.5, self._badge_width(), height)
        theme = self._theme
        colours = QColor(theme.line), QColor(theme.muted), QColor(theme.page)
        paint_badge(painter, rect, self._key, font, *colours)

    def _badge_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(max(9, self.font().pixelSize() - 3))
        return font

    def _badge_width(self) -> int:
        return QFontMetrics(self._badge_font()).horizontalAdvance(self._key) + 2 * _BADGE_PAD


@guarded
class TextButton(LinkButton):
    """The same in muted text without an outline, for what is rarely used."""

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance(self.text()) + 2, metrics.height() + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QColor(self._theme.focus))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(QColor(self._theme.text if self.underMouse() else self._theme.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
