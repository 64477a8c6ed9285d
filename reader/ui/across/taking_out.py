"""What reads across papers, taken out of the window: the lens and the table as files, and printed by the browser.

Written on the thread for many papers, a PDF by a child process; a file is there whole or not at all.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from reader.base.errors import ReaderError, reason_of
from reader.base.passing import PassingFolder
from reader.services.profile import Profile
from reader.ui.session.across_job import AcrossJob, Knowing
from reader.ui.session.browser import open_page

if TYPE_CHECKING:
    from reader.across.passages import Lensed

Pieces = Callable[[Profile, str], Iterable[str]]
"""A profile and "md", "html" or "csv" → the text, piece by piece."""


class TakingOut(QObject):
    """Files of many papers.

    Signals: `told(str)` a word for the status bar · `failed(str)` why something could not be written.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, job: AcrossJob, window: QWidget) -> None:
        super().__init__(window)
        self._job = job
        self._window = window
        self._folder = Path.home()
        self._printed: PassingFolder | None = None

    def ask(self, name: str, pieces: Pieces, forms: Sequence[str], *, is_broad: bool = False) -> None:
        """Ask where to, and write; `forms` are the formats there are, the first one offered.

        `is_broad`: a PDF lies on its side.
        """
        words = {"md": "Markdown (*.md)", "html": "HTML (*.html)", "csv": "CSV (*.csv)", "pdf": "PDF (*.pdf)"}
        filters = ";;".join(words[form] for form in forms)
        start = str(self._folder / f"{_file_name(name)}.{forms[0]}")
        path, chosen = QFileDialog.getSaveFileName(self._window, self.tr("Export"), start, filters)
        if path:
            out = Path(path)
            form = next((form for form in forms if out.suffix == f".{form}"), None)
            form = form or next(form for form in forms if words[form] == chosen)
            self._folder = out.parent
            self.write(pieces, form, out, is_broad=is_broad)

    def write(self, pieces: Pieces, form: str, out: Path, *, is_broad: bool = False) -> None:
        """Write into a file."""
        if form != "pdf":
            self._write(pieces, form, out, lambda: self._tell(out))
            return
        if folder := self._own_folder():
            page = folder / "page.html"
            self._write(pieces, "html", page, lambda: self._press(page, out, is_broad=is_broad))

    def print_out(self, name: str, pieces: Pieces) -> None:
        """Open it in the browser, which prints it or makes a PDF of it."""
        if folder := self._own_folder():
            out = folder / f"{_file_name(name)}.html"
            self._write(pieces, "html", out, lambda: self._open(out))

    def gather(self, pieces: Pieces, form: str, take: Callable[[str], object]) -> None:
        """Hand the whole text to somebody."""

        def question(knowing: Knowing) -> Iterator[object]:
            yield "".join(pieces(knowing.profile, form))

        self._job.ask("take out", question, lambda text: take(str(text)))

    def stop(self) -> None:
        """Remove what was made for the browser, as the window closes."""
        if self._printed is not None:
            self._printed.remove()

    def _write(self, pieces: Pieces, form: str, out: Path, then: Callable[[], object]) -> None:
        def question(knowing: Knowing) -> Iterator[object]:
            from reader.base.files import whole_file  # with the first export

            try:
                with whole_file(out) as file:
                    for piece in pieces(knowing.profile, form):
                        file.write(piece.encode("utf-8"))
            except OSError as error:
                raise ReaderError(f"{out} could not be written: {reason_of(error)}") from error
            yield None

        self._job.ask("take out", question, lambda _: then())

    def _own_folder(self) -> Path | None:
        """A folder of our own for what is made on the way; None, and said, where there can be none."""
        try:
            self._printed = self._printed or PassingFolder()
        except OSError as error:
            self.failed.emit(self.tr("There is no place for temporary files: %1").replace("%1", reason_of(error)))
            return None
        return self._printed.path

    def _press(self, page: Path, out: Path, *, is_broad: bool) -> None:
        """Let a child lay it out as a PDF, which takes seconds for many papers."""
        from reader.ui.session.child import Command  # with the first PDF

        command = Command(["press", str(page), str(out), *(["--broad"] if is_broad else [])], self)
        command.done.connect(lambda _: self._tell(out))
        command.failed.connect(self.failed)
        command.not_started.connect(lambda: self.failed.emit(self.tr("The program could not be started once more.")))
        command.start()

    def _tell(self, out: Path) -> None:
        self.told.emit(self.tr("Exported to %1").replace("%1", str(out)))

    def _open(self, out: Path) -> None:
        if open_page(out):
            self.told.emit(self.tr("Opened in the browser, to be printed there"))
        else:
            self.failed.emit(self.tr("No browser could be opened for %1").replace("%1", str(out)))


def lens_text(section: "Lensed", ids: Sequence[int], title: str, language: str) -> Pieces:
    """The lens as text."""

    def pieces(profile: Profile, form: str) -> Iterable[str]:
        from reader.services.across.corrected import corrections_of
        from reader.services.across.export import ENGLISH, KOREAN, lens_pieces
        from reader.services.across.reading import lens  # with the grammar of numbers

        words = KOREAN if language == "ko" else ENGLISH
        seen, own = lens(profile.listing, section, ids), corrections_of(profile)
        return lens_pieces(seen, title, "md" if form == "md" else "html", words, own)

    return pieces


def table_text(ids: Sequence[int], columns: "Sequence[Lensed]", sort: str, title: str, language: str) -> Pieces:
    """The table as text."""

    def pieces(profile: Profile, form: str) -> Iterable[str]:
        from reader.services.across.corrected import corrections_of
        from reader.services.across.export import ENGLISH, KOREAN, GridFormat, table_pieces
        from reader.services.across.reading import table  # with the grammar of numbers

        words = KOREAN if language == "ko" else ENGLISH
        forms: dict[str, GridFormat] = {"csv": "csv", "md": "md"}
        shown, own = table(profile.listing, ids, columns, sort), corrections_of(profile)
        return table_pieces(shown, title, forms.get(form, "html"), words, own)

    return pieces


def benchmark_text(name: str) -> Pieces:
    """All values of a metric or benchmark, for a spreadsheet."""

    def pieces(profile: Profile, _form: str) -> Iterable[str]:
        from reader.services.across.export import benchmark_csv
        from reader.services.across.reading import benchmark  # with the grammar of numbers

        return benchmark_csv(benchmark(profile.listing, name))

    return pieces


def _file_name(name: str) -> str:
    """A name that every system takes for a file."""
    return "".join(sign if sign.isalnum() or sign in " -_." else "-" for sign in name).strip(" .")[:80] or "papers"
