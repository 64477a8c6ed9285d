"""Colours, fonts and icons."""

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.base.paths import resources
from reader.render.theme import DARK, LIGHT, THEMES
from reader.ui.widgets.icons import Icons
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.stylesheet import style_sheet
from reader.ui.widgets.theme import FAMILIES, Look, system_theme

DRAWINGS = sorted((resources() / "icons").glob("*.svg"))


def _luminance(colour: QColor) -> float:
    parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def _contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_a_look_gives_the_application_the_palette_of_its_theme(qapp: QApplication) -> None:
    look = Look(qapp, "dark")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.chrome
    look.set_theme("light")
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == LIGHT.chrome
    assert LIGHT.accent in qapp.styleSheet()


def test_a_change_of_theme_is_told_once_and_only_if_it_is_one(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look(qapp, "light")
    told: list[str] = []
    look.changed.connect(lambda: told.append(look.theme.name))
    look.set_theme("light")
    look.set_theme("dark")
    assert look.toggle() == "light"
    assert told == ["dark", "light"]


def test_a_look_that_follows_the_system_has_the_systems_theme(qapp: QApplication) -> None:
    assert Look(qapp, "system").theme == system_theme()


def test_text_size_changes_fonts_and_lengths(qapp: QApplication) -> None:
    look = Look(qapp, "light")
    assert look.font().pixelSize() == 13
    look.set_text_size(26)
    assert look.font(1, bold=True).pixelSize() == 28
    assert look.px(10) == 20
    assert qapp.font().pixelSize() == 26
    look.set_text_size(13)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_style_sheet_has_a_colour_for_every_name(theme: object) -> None:
    assert "$" not in style_sheet(theme)  # type: ignore[arg-type]  # parametrize has no types


@pytest.mark.parametrize("name", sorted(THEMES))
def test_quiet_text_can_be_read_on_chosen_selected_and_hovered_ground(qapp: QApplication, name: str) -> None:
    look = Look(qapp, name)  # type: ignore[arg-type]  # a name of THEMES is a setting
    for ground in ("chosen", "selected", "hover"):
        assert _contrast(look.quiet(), look.colour(ground)) >= 4.5, ground
    for ground in ("chrome", "panel", "field", "note"):
        assert _contrast(look.colour("muted"), look.colour(ground)) >= 4.5, ground


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_svg_and_shows_something(qapp: QApplication, drawing: Path) -> None:
    assert QSvgRenderer(str(drawing)).isValid()
    image = Icons(drawing.parent).pixmap(drawing.stem, "#123456", 16, 2.0).toImage()
    assert image.size().width() == 32
    assert any(image.pixelColor(x, y).alpha() > 100 for x in range(32) for y in range(32))


def test_a_drawing_has_the_colour_asked_for_and_is_drawn_once(qapp: QApplication) -> None:
    icons = Icons(resources() / "icons")
    dot = icons.pixmap("unread", "#ff0000", 16)
    assert dot.toImage().convertToFormat(QImage.Format.Format_ARGB32).pixelColor(8, 8).name() == "#ff0000"
    assert icons.pixmap("unread", "#ff0000", 16) is dot
    assert not icons.icon("star", "#00ff00").isNull()


def test_every_colour_of_a_theme_is_one() -> None:
    for theme in THEMES.values():
        for name, colour in theme._asdict().items():
            assert name == "name" or QColor(colour).isValid()


def test_words_keep_their_colour_when_their_pane_gets_its_place_in_the_window(qapp: QApplication, qtbot: QtBot) -> None:
    """A QLabel with a palette of its own loses it then, under an application style sheet."""
    look = Look(qapp, "light")
    bar = StatusBar(look)
    bar.set_library("▇▇▇▇")
    window = QWidget()
    qtbot.addWidget(window)
    QHBoxLayout(window).addWidget(bar)
    window.resize(400, 60)
    window.show()
    image = bar.grab().toImage()
    seen = {image.pixelColor(x, y).name() for x in range(12, 40) for y in range(image.height())}
    assert LIGHT.muted in seen
    assert LIGHT.text not in seen


def test_families_with_hangul_are_spelled_as_their_makers_spell_them() -> None:
    assert FAMILIES == (
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
