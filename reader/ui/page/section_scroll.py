"""Where somebody is in a paper: which section is being read, how far it is scrolled, and the ways to get elsewhere."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from reader.ui.page.header.section_tabs import SectionTabs
from reader.ui.page.page_browser import PageBrowser

_OVERLAP = 48  # px of a page that stay in view when it is turned
_ABOVE = 20  # px left above a heading that was jumped to, at a text size of 16
_REACHED = 48  # px below the tabs at which a heading counts as read


class SectionScroll(QObject):
    """Follows the scroll bar of a browser and keeps the tabs at the section being read.

    Signals: `section_changed(index: int)`; `ended()` when the end was scrolled into view, once for each paper.
    """

    section_changed = Signal(int)
    ended = Signal()

    def __init__(self, browser: PageBrowser, tabs: SectionTabs) -> None:
        super().__init__(browser)
        self._browser = browser
        self._bar = browser.verticalScrollBar()
        self._tabs = tabs
        self._names: Sequence[str] = ()  # anchors of the sections
        self._section = -1
        self._chosen_at: int | None = None  # the bar's value when a section was chosen that it alone may not show
        self._end_told = True
        self._wanted: float | None = None  # position asked for before there was a size
        self._put: tuple[float, int] | None = None  # the position set last, and the bar's value it gave
        self._bar.rangeChanged.connect(self._range_changed)
        tabs.tab_chosen.connect(self.go_to_section)

    def begin(self, names: Sequence[str]) -> None:
        """Another paper is shown, with these anchors for its sections: be at its beginning."""
        self._names, self._section = names, 0 if names else -1
        self._chosen_at, self._wanted, self._put = None, None, None
        self._end_told = True
        self._bar.setValue(0)
        self._end_told = False
        self.follow()

    def rename(self, names: Sequence[str]) -> None:
        """The paper shown has these anchors now: it was written anew, or at last."""
        if names != self._names:
            self._names, self._chosen_at = names, None
            self._set_section(0 if names else -1)

    def leave(self) -> None:
        """No paper is shown any more."""
        self._names, self._end_told = (), True

    @property
    def count(self) -> int:
        """How many sections there are to go to."""
        return len(self._names)

    @property
    def section(self) -> int:
        """The section being read, from 0; -1 where there are none."""
        return self._section

    @property
    def chosen(self) -> int | None:
        """The section that was chosen and is still where one is; None where somebody scrolled since."""
        return self._section if self._chosen_at is not None and self._bar.value() == self._chosen_at else None

    def go_to_section(self, index: int) -> None:
        """Scroll to a section; an index without a section does nothing."""
        if not 0 <= index < len(self._names):
            return
        self._browser.load_to(self._names[index])
        above = self._tabs.height() + round(_ABOVE * self._browser.scale)
        self._bar.setValue(0 if index == 0 else self._tops()[index] - above)
        self._chosen_at = self._bar.value()
        self._set_section(index)

    def turn_page(self, down: bool) -> bool:
        """Turn a page; False, and nothing moves, at the end (or, upwards, at the beginning)."""
        before = self._bar.value()
        step = max(40, self._browser.viewport().height() - self._tabs.height() - _OVERLAP)
        self._bar.setValue(max(before, min(before + step, self._browser.text_end)) if down else before - step)
        return self._bar.value() != before

    def position(self) -> float:
        """How far the paper is scrolled, 0.0 at its beginning to 1.0 at its end."""
        if self._wanted is not None:
            return self._wanted
        end = self._browser.text_end
        return min(1.0, self._bar.value() / end) if end else 0.0

    def set_position(self, position: float) -> None:
        """Scroll to a position, now or, before the browser is visible, at `settle`."""
        self._wanted = position
        if self._browser.isVisible():
            self.settle()

    @property
    def put_in_vain(self) -> float | None:
        """The position that was set on a page that is too short for any; None for none."""
        return self._put[0] if self._put is not None and not self._bar.maximum() else None

    def settle(self) -> None:
        """Scroll to what was wanted before there was a size."""
        if self._wanted is None or not self._browser.isVisible():
            return
        self._browser.document().size()  # lays out all of it: the bar then knows where its end is
        self._bar.setValue(round(self._wanted * self._browser.text_end))
        self._put = (self._wanted, self._bar.value())
        self._wanted = None

    def follow(self) -> None:
        """Look at the scroll bar again."""
        scrolled = self._bar.value()
        if scrolled != self._chosen_at:
            self._chosen_at = None
            self._set_section(self._section_at(scrolled))
        if scrolled >= self._browser.text_end > 0 and self._browser.pieces.are_left:
            self._browser.pieces.add_next()
        elif scrolled >= self._browser.text_end > 0 and not self._end_told:
            self._end_told = True
            self.ended.emit()

    def _section_at(self, scrolled: int) -> int:
        if scrolled >= self._browser.text_end > 0:
            return len(self._names) - 1
        if scrolled == self._bar.maximum() == 0:
            return 0 if self._names else -1  # all of it is in sight, or it has no size yet
        line = scrolled + self._tabs.height() + round(_REACHED * self._browser.scale)
        return max(0, sum(top <= line for top in self._tops()) - 1) if self._names else -1

    def _tops(self) -> list[int]:
        return self._browser.anchor_tops(self._names)

    def _set_section(self, index: int) -> None:
        self._tabs.set_current(index)
        if index != self._section:
            self._section = index
            self.section_changed.emit(index)

    def _range_changed(self, _least: int, most: int) -> None:
        """Keep the position or section that was set, until somebody scrolls: sizes settle in several steps."""
        if self._put is not None and self._bar.value() == self._put[1]:
            self._bar.setValue(round(self._put[0] * self._browser.text_end))
            self._put = (self._put[0], self._bar.value())
        if self._bar.value() == self._chosen_at:
            self._chosen_at = min(self._chosen_at, most)
        if self._bar.value() <= most:  # else Qt is about to move it there
            self.follow()
