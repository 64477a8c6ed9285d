"""What a heading says of a paper: its number, its title and the link that names it.

In: a heading's text. Out: `HeadingText`. Of several links the one to an archive wins, then the title's own. What is
neither title nor link (`(NeurIPS 2025)`, a link to code) is kept as the heading's tail.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from reader.base.links import arxiv_id, identity, is_archive
from reader.posts.folding import words_of
from reader.posts.labels import is_label, is_label_of_paper
from reader.posts.pieces import Piece, cleaned, pieces_of, shown_text, trimmed_address
from reader.posts.prefixes import behind

_FULL_WIDTH_DIGITS = str.maketrans("０１２３４５６７８９．）", "0123456789.)")
_WORD = r"(?:no\.?|paper|논문|论文|論文|#|№)"
_NUMBERS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"[^\w\s]{{0,4}}\s{{0,3}}(?:{_WORD}\s{{0,3}})?(\d{{1,4}})(?:\s?[.)、:：](?!\d)|\ufe0f?\u20e3|\s[-–—]\s)\s*",
        r"(?:#|No\.?\s?|№\s?)(\d{1,4})\.?\s+",
        rf"[(\[【［〔]\s?(?:{_WORD}\s?)?(\d{{1,4}})\s?[)\]】］〕]\s?[.:]?\s*",
    )
]
_SIGNS = {
    **{chr(0x2460 + n): n + 1 for n in range(20)},
    **{chr(0x2776 + n): n + 1 for n in range(10)},
    **{"🥇": 1, "🥈": 2, "🥉": 3},
}
_CHINESE = "一二三四五六七八九十"
_KOREAN = ("첫", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉", "열")
_COUNTED = re.compile(rf"([{_CHINESE}])[、.]\s*|({'|'.join(_KOREAN)})\s?번째(?:\s?논문)?\s?[:：.)、]\s*")
_SIGN = re.compile(rf"[^\w\s]{{0,2}}\s?([{''.join(_SIGNS)}])\s*")
_NUMBER_ALONE = re.compile(r"[\W_]{0,6}(\d{1,4})[\W_]{0,6}")
_NUMBER_IN_SOURCE = re.compile(
    r"([\W_]{0,6}?)\d{1,4}(?=[*_]{0,4}(?:\s?\\?[.)、:：．）]|[\]】］〕])(?!\d))",
)
_SIGN_BEHIND_NUMBER = re.compile(r"\s?(?:\\?[.)、:：．）])?")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
_EMPTY_BRACKETS = re.compile(r"[\[(（【]\s?(?:[,|/·;&+]\s?){0,4}[\])）】]")
_ARXIV = "://arxiv.org/"
_ATTRIBUTES_AT_END = re.compile(r"\s?\{(?::|[#.][\w-])[^{}\n]{0,300}\}$")
_LEFT_OVER = " -–—:|,·/"
_DASHES = re.compile(r"^(?:-+\s)+|\s-+$")


class HeadingText(NamedTuple):
    """A heading's text, understood."""

    number: int | None
    title: str  # cleaned, one line
    raw_title: str  # its Markdown as the post has it
    link: str | None  # of the paper, as written; None where none leads to one
    tail: str = ""  # Markdown that is no title

    @property
    def is_named(self) -> bool:
        """Whether its link is one paper's page at an archive."""
        return self.link is not None and is_archive(self.link)


def read_heading(text: str, references: Mapping[str, Any]) -> HeadingText:
    """Understand a heading. `text` is its Markdown without the signs that make it one; several lines are one title."""
    return _read(text.strip(), references) if "[" in text else _without_brackets(text.strip())


@lru_cache(maxsize=1024)
def _without_brackets(text: str) -> HeadingText:
    """The same for a heading that refers to nothing: most are `Introduction`, `Method` … again and again."""
    return _read(text, {})


def _read(text: str, references: Mapping[str, Any]) -> HeadingText:
    notes = " ".join(_FOOTNOTE.findall(text))
    number, pieces = _without_number(pieces_of(_FOOTNOTE.sub(" ", text) if notes else text, references))
    links = [piece for piece in pieces if piece.href]
    if all(piece.found for piece in links) and (loose := _loose(text)):
        return loose._replace(number=number)
    titled = _title_link(pieces)
    if titled is None:
        title = _tidied(shown_text([p for p in pieces if not is_beside(p)]), bool(links))
        rest = links
    else:
        title = shown_text([pieces[titled]])
        rest = [*pieces[:titled], *pieces[titled + 1 :]]
    link = _paper_link(links, pieces[titled] if titled is not None else None)
    is_whole = titled is not None and link == pieces[titled].href
    raw = _inner_source(text, title) if is_whole else ""
    said = set(words_of(title or shown_text(pieces)))
    beside = [piece for piece in rest if not _says_the_same(piece, link, said)]
    tail = _tail(beside, bool(links), between=" " if titled is None else "")
    if number is None and titled and (alone := _NUMBER_ALONE.fullmatch(shown_text(pieces[:titled]))):
        number, tail = int(alone[1]), tail.removeprefix(alone[0]).strip()
    return HeadingText(number, title or shown_text(pieces), raw or _unnumbered(text), link, f"{tail} {notes}".strip())


def _without_number(pieces: list[Piece]) -> tuple[int | None, list[Piece]]:
    shown = "".join(piece.text for piece in pieces[:4])[:80].translate(_FULL_WIDTH_DIGITS)
    blank = len(shown) - len(shown.lstrip())
    if sign := _SIGN.match(shown, blank):
        return _SIGNS[sign[1]], _cut(pieces, sign.end())
    counted = _COUNTED.match(shown, blank)
    if counted and (any(piece.href for piece in pieces) or "논문" in counted[0]):  # else it may count chapters
        number = _CHINESE.index(counted[1]) if counted[1] else _KOREAN.index(counted[2])
        return number + 1, _cut(pieces, counted.end())
    for pattern in _NUMBERS:
        if found := pattern.match(shown, blank):
            return int(found[1]), _cut(pieces, found.end())
    return None, pieces


def _cut(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """The pieces without their first characters."""
    kept = []
    for piece in pieces:
        text = piece.text[width:]
        width = max(0, width - len(piece.text))
        if text or piece.href:
            kept.append(piece._replace(text=text))
    return kept


def _title_link(pieces: Sequence[Piece]) -> int | None:
    """The position of the link that is the title: the first with words of its own, and no words before it."""
    for position, piece in enumerate(pieces):
        if piece.href is not None and not is_beside(piece):
            return position
        if piece.href is None and re.search(r"[^\W\d_]", piece.text):
            return None
    return None


def is_beside(piece: Piece) -> bool:
    """Whether a piece is a link that does not belong to the title: a label, an address, an id, a badge."""
    return piece.href is not None and (
        piece.found
        or piece.picture
        or is_label(piece.text)
        or piece.text == piece.href
        or piece.text.startswith(("http://", "https://"))
        or arxiv_id(piece.text) is not None
    )


def _paper_link(links: Sequence[Piece], titled: Piece | None) -> str | None:
    web = [link for link in links if link.href and link.href.startswith(("http://", "https://"))]
    best = chain(
        (link for link in web if arxiv_id(link.href or "")),
        (link for link in web if is_archive(link.href or "")),
        (link for link in web if link is titled),
        (link for link in web if is_label_of_paper(link.text) or link.found or not is_beside(link)),
    )
    return next((link.href for link in best), None)


def _tidied(title: str, had_links: bool) -> str:
    """A title without what stood around links that were taken out of it."""
    for _ in range(3 if had_links else 0):
        title = " ".join(_EMPTY_BRACKETS.sub(" ", title).split())
    title = title.strip(_LEFT_OVER) if had_links else _DASHES.sub("", title).strip(" –—:")
    bracketed = re.fullmatch(r"\[([^\[\]]+)\]", title)
    return bracketed[1] if bracketed else title


def _says_the_same(piece: Piece, link: str | None, said: set[str]) -> bool:
    """Whether a piece is no more than another link to the paper itself; `said` are the words of the title."""
    if piece.href is None or link is None or not is_beside(piece):
        return False
    if not said.issuperset(words_of(piece.text)) and is_label(piece.text) and not is_label_of_paper(piece.text):
        return False  # "code" says what is there, wherever it leads
    return piece.href == link or (_ARXIV in piece.href and identity(piece.href) == identity(link))


def _tail(pieces: Sequence[Piece], had_links: bool, between: str) -> str:
    words = " ".join(between.join(_as_markdown(piece) for piece in pieces).split())
    tidied = _EMPTY_BRACKETS.sub("", words).strip() if had_links else words
    return tidied if re.search(r"\w", tidied) else ""


def _as_markdown(piece: Piece) -> str:
    if piece.href is None or piece.found:
        return piece.text
    if piece.text == piece.href:
        return f"<{piece.href}>"
    return f"[{piece.text}](<{piece.href}>)"


def _unnumbered(source: str) -> str:
    """A heading's Markdown without the number that it begins with, and without attributes at its end."""
    source = _ATTRIBUTES_AT_END.sub("", source)
    number = _NUMBER_IN_SOURCE.match(source)
    return source if number is None else behind(number[1], source[number.end() :], _SIGN_BEHIND_NUMBER) or source


def _inner_source(text: str, title: str) -> str:
    """The Markdown within the brackets of the link that is the title; "" where there is none."""
    text = cleaned(text)
    opened: list[int] = []
    for sign in re.finditer(r"\\.|[\[\]]", text):
        if sign[0] == "[":
            opened.append(sign.end())
        elif sign[0] == "]" and opened:
            inner = text[opened.pop() : sign.start()]
            if title in (inner, shown_text(pieces_of(inner))):
                return inner
            if title == shown_text(_without_number(pieces_of(inner))[1]):
                return _unnumbered(inner)
    return ""


def _loose(text: str) -> HeadingText | None:
    """`[Title](link) …` where Markdown sees no link, for a bracket too many or a title broken over lines."""
    text = _unnumbered(text)
    close = text.find("](http")
    if not text.startswith("[") or close < 0:
        return None
    address = re.match(r"[^\s<>]{1,4000}", text[close + 2 :])
    link = trimmed_address(address[0].partition(")[")[0]) if address else ""
    behind = text[close + 2 + len(link) :].lstrip()
    raw = text[1:close]
    return HeadingText(None, shown_text(pieces_of(raw)), raw, link, behind.removeprefix(")").strip())
