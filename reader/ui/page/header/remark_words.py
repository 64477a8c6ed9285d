"""Remarks on a post in the window's language. The parser says them in English, with a code that stays the same."""

import re

from PySide6.QtCore import QCoreApplication

from reader.posts.model import Remark
from reader.ui.widgets.language import QT_TRANSLATE_NOOP

_WORDS = {
    "date-missing": QT_TRANSLATE_NOOP("Remarks", "No date in the front matter; the file name may give one."),
    "date-unreadable": QT_TRANSLATE_NOOP("Remarks", "The date %1 cannot be read, or not in one way only."),
    "empty": QT_TRANSLATE_NOOP("Remarks", "The post is empty."),
    "encoding": QT_TRANSLATE_NOOP("Remarks", "The encoding is a guess, or some bytes cannot be read."),
    "fault": QT_TRANSLATE_NOOP("Remarks", "The post could not be understood, by a fault of this program."),
    "fence-open": QT_TRANSLATE_NOOP("Remarks", "A code block is never closed; it was read as text."),
    "frontmatter-missing": QT_TRANSLATE_NOOP("Remarks", "There is no front matter."),
    "frontmatter-open": QT_TRANSLATE_NOOP("Remarks", "The front matter is never closed; it is read as text."),
    "frontmatter-unreadable": QT_TRANSLATE_NOOP("Remarks", "The front matter, or some of its lines, cannot be read."),
    "link-missing": QT_TRANSLATE_NOOP("Remarks", "The paper has no link; it is known by its title."),
    "link-shared": QT_TRANSLATE_NOOP("Remarks", "Another paper has the same link; this one is known by its title."),
    "no-papers": QT_TRANSLATE_NOOP("Remarks", "No papers; one page."),
    "number-missing": QT_TRANSLATE_NOOP("Remarks", "The paper has no number; its place in the post is used."),
    "paper-twice": QT_TRANSLATE_NOOP("Remarks", "The paper stands in this post more than once."),
    "preamble": QT_TRANSLATE_NOOP("Remarks", "There is text outside the papers; it is shown as a page of its own."),
    "section-empty": QT_TRANSLATE_NOOP("Remarks", "The section %1 is empty."),
    "section-missing": QT_TRANSLATE_NOOP("Remarks", "Sections not found: %1."),
    "text-cut": QT_TRANSLATE_NOOP("Remarks", "The text ends in the middle of a sentence."),
    "title-broken": QT_TRANSLATE_NOOP("Remarks", "The title is broken over several lines; they were joined."),
    "title-missing": QT_TRANSLATE_NOOP("Remarks", "No title in the front matter; another stands in for it."),
    "too-long": QT_TRANSLATE_NOOP("Remarks", "The post is too long to be understood; shown as it is."),
}
_DETAIL = re.compile(r"'([^']*)'|: (.*)\.$")


def remark_words(remark: Remark) -> str:
    """What a remark says; the parser's own words where the window speaks English, or knows no other."""
    known = _WORDS.get(remark.code)
    if known is None or (words := QCoreApplication.translate("Remarks", known)) == known:
        return remark.message
    found = _DETAIL.search(remark.message)
    return words.replace("%1", next(each for each in found.groups() if each is not None) if found else "")
