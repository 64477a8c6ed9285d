"""Highlights as cards of Anki, one each: in front what they stand in, behind what was marked.

As text that Anki imports (https://docs.ankiweb.net/importing/text-files.html), or as a package by genanki, which is an
optional extra. A card is known by its highlight: importing again changes it and adds nothing.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from reader.base.errors import ReaderError
from reader.base.passing import PassingFolder
from reader.export.citing import one_line, reference_id
from reader.export.model import ExportedPaper, Quotation

DECK = "Daily Papers"
_DECK_ID, _MODEL_ID = 1_764_288_001, 1_764_288_002  # for ever: by these Anki knows them
_HEAD = ("#separator:tab", "#html:true", f"#deck:{DECK}", "#notetype:Basic", "#guid column:1", "#tags column:4")


class Card(NamedTuple):
    """One highlight. Front and back are HTML on one line."""

    guid: str
    front: str
    back: str
    tags: tuple[str, ...]


def cards(paper: ExportedPaper) -> Iterator[Card]:
    """The cards of a paper."""
    for quotation in paper.highlights:
        guid = quotation.id or f"{reference_id(paper)} {quotation.text}"
        yield Card(guid, _front(paper, quotation), _back(paper, quotation), tuple(map(_tag, paper.labels)))


def anki_text(papers: Iterable[ExportedPaper]) -> Iterator[str]:
    """A text file for Anki: the head that says what the columns are, then a line a card."""
    yield "".join(f"{line}\n" for line in _HEAD)
    for paper in papers:
        for card in cards(paper):
            yield "\t".join(map(_cell, (card.guid, card.front, card.back, " ".join(card.tags)))) + "\n"


def package(papers: Iterable[ExportedPaper]) -> bytes:
    """A package (.apkg). Raises ReaderError where genanki is not installed."""
    try:
        import genanki
    except ImportError as error:
        raise ReaderError(
            "A package of Anki's needs genanki: pip install 'daily-papers-reader[anki]'. The format anki needs nothing."
        ) from error
    side = "{{Front}}", '{{FrontSide}}<hr id="answer">{{Back}}'
    model = genanki.Model(
        _MODEL_ID,
        f"{DECK} highlight",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[{"name": "Card 1", "qfmt": side[0], "afmt": side[1]}],
    )
    deck = genanki.Deck(_DECK_ID, DECK)
    for paper in papers:
        for card in cards(paper):
            note = genanki.Note(model=model, fields=[card.front, card.back], guid=card.guid, tags=list(card.tags))
            deck.add_note(note)
    with PassingFolder() as folder:
        path = folder.path / "deck.apkg"
        genanki.Package(deck).write_to_file(path)
        return path.read_bytes()


def _front(paper: ExportedPaper, quotation: Quotation) -> str:
    about = " · ".join(filter(None, (one_line(paper.name), one_line(quotation.section))))
    around = f"{_plain(quotation.before)} <b>[…]</b> {_plain(quotation.after)}".strip()
    return f"<small>{_plain(about)}</small><br>{around}"


def _back(paper: ExportedPaper, quotation: Quotation) -> str:
    link = f'<br><small><a href="{escape(paper.link)}">{_plain(paper.link)}</a></small>' if paper.link else ""
    corrected = f"<br>→ {_plain(quotation.correction)}" if quotation.correction else ""
    return f"<b>{_plain(quotation.text)}</b>{corrected}{link}"


def _plain(text: str) -> str:
    """Text as HTML in which Anki finds neither fields nor formulas nor clozes of its own."""
    written = escape(text).replace("{{", "{&#123;").replace("}}", "}&#125;")
    written = re.sub(r"\\(?=[(\[\])])", "&#92;", written)
    return re.sub(r"\s*\n\s*", "<br>", written.strip()).replace("\t", " ")


def _cell(text: str) -> str:
    """A cell; Anki takes a line that begins with # for a head, and quotation marks for its own."""
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if re.search(r'["\t\n]|^#', text) else text


def _tag(label: str) -> str:
    return re.sub(r"\s+", "-", label.strip())
