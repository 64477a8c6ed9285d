"""Sections in the words of the window."""

from PySide6.QtCore import QCoreApplication

from reader.across.passages import LENSED, Lensed

FIVE: tuple[Lensed, ...] = ("introduction", "method", "results", "limitations", "conclusion")
"""What the keys 1 to 5 show."""


def section_word(section: Lensed) -> str:
    """What a section is called."""
    words: dict[Lensed, str] = {
        "introduction": QCoreApplication.translate("Across", "Introduction"),
        "goal": QCoreApplication.translate("Across", "Goal"),
        "motivation": QCoreApplication.translate("Across", "Motivation"),
        "contribution": QCoreApplication.translate("Across", "Contribution"),
        "method": QCoreApplication.translate("Across", "Method"),
        "results": QCoreApplication.translate("Across", "Results"),
        "limitations": QCoreApplication.translate("Across", "Limitations"),
        "conclusion": QCoreApplication.translate("Across", "Conclusion"),
    }
    return words[section]


def section_words() -> list[str]:
    """The words of all sections, in reading order."""
    return [section_word(section) for section in LENSED]
