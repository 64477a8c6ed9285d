"""The row of buttons that open a paper's pages: arXiv, Alphaxiv, PDF, HTML, Hugging Face, or the paper's own site."""

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlsplit

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from reader.base.links import ArxivId, paper_links
from reader.base.outgoing import shown
from reader.posts.model import Paper
from reader.render.html_blocks import web_address
from reader.render.theme import Theme
from reader.ui.widgets.buttons import LinkButton
from reader.ui.widgets.flow_layout import FlowLayout
from reader.ui.widgets.guarded import guarded

_NAMES = {
    "arxiv": "arXiv",
    "alphaxiv": "Alphaxiv",
    "pdf": "PDF",
    "html": "HTML",
    "huggingface": "Hugging Face",
    "other": "",  # named by its host
}


@guarded
class LinkRow(QWidget):
    """Shows a button for each page a paper has; hidden where it has none.

    Signals: `link_requested(address: str)`; `citation_requested()` the paper is to be copied as an entry of a reference
    list; `focused()` when the keyboard came to a button.
    """

    link_requested = Signal(str)
    citation_requested = Signal()
    focused = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = FlowLayout(self)
        self._addresses: dict[str, str] = {}
        self._buttons = {name: LinkButton(_NAMES[name], theme, "", self) for name in _NAMES}
        self._citation = LinkButton("", theme, "", self)
        self.retranslate()
        self._citation.setToolTip("BibTeX")
        self._citation.clicked.connect(self.citation_requested)
        for name, button in self._buttons.items():
            button.clicked.connect(partial(self._ask, name))
        for button in (*self._buttons.values(), self._citation):
            button.installEventFilter(self)
            layout.addWidget(button)

    def retranslate(self) -> None:
        """Take the words of the window's language."""
        self._citation.setText(self.tr("Copy citation"))
        self._citation.setAccessibleName(self._citation.text())

    def show_paper(self, paper: Paper) -> None:
        """Show the buttons of a paper."""
        self._addresses = addresses(paper)
        for name, button in self._buttons.items():
            address = self._addresses.get(name, "")
            button.setVisible(bool(address))
            words = _NAMES[name] or urlsplit(address).netloc.removeprefix("www.")
            button.setText(f"{words} ↗")
            button.setToolTip(shown(address))
            button.setAccessibleName(words)
            button.setAccessibleDescription(address)
        self.setVisible(bool(self._addresses))
        if (layout := self.layout()) is not None:
            layout.invalidate()

    def set_look(self, theme: Theme, font: QFont) -> None:
        """Take other colours and another font."""
        for button in (*self._buttons.values(), self._citation):
            button.set_theme(theme)
            button.setFont(font)

    def set_keys(self, keys: Mapping[str, str]) -> None:
        """Show these keys as badges, by the link's name."""
        for name, button in self._buttons.items():
            button.set_key(keys.get(name, ""))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)

    def _ask(self, name: str) -> None:
        self.link_requested.emit(self._addresses[name])


def addresses(paper: Paper) -> dict[str, str]:
    """The web pages of a paper by name, in the order of the buttons; what is no web address is left out."""
    arxiv = ArxivId(paper.arxiv_id, paper.arxiv_version) if paper.arxiv_id else None
    links = paper_links(arxiv, paper.link, paper.alphaxiv)
    found = {name: web_address(getattr(links, name) or "") for name in _NAMES}
    return {name: address for name, address in found.items() if address}
