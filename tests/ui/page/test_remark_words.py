"""Remarks on a post in the window's language."""

from collections.abc import Callable

from reader.posts.model import Remark
from reader.ui.page.header.remark_words import _WORDS, remark_words

CODES = [
    "date-missing",
    "date-unreadable",
    "empty",
    "encoding",
    "fault",
    "fence-open",
    "frontmatter-missing",
    "frontmatter-open",
    "frontmatter-unreadable",
    "link-missing",
    "link-shared",
    "no-papers",
    "number-missing",
    "paper-twice",
    "preamble",
    "section-empty",
    "section-missing",
    "text-cut",
    "title-broken",
    "title-missing",
    "too-long",
]


def test_every_remark_is_said_in_korean(speak: Callable[[str], None]) -> None:
    speak("ko")
    assert list(_WORDS) == CODES
    for code in CODES:
        said = remark_words(Remark(1, code, "In English."))
        assert said != "In English."
        assert "%1" not in said


def test_what_a_remark_is_about_is_said_too(speak: Callable[[str], None]) -> None:
    speak("ko")
    assert "Method, Results" in remark_words(Remark(1, "section-missing", "Sections not found: Method, Results."))
    assert "'2025-13-45'".strip("'") in remark_words(Remark(1, "date-unreadable", "The date '2025-13-45' is none."))
    assert "Method" in remark_words(Remark(1, "section-empty", "The section 'Method' is empty."))


def test_in_english_and_of_a_newer_version_the_parsers_own_words_are_said(speak: Callable[[str], None]) -> None:
    assert remark_words(Remark(1, "empty", "The post is empty, all of it.")) == "The post is empty, all of it."
    speak("ko")
    assert remark_words(Remark(1, "of-tomorrow", "Something new.")) == "Something new."
