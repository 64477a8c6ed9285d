"""Sections in the words of the window."""

from typing import cast

from PySide6.QtCore import QCoreApplication

from reader.across.passages import LENSED, Lensed
from reader.posts.model import SectionKind

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


def kind_word(kind: SectionKind) -> str:
    """What a kind of section is called; "" for one that is none of the five."""
    return "" if kind is SectionKind.OTHER else section_word(cast(Lensed, kind.value))


def section_words() -> list[str]:
    """The words of all sections, in reading order."""
    return [section_word(section) for section in LENSED]
