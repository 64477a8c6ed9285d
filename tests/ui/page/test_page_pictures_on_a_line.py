"""Formulas stand on the line of their text."""

from math import ceil

from PySide6.QtGui import QFont, QFontMetrics, QTextCharFormat
from PySide6.QtWidgets import QApplication, QWidget

from reader.render.sheet import FormulaPicture
from reader.render.theme import LIGHT
from reader.ui.across.lens_header import LensHeader
from reader.ui.page.header.section_header import SectionHeader
from reader.ui.page.page_pictures import _on_baseline, _standing


def test_a_formula_is_as_high_as_what_is_above_and_below_the_line(qapp: QApplication) -> None:
    font = QFont(qapp.font())
    font.setPixelSize(16)
    low, deep = (FormulaPicture(b"", 10.2, 7.3, depth, "x") for depth in (1.0, 9.0))
    size, descent = _standing(low, font)
    assert (size, descent) == (16, QFontMetrics(font).descent())
    form = _on_baseline(low, font)
    assert (form.width(), form.height()) == (11, ceil(7.3) + descent)
    assert form.verticalAlignment() is QTextCharFormat.VerticalAlignment.AlignBaseline
    size, descent = _standing(deep, font)
    assert size > 16 and descent >= 9
    assert _on_baseline(deep, font).height() == 8 + descent


def test_small_words_stay_readable_however_small_the_text_is(page: QWidget) -> None:
    for header in (LensHeader(LIGHT, page), SectionHeader(LIGHT, page)):
        header._scale = 0.1
        assert header._font(13).pixelSize() == 9
        header._scale = 1.0
        assert header._font(13).pixelSize() == 13
