"""A line above the results that says how the query was taken: what was corrected, what was taken as words, what is left
out because its words stand apart, which names may mean the same. What can be asked or said otherwise is a link.
"""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from reader.services.offers import Offer
from reader.services.query_text import apart, quoted
from reader.services.search_result import SearchResult
from reader.ui.widgets.frames import paint_band
from reader.ui.widgets.guarded import guarded
from reader.ui.widgets.theme import Look

_LONGEST = 40  # characters of what was not understood


@guarded
class SearchNotice(QLabel):
    """The line; hidden while there is nothing to say.

    Signals: `query_requested(str)` a link was followed: search for this instead; `same_said(str, str)` and
    `other_said(str, str)`: two names mean the same, or do not.
    """

    query_requested = Signal(str)
    same_said = Signal(str, str)
    other_said = Signal(str, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._finding: SearchResult | None = None
        self._offers: tuple[Offer, ...] = ()
        self._links: list[Callable[[], None]] = []
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setContentsMargins(look.px(14), look.px(6), look.px(14), look.px(7))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.linkActivated.connect(lambda number: self._links[int(number)]())
        look.changed.connect(self._write)
        self.hide()

    def show_finding(self, finding: SearchResult | None) -> None:
        """Say how a query was taken; nothing with None."""
        self._finding, self._offers = finding, ()
        self._write()

    def as_typed(self) -> str:
        """The query that takes nothing for something else than it says; "" where nothing was."""
        query = self._finding.query if self._finding else ""
        for one in self._finding.understood if self._finding else ():
            query = quoted(query, one.typed)
        return query if self._finding is not None and query != self._finding.query else ""

    def show_offers(self, offers: Sequence[Offer]) -> None:
        """Say what would find something in place of the query that found nothing."""
        self._offers = tuple(offers)
        self._write()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_band(self, self._look.colour("panel"), self._look.colour("line"))
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._write()

    def _write(self) -> None:
        self._links.clear()
        said = self._said(self._finding) if self._finding else []
        size, colour = self._look.font(-1).pixelSize(), self._look.theme.muted
        style = f"font-size:{size}px; color:{colour}; line-height:118%"
        self.setText(f'<div style="{style}">{" · ".join(said)}</div>' if said else "")
        self.setVisible(bool(said))

    def _said(self, finding: SearchResult) -> list[str]:
        said = [self._taken(*one, query=finding.query) for one in finding.understood]
        if finding.missing and not finding.total:
            words = ", ".join(f"<b>{escape(word[:_LONGEST])}</b>" for word in finding.missing)
            said.append(self.tr("not in your library: %1").replace("%1", words))
        if finding.suggestion:
            words = self.tr("Did you mean %1?").replace("%1", f"<b>{escape(finding.suggestion)}</b>")
            said.append(self._link(words, finding.suggestion))
        if finding.not_understood:
            words = ", ".join(escape(finding.query[a:b][:_LONGEST]) for a, b in finding.not_understood)
            said.append(self.tr("not an operator, taken as words: %1").replace("%1", f"<b>{words}</b>"))
        if finding.apart:
            said.append(self._link(self.tr("%n more with the words apart", "", finding.apart), apart(finding.query)))
        said += [self._likely(*names) for names in finding.offered]
        for offer in self._offers:
            words = self.tr("without %1: %n paper(s)", "", offer.papers).replace("%1", escape(offer.dropped))
            said.append(self._link(words, offer.query))
        return said

    def _likely(self, typed: str, other: str) -> str:
        """A name that likely means the same, to be searched from now on or never."""
        words = self.tr("likely the same: %1").replace("%1", f"<b>{escape(other)}</b>")
        same = self._act(self.tr("search for both"), lambda: self.same_said.emit(typed, other))
        return f"{words} ({same}, {self._never(typed, (other,))})"

    def _never(self, typed: str, others: Sequence[str]) -> str:
        """The link that says that names do not mean the same."""

        def say() -> None:
            for other in others:
                self.other_said.emit(typed, other)

        return self._act(self.tr("not the same"), say)

    def _taken(self, how: str, typed: str, taken: str, *, query: str) -> str:
        """How something typed was taken, and the links to search for just that, or never so again."""
        if how == "concept":
            words = self.tr("also by the same meaning: %1").replace("%1", f"<b>{escape(taken)}</b>")
        elif how in ("date", "date from the last day"):
            first, last = taken.split("..")
            days = f"<b>{first or '…'} – {last or '…'}</b>" if first != last else f"<b>{first}</b>"
            counted = self.tr("days: %1, counted from the last post") if how != "date" else self.tr("days: %1")
            words = counted.replace("%1", days)
        elif how == "number":
            words = self.tr("papers with such a number: %1").replace("%1", f"<b>{escape(taken)}</b>")
        else:
            words = self.tr("Found by %1").replace("%1", f"<b>{escape(taken)}</b>")
        only = self.tr("only %1").replace("%1", escape(typed))
        never = f", {self._never(typed, taken.split(', '))}" if how == "concept" else ""
        return f"{words} ({self._link(only, quoted(query, typed))}{never})"

    def _link(self, words: str, query: str) -> str:
        return self._act(words, lambda: self.query_requested.emit(query))

    def _act(self, words: str, act: Callable[[], None]) -> str:
        self._links.append(act)
        style = f"color:{self._look.theme.accent}; text-decoration:none"
        return f'<a href="{len(self._links) - 1}" style="{style}">{words}</a>'
