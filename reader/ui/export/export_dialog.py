"""The dialog that asks what to export, in which format and where to."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.ui.widgets.chooser import Chooser
from reader.ui.widgets.language import QT_TRANSLATE_NOOP
from reader.ui.widgets.theme import Look
from reader.ui.widgets.tick_box import TickBox

_WIDTH = 520
_WITH_AUTHORS = ("md", "bibtex", "ris", "csl-json", "csv", "html")


class Choice(NamedTuple):
    """Some papers that can be exported."""

    words: str
    papers: int
    which: Callable[[], Sequence[str]]  # options of the command, or keys


class Format(NamedTuple):
    """A format as the dialog offers it."""

    name: str  # as the command has it
    words: str  # English, translated in the context "Formats"
    ending: str  # of its file; "" for a folder
    about: str = ""  # English, what one should know of it


class Start(NamedTuple):
    """What the dialog begins with."""

    form: str = "md"
    folder: Path | None = None  # None: the person's documents


class Request(NamedTuple):
    """What a person asked for."""

    form: str
    out: Path
    which: Sequence[str]
    fill: bool = False  # ask arXiv for authors before


_NO_AUTHORS = QT_TRANSLATE_NOOP(
    "Formats", "Posts name no authors: fill them in from arXiv before. Your note goes with each paper."
)

FORMATS = (
    Format(
        "md",
        QT_TRANSLATE_NOOP("Formats", "Markdown folder (Obsidian)"),
        "",
        QT_TRANSLATE_NOOP("Formats", "One file a paper. Exporting again updates it, unless you have changed it."),
    ),
    Format("bibtex", QT_TRANSLATE_NOOP("Formats", "BibTeX (LaTeX)"), ".bib", _NO_AUTHORS),
    Format("ris", QT_TRANSLATE_NOOP("Formats", "RIS (EndNote, Mendeley)"), ".ris", _NO_AUTHORS),
    Format("csl-json", QT_TRANSLATE_NOOP("Formats", "CSL-JSON (Zotero, Pandoc)"), ".json", _NO_AUTHORS),
    Format(
        "csv",
        QT_TRANSLATE_NOOP("Formats", "Table (CSV)"),
        ".csv",
        QT_TRANSLATE_NOOP("Formats", "A line a paper, for Excel and other spreadsheets."),
    ),
    Format(
        "ids",
        QT_TRANSLATE_NOOP("Formats", "List of ids (Zotero)"),
        ".txt",
        QT_TRANSLATE_NOOP("Formats", "A line a paper, to be pasted into Zotero’s “add by identifier”."),
    ),
    Format(
        "anki",
        QT_TRANSLATE_NOOP("Formats", "Cards of your highlights (Anki)"),
        ".tsv",
        QT_TRANSLATE_NOOP("Formats", "A card a highlight. Import the file in Anki; doing so again adds nothing twice."),
    ),
    Format(
        "atom",
        QT_TRANSLATE_NOOP("Formats", "Feed (Atom)"),
        ".atom",
        QT_TRANSLATE_NOOP("Formats", "For feed readers: an entry a paper, with its sections and your note."),
    ),
    Format(
        "html",
        QT_TRANSLATE_NOOP("Formats", "Web page (HTML)"),
        ".html",
        QT_TRANSLATE_NOOP("Formats", "One page with all papers, to be opened in a browser."),
    ),
    Format(
        "pdf",
        QT_TRANSLATE_NOOP("Formats", "PDF"),
        ".pdf",
        QT_TRANSLATE_NOOP("Formats", "Each paper on pages of its own, with your note and highlights."),
    ),
    Format(
        "zip",
        QT_TRANSLATE_NOOP("Formats", "All marks, for another computer (zip)"),
        ".zip",
        QT_TRANSLATE_NOOP("Formats", "Bookmarks, notes, labels and all else you made, to be merged elsewhere."),
    ),
)


class ExportDialog(QDialog):
    """Signals: `export_requested(Request)` as it closes with Export."""

    export_requested = Signal(object)

    def __init__(self, look: Look, choices: Sequence[Choice], start: Start, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices = choices
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        self._folder = start.folder or Path(documents or Path.home())
        self.which = Chooser(look)
        self.form = Chooser(look)
        self.fill = TickBox(look, self.tr("Fill in authors from arXiv before"))
        self.place = QLineEdit()
        self._browse = QPushButton(self.tr("Browse…"))
        self._about = QLabel(wordWrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.export = self._buttons.addButton(self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._fill(start)
        self._arrange(look)
        self._connect()
        self._show_format()

    @property
    def _format(self) -> Format:
        return FORMATS[self.form.currentIndex()]

    def _fill(self, start: Start) -> None:
        for choice in self._choices:
            papers = self.tr("%n paper(s)", "", choice.papers)
            self.which.addItem(f"{choice.words} · {papers}")
        for form in FORMATS:
            self.form.addItem(QCoreApplication.translate("Formats", form.words), form.name)
        self.form.setCurrentIndex(max(0, self.form.findData(start.form)))
        self.place.setText(str(self._folder / self._usual_name(self._format)))

    def _arrange(self, look: Look) -> None:
        self.setWindowTitle(self.tr("Export"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(look.over(self.parentWidget(), _WIDTH).width())
        self._about.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.place, 1)
        row.addWidget(self._browse)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.addRow(self.tr("Papers"), self.which)
        form.addRow(self.tr("Format"), self.form)
        form.addRow(self.tr("Where to"), place)
        form.addRow("", self.fill)
        form.addRow("", self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(form)
        column.addStretch()
        column.addWidget(self._buttons)
        self.export.setDefault(True)
        self.place.setAccessibleName(self.tr("Where to"))

    def _connect(self) -> None:
        self.form.currentIndexChanged.connect(self._take_format)
        self.place.textChanged.connect(self._show_format)
        self._browse.clicked.connect(self._look_for_place)
        self._buttons.accepted.connect(self._ask)
        self._buttons.rejected.connect(self.reject)

    def _take_format(self) -> None:
        """Give the file the ending of the format, and a folder none."""
        place = Path(self.place.text().strip() or self._folder)
        known = {form.ending for form in FORMATS if form.ending}
        usual = {self._usual_name(form) for form in FORMATS}
        if place.name in usual:
            place = place.with_name(self._usual_name(self._format))
        elif place.suffix in known or self._format.ending:
            stem = place.stem if place.suffix in known else place.name
            place = place.with_name(stem + self._format.ending)
        self.place.setText(str(place))
        self._show_format()

    def _usual_name(self, form: Format) -> str:
        if form.name == "zip":
            return f"daily-papers-marks{form.ending}"
        return f"daily-papers{form.ending}"

    def _show_format(self) -> None:
        """Say what one should know: of the format, and of what is there already."""
        form, text = self._format, self.place.text().strip()
        words = QCoreApplication.translate("Formats", form.about)
        place = Path(text)
        wrong = ""
        if not text or not place.is_absolute():
            wrong = self.tr("Name a place, from the top folder on.")
        elif form.ending and place.is_dir():
            wrong = self.tr("This is a folder. Name a file.")
        elif not form.ending and place.is_file():
            wrong = self.tr("This is a file. Name a folder.")
        elif form.ending and place.exists():
            words = self.tr("This file is there already and will be replaced.") + "\n" + words
        self._about.setText(wrong or words)
        self.export.setEnabled(not wrong)
        self.which.setEnabled(form.name != "zip")
        self.fill.setVisible(form.name in _WITH_AUTHORS)

    def _look_for_place(self) -> None:
        title, text = self.tr("Export"), self.place.text()
        if self._format.ending:
            # Whether a file is to be replaced is said in this dialog.
            keep = QFileDialog.Option.DontConfirmOverwrite
            chosen, _ = QFileDialog.getSaveFileName(self, title, text, f"*{self._format.ending}", options=keep)
        else:
            chosen = QFileDialog.getExistingDirectory(self, title, text if Path(text).is_dir() else str(self._folder))
        if chosen:
            self.place.setText(chosen)

    def _ask(self) -> None:
        form = self._format
        which = () if form.name == "zip" else self._choices[self.which.currentIndex()].which()
        fills = form.name in _WITH_AUTHORS and self.fill.isChecked()
        request = Request(form.name, Path(self.place.text().strip()), which, fills)
        self.accept()
        self.export_requested.emit(request)
