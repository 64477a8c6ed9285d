"""What Qt can lay out within a turn of the window's loop: long words broken, a page cut into pieces.

Qt's work grows with the square of some things: of letters in which no line may break, of tags in one paragraph, of
entries in one list. `broken` and `is_light` keep these small; `pieces_of` cuts a page where one block ends and another
begins, so that the window can put one piece after the other on the screen and answers in between.
"""

import re
from collections.abc import Iterator

from reader.render import html_blocks
from reader.render.sheet import Page

MOST_AT_ONCE = 12.0  # ms Qt may take for a piece, as `_weight` guesses
MOST_IN_ALL = 600.0  # ms for a page: a post of 400,000 characters takes half of it
LONGEST_WORD = 500  # letters without a place to break a line
LONGEST_LINE = 500  # characters of a text that is shown as it is
_SURELY_LIGHT = 8_000  # characters of HTML
_MOST_CELLS = 400  # of one table
_LONGEST_BLOCK = 25.0  # ms for what cannot be cut
_CARD_LINES, _CARD_CHARACTERS = 600, 30_000  # of a text that is shown as it is, on one card

_TAG = re.compile(r"<(/?)(\w+)([^<>]*)>")
_BLOCK = frozenset(("p", "div", "ul", "ol", "dl", "table", "pre", "blockquote", "center", "li", "dt", "dd"))
_ENDS_PARAGRAPH = _BLOCK | {"td", "th"}
_BREAKS = "\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
"""Letters of the East, between which a line may break; between joining letters of Hangul it may not."""
_LETTER_OF_WORD = rf"(?:&#?\w+;|[^\s&<>{_BREAKS}])"
_WORD = re.compile(rf"{_LETTER_OF_WORD}+")
_LETTERS = re.compile(rf"{_LETTER_OF_WORD}{{1,{LONGEST_WORD}}}")
_ROW = re.compile(r"(?=<tr\b)")
_CELL = re.compile(r"<t[dh]\b")
_PARTS = re.compile(r"<[^<>]*>|[^<>]+")
_TEXT = re.compile(r"[^<>]+")


def broken(body: str) -> str:
    """The same with a line's end in each word that is longer than any word is."""
    if all(len(text) <= LONGEST_WORD for text in _TEXT.findall(body)):
        return body
    out, is_code = [], False
    for part in _PARTS.finditer(body):
        if part[0].startswith("<"):
            is_code = part[0].startswith("<pre") or (is_code and not part[0].startswith("</pre"))
            out.append(part[0])
        else:
            out.append(_in_short_words(part[0], "\n" if is_code else "<br>"))
    return "".join(out)


def _in_short_words(text: str, end: str) -> str:
    if len(text) <= LONGEST_WORD:
        return text
    return _WORD.sub(lambda word: end.join(_LETTERS.findall(word[0])), text)


def short_tables(body: str) -> str:
    """The same with a table of very many cells as several, one below the other."""
    if body.count("<t") < _MOST_CELLS:
        return body
    return "".join(_in_short_tables(block) for block in _blocks(body))


def _in_short_tables(block: str) -> str:
    if block.count("<table") != 1 or "rowspan" in block:
        return block
    out, cells = [], 0
    for row in _ROW.split(block):
        here = len(_CELL.findall(row))
        if cells and cells + here > _MOST_CELLS:
            out.append(f"</table>\n{html_blocks.GRID_OPEN}")
            cells = 0
        cells += here
        out.append(row)
    return "".join(out)


def is_light(body: str) -> bool:
    """Whether Qt can lay a page out, block by block, without holding up the window for long."""
    if len(body) < _SURELY_LIGHT:
        return True
    whole = 0.0
    for block in _blocks(body):
        weight = _weight(block)
        whole += weight
        if weight > _LONGEST_BLOCK or whole > MOST_IN_ALL:
            return False
    return True


def pieces_of(page: Page) -> Page:
    """The page with what is too much for one turn cut off into its `rest`."""
    if len(page.html) < _SURELY_LIGHT:
        return page
    head, opened, tail = page.html.partition("<body>\n")
    body, closed, end = tail.rpartition("\n</body>")
    pieces = body.split("\n") if page.as_it_is else _pieces(body)
    first, *rest = (head + opened + piece + closed + end for piece in pieces)
    return page._replace(html=first, rest=tuple(rest)) if rest else page


def _pieces(body: str) -> list[str]:
    if _weight(body) <= MOST_AT_ONCE:
        return [body]
    pieces: list[list[str]] = [[]]
    weight = 0.0
    for block in _blocks(body):
        here = _weight(block)
        weight += here
        if weight > MOST_AT_ONCE and pieces[-1] and not _is_rule(pieces[-1][-1]):
            pieces.append([])
            weight = here
        pieces[-1].append(block)
    return ["".join(piece) for piece in pieces]


def cards_of(text: str) -> list[str]:
    """A text as it is, cut into such as stand on one card each, with its long lines broken."""
    cards: list[list[str]] = [[]]
    length = 0
    for line in text.split("\n"):
        for part in _short_lines(line):
            length += len(part)
            if len(cards[-1]) >= _CARD_LINES or length > _CARD_CHARACTERS:
                cards.append([])
                length = len(part)
            cards[-1].append(part)
    return ["\n".join(card) for card in cards]


def _short_lines(line: str) -> Iterator[str]:
    start = 0
    while len(line) - start > LONGEST_LINE:
        end = line.rfind(" ", start, start + LONGEST_LINE) + 1 or start + LONGEST_LINE
        yield line[start:end]
        start = end
    yield line[start:]


def _is_rule(block: str) -> bool:
    """Whether it is a line across the page: Qt sets what comes behind one otherwise, if it comes later."""
    return 'class="rule"' in block


def _blocks(body: str) -> Iterator[str]:
    """What stands on the page by itself: paragraphs, lists, tables, each with what stands loosely in front of it."""
    begun, depth = 0, 0
    for tag in _TAG.finditer(body):
        if tag[2] not in _BLOCK:
            continue
        depth += -1 if tag[1] else 1
        if depth == 0:
            yield body[begun : tag.end()]
            begun = tag.end()
    if body[begun:].strip():
        yield body[begun:]


_EACH = {"td": 36.0, "th": 36.0, "li": 20.0, "p": 16.0, "img": 100.0, "table": 40.0, "pre": 4.0, "br": 10.0, "tr": 0.0}
"""Microseconds that Qt takes for an element, as measured on two cores of 2024; any other takes `_OTHER`."""
_OTHER, _LETTER, _LINE = 10.0, 0.25, 16.0
_NAME = 50.0  # to jump to
_IN_SQUARE, _ENTRIES_IN_SQUARE = 25e-3, 9e-3  # of words that look otherwise in one paragraph, of entries of lists


def _weight(html: str) -> float:
    """How many ms Qt may take to read some HTML and lay it out."""
    took, letters, entries, inline = 0.0, len(html), 0, 0
    for tag in _TAG.finditer(html):
        letters -= len(tag[0])
        name = tag[2]
        if name in _ENDS_PARAGRAPH:
            took += _IN_SQUARE * inline**2
            inline = 0
        if not tag[1]:
            took += _EACH.get(name, _OTHER)
            took += _NAME if ' name="' in tag[3] or ' id="' in tag[3] else 0
            inline += name not in _EACH or name == "img"
            entries += name == "li"
    took += _IN_SQUARE * inline**2 + _ENTRIES_IN_SQUARE * entries**2
    lines = html.count("\n") if "<pre" in html else 0
    return (took + letters * _LETTER + lines * _LINE) / 1000
