"""What is read out of a summary beside its text: the numbers of its Results, and what makes one doubt it.

Asked for on the thread for many papers, kept for the papers shown last. Goes out: lines for the page, in the window's
words, and where each of them leads.
"""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from reader.library.model import Appearance, PaperRecord
from reader.posts.model import PaperKey, SectionKind
from reader.render.sheet import Beneath, Lead
from reader.ui.page.page_text import CONTEXT, Quotation
from reader.ui.session.across_job import AcrossJob, Knowing

if TYPE_CHECKING:
    from reader.across.doubts import Doubt
    from reader.across.figures import Figure

_KEPT = 200  # appearances
_PAUSE_MS = 60  # until the page is painted: beside a thread that reads, laying it out takes twice as long
_KNOWN_KINDS = frozenset(SectionKind) - {SectionKind.OTHER}


class Findings(NamedTuple):
    """What was found in one appearance."""

    figures: tuple["Figure", ...] = ()
    doubts: tuple["Doubt", ...] = ()


class Finder(QObject):
    """Finds these things.

    Signals: `found(str)` the findings of a paper, by its key, are known now.
    """

    found = Signal(str)

    def __init__(self, job: AcrossJob, parent: QObject) -> None:
        super().__init__(parent)
        self._job = job
        self._known: OrderedDict[int, Findings] = OrderedDict()
        self._wanted: Sequence[PaperKey] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def of(self, appearance: Appearance) -> Findings | None:
        """What was found in an appearance; None where nobody looked yet."""
        return self._known.get(appearance.id)

    def look(self, keys: Sequence[PaperKey]) -> None:
        """Look into these papers, the first one first, in a moment."""
        self._wanted = keys
        self._pause.start()

    def _ask(self) -> None:
        keys = self._wanted

        def question(knowing: Knowing) -> Iterator[object]:
            from reader.across.figures import figures_of  # with the grammar of numbers
            from reader.services.across.examining import doubts_of

            for key in keys:
                record = knowing.profile.listing.record(key)
                if record is not None:
                    doubts = doubts_of(record, knowing.examiner())
                    shown = knowing.leave.before(record.appearances)
                    all_ = {each.id: Findings(figures_of(each), doubts.get(each.id, ())) for each in shown}
                    yield key, all_

        self._job.ask("findings", question, self._take)

    def forget(self) -> None:
        """The library is another."""
        self._known.clear()

    def _take(self, piece: object) -> None:
        assert isinstance(piece, tuple)
        key, found = piece
        self._known.update(found)
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        self.found.emit(key)


def beneath(findings: Findings, record: PaperRecord) -> dict[int, Beneath]:
    """What stands below which heading; -1 above them all. Links are "figure-N" and "doubt-N"."""
    lines: dict[int, Beneath] = {}
    for number, figure in enumerate(findings.figures):
        line = lines.get(figure.section, Beneath())
        lines[figure.section] = line._replace(figures=(*line.figures, _lead(figure, number)))
    for number, doubt in enumerate(findings.doubts):
        line = lines.get(doubt.section, Beneath())
        lines[doubt.section] = line._replace(
            doubts=(*line.doubts, Lead(f"⚠ {reason(doubt, record)}", f"doubt-{number}"))
        )
    return lines


def place_of(findings: Findings, appearance: Appearance, name: str) -> Quotation | None:
    """The words that a link leads to."""
    kind, _, digits = name.partition("-")
    if not digits.isdigit():
        return None
    number = int(digits)
    if kind == "figure" and number < len(findings.figures):
        figure = findings.figures[number]
        return quotation_of(appearance, figure.section, figure.sentence)
    if kind == "doubt" and number < len(findings.doubts) and findings.doubts[number].section >= 0:
        doubt = findings.doubts[number]
        return quotation_of(appearance, doubt.section, doubt.span)
    return None


def leads_of(appearance: Appearance) -> tuple[Lead, ...]:
    """The numbers of an appearance's Results, each leading to its sentence."""
    from reader.across.figures import figures_of  # with the grammar of numbers

    return tuple(_lead(figure, number) for number, figure in enumerate(figures_of(appearance)))


def figure_place(appearance: Appearance, name: str) -> Quotation | None:
    """The sentence that one of the numbers leads to."""
    from reader.across.figures import figures_of

    return place_of(Findings(figures_of(appearance)), appearance, name)


def _lead(figure: "Figure", number: int) -> Lead:
    return Lead(figure.label, f"figure-{number}")


def reason(doubt: "Doubt", record: PaperRecord) -> str:
    """Why a summary is doubted, in the window's words."""
    match doubt.kind:
        case "tenfold":
            other = next((each for each in record.appearances if each.id == doubt.other), None)
            day = other.day.isoformat() if other and other.day else ""
            words = QCoreApplication.translate("Findings", "%1 here, %2 in the summary of %3: ten times apart")
            return words.replace("%1", doubt.here).replace("%2", doubt.there).replace("%3", day)
        case "cut-off":
            words = QCoreApplication.translate("Findings", "The text ends in mid-sentence: … %1")
            return words.replace("%1", doubt.here)
        case "exchanged":
            words = QCoreApplication.translate("Findings", "%1 and %2 seem to stand in each other's place")
            return words.replace("%1", doubt.here.capitalize()).replace("%2", doubt.there.capitalize())
    words = QCoreApplication.translate("Findings", "This may be the summary of another paper: it never speaks of %1")
    return words.replace("%1", ", ".join(doubt.words[:4]))


def quotation_of(appearance: Appearance, section: int, span: tuple[int, int]) -> Quotation:
    """A stretch of a section as words that are found again."""
    from reader.across.passages import texts_of  # with the first link that is followed

    found = appearance.paper.sections[section]
    text = texts_of(appearance)[section]
    name = str(found.kind.value) if found.kind in _KNOWN_KINDS else found.heading
    start, end = span
    return Quotation(name, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
