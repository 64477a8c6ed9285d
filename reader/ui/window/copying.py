"""Copying papers: as BibTeX, as Markdown, as plain text, and their links."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from reader.base.errors import ReaderError
from reader.export.bibtex import bibtex
from reader.export.markdown import as_markdown
from reader.export.model import ExportedPaper
from reader.posts.model import PaperKey
from reader.posts.plain import plain_text
from reader.services.exporting import exported_paper
from reader.ui.session.session import Session
from reader.ui.widgets.status_bar import StatusBar

_MOST = 200  # papers; reading more would be felt, and nobody pastes them


class Copying(QObject):
    """Puts papers on the clipboard; the status bar tells."""

    def __init__(self, session: Session, status: StatusBar) -> None:
        super().__init__(status)
        self._session = session
        self._status = status

    def copy(self, keys: Sequence[PaperKey], form: str) -> None:
        """Copy papers as "bibtex", "markdown", "text" or "link"."""
        tell = self._status.show_message
        if len(keys) > _MOST:
            tell(self.tr("These are too many papers to copy. Export them instead."))
            return
        try:
            papers = [exported_paper(self._session.profile, key) for key in keys]
        except ReaderError as error:
            self._status.show_error(str(error))
            return
        text = _FORMS[form](papers)
        if not text.strip():
            tell(self.tr("There is no link to copy."))
            return
        QGuiApplication.clipboard().setText(text)
        self._status.show_message(self.tr("%n paper(s) copied", "", len(papers)))


def _bibtex(papers: list[ExportedPaper]) -> str:
    return "".join(bibtex(papers)).rstrip("\n") + "\n"


def _markdown(papers: list[ExportedPaper]) -> str:
    return "\n".join(map(as_markdown, papers))


def _text(papers: list[ExportedPaper]) -> str:
    return "\n\n".join(_plain(paper) for paper in papers) + "\n"


def _plain(paper: ExportedPaper) -> str:
    """Title and link on lines of their own, then what is read of the sections."""
    body = plain_text(as_markdown(paper)).partition("\n")[2]
    return "\n".join(line for line in (paper.name, paper.link or "", body) if line)


def _links(papers: list[ExportedPaper]) -> str:
    return "\n".join(paper.link for paper in papers if paper.link)


_FORMS: dict[str, Callable[[list[ExportedPaper]], str]] = {
    "bibtex": _bibtex,
    "markdown": _markdown,
    "text": _text,
    "link": _links,
}
