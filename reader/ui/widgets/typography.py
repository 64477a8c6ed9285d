"""How the text of papers is set: letters, size, width and distance of lines, as a person likes to read."""

from typing import NamedTuple

from PySide6.QtGui import QFont, QFontDatabase

from reader.base.settings import Settings
from reader.ui.widgets.theme import families

SERIF = (
    "Noto Serif CJK KR",
    "Noto Serif KR",
    "RIDIBatang",
    "KoPubWorldBatang",
    "AppleMyungjo",
    "Batang",
    "NanumMyeongjo",
    "UnBatang",
)
"""Families of serif letters with Hangul, best first."""

_COLUMNS = {"narrow": 560, "medium": 680, "wide": 860}  # px at a text size of 16
_LINES = {"close": 104, "normal": 115, "open": 132}  # per cent of the font's own height

TYPOGRAPHY_SETTINGS = frozenset({"text_size", "typeface", "line_width", "line_height"})
"""The settings that a Typography is made from."""


class Typography(NamedTuple):
    """How the text of papers is set."""

    size: float = 16.0  # px
    column: int = 680  # the widest column, px at a text size of 16
    line: int = 115  # distance of lines, per cent of the font's own height
    families: tuple[str, ...] = ()  # of letters; the window's own without any

    @property
    def scale(self) -> float:
        """How much larger the text is than usually."""
        return self.size / 16

    def px(self, length: float) -> int:
        """A length of the design at this size, px."""
        return round(length * self.scale)

    def font(self, base: QFont, size: float = 16) -> QFont:
        """The font of the text, or of what is `size` px high beside text of 16."""
        font = QFont(base)
        font.setPixelSize(round(size * self.scale))
        if self.families:
            font.setFamilies(list(self.families))
        return font


def typography_of(settings: Settings) -> Typography:
    """How a person wants it."""
    return Typography(
        settings.get("text_size"),
        _COLUMNS[settings.get("line_width")],
        _LINES[settings.get("line_height")],
        _families(settings.get("typeface")),
    )


def has_serif() -> bool:
    """Whether this machine has serif letters with Hangul."""
    return bool(families(SERIF))


def _families(typeface: str) -> tuple[str, ...]:
    if typeface == "serif":
        return tuple(families(SERIF))
    if typeface == "system":
        return (QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family(),)
    return ()
