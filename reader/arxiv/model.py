"""What arXiv says of one paper, as a value."""

import re
from datetime import date
from typing import NamedTuple


class Details(NamedTuple):
    """What posts do not say of a paper. Texts are one line each, of bounded length."""

    arxiv_id: str  # without the version
    authors: tuple[str, ...] = ()  # as arXiv has them: "Ashish Vaswani"
    published: date | None = None  # of its first version
    updated: date | None = None  # of its newest
    version: int = 1  # the newest
    categories: tuple[str, ...] = ()  # the primary one first
    abstract: str = ""
    doi: str = ""  # the publisher's, where authors have told arXiv
    journal: str = ""  # where it appeared, in the authors' words
    comment: str = ""
    withdrawn: bool = False


_VON = frozenset(
    (
        *("af", "al", "av", "bin", "d'", "da", "das", "de", "del", "della", "den", "der", "des", "di", "do", "dos"),
        *("du", "el", "la", "le", "les", "ten", "ter", "van", "vom", "von", "zu"),
    )
)
_AFTER = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_GROUPS = ("collaboration", "consortium", "team", "group", "project", "lab", "labs", "research", "organization")


_HANGUL_OR_HAN = r"[\s가-힣一-鿿]+"  # compiled when needed: that takes 2 ms


class Name(NamedTuple):
    """An author's name in its parts."""

    family: str  # with its particles; all of a group's name
    given: str = ""
    suffix: str = ""


def parts_of(author: str) -> Name:
    """An author's name as reference lists want it: "Aäron van den Oord" is van den Oord, Aäron."""
    words = author.split()
    if len(words) == 2 and re.fullmatch(_HANGUL_OR_HAN, author):
        return Name(words[0], words[1])
    if len(words) < 2 or words[-1].casefold() in _GROUPS or words[0].casefold() == "the":
        return Name(author)
    suffix = words.pop() if words[-1].casefold() in _AFTER and len(words) > 2 else ""
    begin = len(words) - 1
    while begin > 1 and words[begin - 1].casefold() in _VON:
        begin -= 1
    return Name(" ".join(words[begin:]), " ".join(words[:begin]), suffix)
