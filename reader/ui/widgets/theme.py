"""How the window looks: colours (palette and style sheet), fonts, sizes, icons.

`Look` is made once and handed to every widget that paints; it tells them when something changed. Colours are those of
`reader.render.theme`; the style is Fusion with our own palette on every system, because Qt can't make a desktop's own
style dark.
"""

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from reader.base.paths import resources
from reader.render.theme import DARK, LIGHT, THEMES, Theme
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.stylesheet import style_sheet

ThemeSetting = Literal["system", "light", "dark", "sepia", "contrast"]

DEFAULT_TEXT_SIZE = 13
"""px. The text of a line in the tree; every other size is relative to it."""

_BESIDE = 40  # px of a window that are seen beside what is open over it
_TEXT_SIZE = 16.0  # px of a paper's text, by default


def window_size(text_size: float) -> int:
    """The text size of the window, px, that goes with that of a paper's text: one scale for all."""
    return round(text_size * DEFAULT_TEXT_SIZE / _TEXT_SIZE)


FAMILIES = (
    "Pretendard",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Apple SD Gothic Neo",
    "Malgun Gothic",
    "NanumGothic",
    "NanumBarunGothic",
    "Nanum Gothic",
    "UnDotum",
    "Baekmuk Gulim",
)
"""Families with Hangul, best first. Those that a machine lacks are left out: macOS searches long for each of them."""


def palette_of(theme: Theme) -> QPalette:
    """The palette of a theme."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.chrome,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.panel,
        role.Text: theme.text,
        role.Button: theme.field,
        role.ButtonText: theme.text,
        role.BrightText: theme.accent,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.field,
        role.ToolTipText: theme.text,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Accent: theme.accent,
        role.Light: theme.field,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.muted,
        role.Shadow: theme.line,
    }
    palette = QPalette()
    for which, colour in colours.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.muted))
    return palette


def system_theme() -> Theme:
    """The theme the desktop asks for; light where it doesn't say."""
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def application(arguments: Sequence[str]) -> QApplication:
    """The application, in the one style that the colours and the style sheet are made for.

    It is told by its command line: to set a style or ask for it wraps it with all its constants, 8 ms of the start.
    """
    existing = QApplication.instance()
    if not isinstance(existing, QApplication):
        return QApplication([*arguments[:1], "-style", "fusion"])
    if existing.style().name().lower() != "fusion":
        existing.setStyle("Fusion")
    return existing


def families(wanted: tuple[str, ...]) -> list[str]:
    """Those of the wanted families this machine has."""
    return [family for family in wanted if QFontDatabase.hasFamily(family)]


def apply(app: QApplication, theme: Theme, *, sheet: bool = True) -> None:
    """Give the whole application a theme's colours; without the style sheet only its palette."""
    app.setPalette(palette_of(theme))
    if sheet:
        app.setStyleSheet(style_sheet(theme))


class Look(QObject):
    """The look of the window now.

    Signals: `changed()` when colours, text size or fonts changed; whoever paints repaints then.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        setting: ThemeSetting = "system",
        text_size: int = DEFAULT_TEXT_SIZE,
        *,
        density: str = "comfortable",
        dressed: bool = True,
    ) -> None:
        """`dressed` False: the style sheet comes later, by `dress`. That is quicker once all widgets are in place."""
        super().__init__()
        self._app = app
        self._setting: ThemeSetting = setting
        self.text_size = text_size  # px
        self.is_compact = density == "compact"
        self.icons = Icons(resources() / "icons")
        self._families = [*families(FAMILIES), QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()]
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self.theme = self._wanted()
        app.setFont(self.font())
        apply(app, self.theme, sheet=dressed)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def setting(self) -> ThemeSetting:
        """What the person has set, which may be to follow the system."""
        return self._setting

    def dress(self) -> None:
        """Give the application its style sheet."""
        apply(self._app, self.theme)

    def set_theme(self, setting: ThemeSetting) -> None:
        """Follow the system, or be light or dark whatever the system says."""
        self._setting = setting
        self._take(self._wanted())

    def toggle(self) -> ThemeSetting:
        """Turn from light to dark or back; returns the setting to be saved."""
        self.set_theme("light" if self.theme.is_dark else "dark")
        return self._setting

    def set_text_size(self, px: int) -> None:
        """Make text that is 13 px high by default `px` high, and the rest in proportion."""
        if px == self.text_size:
            return
        self.text_size = px
        self._fonts.clear()
        self._app.setFont(self.font())
        self.changed.emit()

    def set_density(self, density: str) -> None:
        """Give the papers of a list the usual room ("comfortable") or less ("compact")."""
        if (density == "compact") != self.is_compact:
            self.is_compact = density == "compact"
            self.changed.emit()

    def px(self, length: float) -> int:
        """A length of the design (for the default text size) at the present text size, in px."""
        return round(length * self.text_size / DEFAULT_TEXT_SIZE)

    def over(self, window: QWidget | None, width: float, height: float = 0) -> QSize:
        """How large to be over a window: lengths of the design at the present text size, no larger than the window."""
        wanted = QSize(self.px(width), self.px(height))
        return wanted if window is None else wanted.boundedTo(window.window().size() - QSize(_BESIDE, _BESIDE))

    def font(self, step: int = 0, bold: bool = False) -> QFont:
        """The font `step` px larger than the tree's, with digits of one width. Don't change it: it is shared."""
        known = self._fonts.get((step, bold))
        if known is None:
            known = self._fonts[step, bold] = self._make_font(step, bold)
        return known

    def colour(self, role: str) -> QColor:
        """A colour of the theme by the name of its role: "accent", "muted" …"""
        return QColor(getattr(self.theme, role))

    def quiet(self) -> QColor:
        """Muted text on a chosen, selected or hovered ground, where the theme's own muted lacks contrast (4.5 to 1)."""
        muted, text = self.colour("muted"), self.colour("text")
        pairs = ((muted.red(), text.red()), (muted.green(), text.green()), (muted.blue(), text.blue()))
        return QColor(*(round(0.7 * a + 0.3 * b) for a, b in pairs))

    def _make_font(self, step: int, bold: bool) -> QFont:
        font = QFont()
        font.setFamilies(self._families)
        font.setPixelSize(self.px(DEFAULT_TEXT_SIZE + step))
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def _wanted(self) -> Theme:
        return THEMES.get(self._setting) or system_theme()

    def _follow_system(self) -> None:
        if self._setting == "system":
            self._take(self._wanted())

    def _take(self, theme: Theme) -> None:
        if theme == self.theme:
            return
        self.theme = theme
        apply(self._app, theme)
        self.changed.emit()
