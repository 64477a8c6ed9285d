"""Backups in words: why one was made, and what going back to it, or merging it, changes."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from reader.marks.merging import Difference, MergeReport
from reader.posts.model import PaperKey

_SHOWN = 12  # papers or names of a kind; more are counted


def reason_words(reason: str) -> str:
    """Why a backup was made."""
    words = {
        "": QCoreApplication.translate("Backup", "by hand"),
        "daily": QCoreApplication.translate("Backup", "daily"),
        "before-restore": QCoreApplication.translate("Backup", "before a restore"),
        "before-merge": QCoreApplication.translate("Backup", "before a merge"),
        "before-new-keys": QCoreApplication.translate("Backup", "before an update"),
    }
    if reason.startswith("before-v"):
        return QCoreApplication.translate("Backup", "before an update")
    return words.get(reason, reason)


def report_words(report: MergeReport, title_of: Callable[[PaperKey], str]) -> str:
    """What changes, kind by kind, with titles of papers (`title_of` their keys) and names of labels and searches."""
    kinds = {
        "bookmarked": QCoreApplication.translate("Backup", "Bookmarks"),
        "noted": QCoreApplication.translate("Backup", "Notes"),
        "revisit": QCoreApplication.translate("Backup", "Revisit"),
        "labelled": QCoreApplication.translate("Backup", "Labels of papers"),
        "highlighted": QCoreApplication.translate("Backup", "Highlights"),
        "labels": QCoreApplication.translate("Backup", "Labels"),
        "searches": QCoreApplication.translate("Backup", "Saved searches"),
        "watched": QCoreApplication.translate("Backup", "Watched and muted words"),
        "names": QCoreApplication.translate("Backup", "Names that mean the same, or do not"),
        "read": QCoreApplication.translate("Backup", "Read papers"),
    }
    parts = []
    for kind, words in kinds.items():
        difference = report.differences.get(kind, Difference())
        if any(difference):
            named = kind in ("labels", "searches", "watched", "names")
            parts.append(_part(words, difference, str if named else lambda key: title_of(PaperKey(key))))
    return "\n\n".join(parts)


def _part(words: str, difference: Difference, title_of: Callable[[str], str]) -> str:
    signs = (("+", difference.added), ("−", difference.removed), ("≠", difference.changed))
    counts = "  ".join(f"{sign}{len(keys)}" for sign, keys in signs if keys)
    lines = [f"{words}  {counts}"]
    every = [(sign, key) for sign, keys in signs for key in keys]
    lines += [f"  {sign} {title_of(key)}" for sign, key in every[:_SHOWN]]
    if len(every) > _SHOWN:
        more = QCoreApplication.translate("Backup", "and %1 more")
        lines.append(f"  … {more.replace('%1', str(len(every) - _SHOWN))}")
    return "\n".join(lines)
