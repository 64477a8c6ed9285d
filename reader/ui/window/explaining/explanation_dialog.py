"""The small window that says how a file was read: what was taken for what and why, and what was passed over."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFrame, QLabel, QTextBrowser, QVBoxLayout, QWidget

from reader.posts.model import Remark
from reader.ui.page.header.remark_words import remark_words
from reader.ui.widgets.language import QT_TRANSLATE_NOOP
from reader.ui.widgets.theme import Look

_MOST_ROWS = 40  # of papers or remarks; more are counted
_MOST_NAMES = 6  # of files passed over for one reason

_HEADS = {
    "none": QT_TRANSLATE_NOOP("Explanation", "None; the file is text from its first line on."),
    "yaml": QT_TRANSLATE_NOOP("Explanation", "YAML between lines of three dashes."),
    "toml": QT_TRANSLATE_NOOP("Explanation", "TOML between lines of three plus signs."),
    "json": QT_TRANSLATE_NOOP("Explanation", "A JSON object."),
    "pandoc": QT_TRANSLATE_NOOP("Explanation", "pandoc’s title block."),
    "multimarkdown": QT_TRANSLATE_NOOP("Explanation", "MultiMarkdown’s metadata."),
    "org": QT_TRANSLATE_NOOP("Explanation", "Org’s keywords."),
}
_TITLES = {
    "head": QT_TRANSLATE_NOOP("Explanation", "as the head has it"),
    "first heading": QT_TRANSLATE_NOOP("Explanation", "the first heading of level 1, since the head has none"),
    "name": QT_TRANSLATE_NOOP("Explanation", "the file’s name, since neither head nor headings have one"),
}
_DATES = {
    "none": QT_TRANSLATE_NOOP("Explanation", "None that can be read."),
    "name": QT_TRANSLATE_NOOP("Explanation", "from the file’s name"),
    "folders": QT_TRANSLATE_NOOP("Explanation", "from the folders’ names"),
}
_PAPERS = {
    "none, one page": QT_TRANSLATE_NOOP("Explanation", "None: no heading names a paper, so the post is one page."),
    "numbered headings": QT_TRANSLATE_NOOP("Explanation", "Numbered headings link to papers."),
    "linked headings": QT_TRANSLATE_NOOP("Explanation", "Headings of one level link to papers."),
    "links below headings": QT_TRANSLATE_NOOP("Explanation", "Lines below headings of one level link to papers."),
    "sections below headings": QT_TRANSLATE_NOOP("Explanation", "Sections of a summary follow numbered headings."),
}
_KNOWN_BY = {
    "arXiv id": QT_TRANSLATE_NOOP("Explanation", "Known by its arXiv id."),
    "link": QT_TRANSLATE_NOOP("Explanation", "Known by its link."),
    "title": QT_TRANSLATE_NOOP("Explanation", "Known by its title."),
    "place": QT_TRANSLATE_NOOP("Explanation", "Known by its place in the post."),
}
_REASONS = {
    "a folder of tools": QT_TRANSLATE_NOOP("Explanation", "a folder of tools"),
    "a file without an ending is not read": QT_TRANSLATE_NOOP("Explanation", "a file without an ending is not read"),
    "it has no front matter, without which a file of its kind is no post": QT_TRANSLATE_NOOP(
        "Explanation", "it has no front matter, without which a file of its kind is no post"
    ),
}
_NOT_READ = " is not read"
_SITE = (" site has its posts in ", "a ")


class ExplanationDialog(QDialog):
    """How one file was read."""

    def __init__(self, look: Look, told: dict[str, Any], file: Path, folder: Path, key: str, parent: QWidget) -> None:
        """`told` is what `check --events` says of the file; `key` the paper that is open."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("How this post was read"))
        self._look = look
        self._key = key
        self._file = told["files"][0]
        self._passed = told["passed_over"]
        self._folder = folder
        name = QLabel(file.name, self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        name.setFont(look.font(3, bold=True))
        place = QLabel(str(file.parent), self, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        place.setStyleSheet(f"color:{look.theme.muted}")
        for label in (name, place):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text = QTextBrowser(self, openLinks=False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setStyleSheet("background:transparent")
        self.text.document().setDocumentMargin(0)
        self.text.setAccessibleName(self.windowTitle())
        self.text.setHtml("".join(self._parts()))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, parent=self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(look.px(20),) * 4)
        column.setSpacing(look.px(4))
        column.addWidget(name)
        column.addWidget(place)
        column.addSpacing(look.px(10))
        column.addWidget(self.text, 1)
        column.addSpacing(look.px(8))
        column.addWidget(buttons)
        self.resize(look.over(parent, 620, 580))

    def _parts(self) -> Iterator[str]:
        yield _table(self._facts(), self._look)
        papers = list(self._papers())
        if papers:
            yield self._title(self.tr("Papers"))
            yield _table(self._few(papers), self._look)
        remarks = [(self.tr("Line %1").replace("%1", str(r["line"])), _remark(r)) for r in self._file["warnings"]]
        if remarks:
            yield self._title(self.tr("Remarks"))
            yield _table(self._few(remarks), self._look)
        if self._passed:
            yield self._title(self.tr("Passed over in this folder"))
            yield _table(self._passed_over(), self._look)

    def _title(self, words: str) -> str:
        gap = self._look.px(16)
        return f'<p style="margin-top:{gap}px; margin-bottom:{self._look.px(4)}px"><b>{escape(words)}</b></p>'

    def _facts(self) -> list[tuple[str, str]]:
        understood = self._file["understood"]
        rows = [
            (self.tr("Head"), self._head(understood)),
            (self.tr("Title"), self._title_row()),
            (self.tr("Date"), self._date()),
            (self.tr("Papers"), self._whence(understood)),
        ]
        guessed = understood["encoding_is"] != "certain"
        if guessed or understood["encoding"] != "utf-8":
            how = self.tr("a guess") if guessed else ""
            rows.append((self.tr("Encoding"), f"{escape(understood['encoding'])}<br>{_muted(how, self._look)}"))
        if understood["text_outside_papers"]:
            rows.append((self.tr("The rest"), self.tr("Text outside the papers is a page of its own.")))
        return rows

    def _title_row(self) -> str:
        how = _tr(_TITLES[self._file["understood"]["title_from"]])
        return f"{escape(self._file['title'])}<br>{_muted(how, self._look)}"

    def _date(self) -> str:
        came = self._file["understood"]["date_from"]
        if came == "none":
            return _tr(_DATES[came])
        how = _tr(_DATES[came]) if came in _DATES else self.tr("from %1 in the head").replace("%1", escape(came))
        return f"{self._file['date'] or ''}<br>{_muted(how, self._look)}"

    def _papers(self) -> Iterator[tuple[str, str]]:
        for paper, known in zip(self._file["papers"], self._file["understood"]["papers"], strict=True):
            how = _tr(_KNOWN_BY[known["known_by"]])
            title = escape(paper["title"] or paper["key"])
            title = f"<b>{title}</b>" if paper["key"] == self._key else title
            yield str(paper["number"]), f"{title}<br>{_muted(how, self._look)}"

    def _passed_over(self) -> list[tuple[str, str]]:
        names: dict[str, list[str]] = {}
        for each in self._passed:
            path = Path(each["path"])
            inside = path.is_relative_to(self._folder)
            names.setdefault(each["why"], []).append(str(path.relative_to(self._folder) if inside else path))
        rows = []
        for why, found in names.items():
            more = f" {self._more(len(found) - _MOST_NAMES)}" if len(found) > _MOST_NAMES else ""
            shown = escape(", ".join(found[:_MOST_NAMES]))
            rows.append((str(len(found)), f"{shown}{more}<br>{_muted(self._reason(why), self._look)}"))
        return self._few(rows)

    def _head(self, understood: dict[str, Any]) -> str:
        kind, _, by_line = understood["head"].partition(", ")
        words = _tr(_HEADS[kind])
        if by_line:
            words += " " + self.tr("It was read line by line.")
        if bad := understood["bad_lines"]:
            words += " " + self.tr("Not understood: line %1.").replace("%1", ", ".join(map(str, bad)))
        return words

    def _whence(self, understood: dict[str, Any]) -> str:
        words = _tr(_PAPERS[understood["papers_by"]])
        if understood["numbered_headings_are"] == "chapters":
            words += " " + self.tr("Its numbered headings are chapters.")
        return words

    def _reason(self, why: str) -> str:
        """Why something was passed over, in the window's language."""
        if why in _REASONS:
            return _tr(_REASONS[why])
        if why.endswith(_NOT_READ):
            return self.tr("files ending in %1 are not read").replace("%1", why.removesuffix(_NOT_READ))
        between, article = _SITE
        if between in why:
            program, _, folders = why.removeprefix(article).partition(between)
            return self.tr("a %1 site has its posts in %2").replace("%1", program).replace("%2", folders)
        return why

    def _few(self, rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
        left = len(rows) - _MOST_ROWS
        return [*rows[:_MOST_ROWS], ("", self._more(left))] if left > 0 else rows

    def _more(self, count: int) -> str:
        return self.tr("and %1 more").replace("%1", str(count))


def _tr(text: str) -> str:
    """A text of the tables above."""
    return QCoreApplication.translate("Explanation", text)


def _table(rows: list[tuple[str, str]], look: Look) -> str:
    width, gap, muted = look.px(92), look.px(3), look.theme.muted
    cells = "".join(
        f'<tr><td width="{width}" style="color:{muted}; padding:{gap}px 0">{name}</td>'
        f'<td style="padding:{gap}px 0">{words}</td></tr>'
        for name, words in rows
    )
    return f'<table width="100%" cellspacing="0" cellpadding="0">{cells}</table>'


def _muted(words: str, look: Look) -> str:
    return f'<span style="color:{look.theme.muted}">{escape(words)}</span>'


def _remark(warning: dict[str, Any]) -> str:
    return escape(remark_words(Remark(warning["line"], warning["code"], warning["message"])))
