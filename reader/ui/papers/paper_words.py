"""A paper of the list in words: its line of ids and date, and what a screen reader says."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from reader.library.model import PaperRow
from reader.ui.session.dates import list_date
from reader.ui.session.rows import ResultRow, Signs


def note_word() -> str:
    """The word beside the pen of a paper with a note."""
    return QCoreApplication.translate("PaperList", "note")


def due_word(due: date, today: date) -> str:
    """When a paper is to come back: 'revisit 12-29', 'revisit today', 'to revisit since 12-24'."""
    if due < today:
        return QCoreApplication.translate("PaperList", "to revisit since %1").replace("%1", list_date(due, today))
    if due == today:
        return QCoreApplication.translate("PaperList", "revisit today")
    return QCoreApplication.translate("PaperList", "revisit %1").replace("%1", list_date(due, today))


def short_due_word(due: date, today: date) -> str:
    """The same where there is little room: only the day."""
    return QCoreApplication.translate("PaperList", "today") if due == today else list_date(due, today)


def meta_of(row: PaperRow, today: date) -> str:
    """'2512.17909 · 12-22 · #1'; a paper that is in no post says so, and so does a page."""
    parts = [row.arxiv_id or "" if row.title else ""]  # without a title the id stands in its place
    if row.day:
        parts.append(list_date(row.day, today))
    if row.gone:
        parts.append(QCoreApplication.translate("PaperList", "in no post here"))
    else:
        parts.append(f"#{row.number}" if row.number else QCoreApplication.translate("PaperList", "post"))
    return " · ".join(part for part in parts if part)


def updated_word() -> str:
    """Beside a paper with marks whose summary was rewritten."""
    return QCoreApplication.translate("PaperList", "updated")


def tier_words(tier: str) -> str:
    """The heading above the papers that an answer has besides those with every word."""
    if tier == "concept":
        return QCoreApplication.translate("PaperList", "With the same meaning")
    return QCoreApplication.translate("PaperList", "With some of the words")


def line_of(row: PaperRow) -> str:
    """What a paper contributes; of one without any text, that it has none."""
    return row.line or QCoreApplication.translate("PaperList", "There is nothing in it yet.")


def spoken(result: ResultRow, signs: Signs, today: date) -> str:
    """The row for a screen reader: title, marks, ids and date, then its text."""
    parts = [tier_words(result.opens) if result.opens else "", result.row.title or result.row.key]
    if not signs.read:
        parts.append(QCoreApplication.translate("PaperList", "unread"))
    if signs.bookmarked:
        parts.append(QCoreApplication.translate("PaperList", "bookmarked"))
    if signs.noted:
        parts.append(note_word())
    if signs.updated:
        parts.append(updated_word())
    if signs.due:
        parts.append(due_word(signs.due, today))
    parts += [name for name, _ in signs.labels]
    parts.append(meta_of(result.row, today))
    parts.append(result.snippet or line_of(result.row))
    return ", ".join(part for part in parts if part)
