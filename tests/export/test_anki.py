"""Highlights as cards: read back as Anki reads text, and out of the database in a package."""

import csv
import io
import re
import sqlite3
import sys
import zipfile
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.export.anki import anki_text, package
from reader.export.model import ExportedPaper, Quotation
from tests.export.exported import HARD_TITLES, exported

HOSTILE = (
    '"quoted"\tand\ttabs',
    "{{c1::cloze}} \\(x^2\\) [sound:x.mp3]",
    "<script>alert(1)</script>",
    "#deck:other",
    "줄\n바꿈",
)


def papers() -> list[ExportedPaper]:
    quotations = tuple(
        Quotation("Method", text, "green", "앞 <b>", "뒤", f"id-{number}") for number, text in enumerate(HOSTILE)
    )
    return [exported(title, highlights=quotations, labels=("읽을 것",)) for title in HARD_TITLES[:1]]


def read(text: str) -> list[list[str]]:
    head = [line for line in text.splitlines() if line.startswith("#")]
    assert "#separator:tab" in head
    assert "#guid column:1" in head
    return list(csv.reader(io.StringIO(text.split("#tags column:4\n")[1]), delimiter="\t"))


def test_every_highlight_is_a_card_of_four_columns() -> None:
    rows = read("".join(anki_text(papers())))
    assert [row[0] for row in rows] == [f"id-{n}" for n in range(len(HOSTILE))]
    assert {len(row) for row in rows} == {4}
    assert {row[3] for row in rows} == {"읽을-것"}
    assert "앞 &lt;b&gt; <b>[…]</b> 뒤" in rows[0][1]
    assert 'href="https://arxiv.org/abs/2501.00001"' in rows[0][2]


def test_nothing_a_person_marked_is_markup_of_ankis() -> None:
    text = "".join(anki_text(papers()))
    assert "<script" not in text
    assert not re.search(r"\{\{|\}\}|\\\(", text)
    assert "줄<br>바꿈" in text


def test_a_file_begins_with_what_anki_has_to_know() -> None:
    head = "#separator:tab\n#html:true\n#deck:Daily Papers\n#notetype:Basic\n#guid column:1\n#tags column:4\n"
    assert "".join(anki_text([])) == head


def test_a_highlight_without_an_id_is_known_by_its_paper_and_its_words() -> None:
    assert read("".join(anki_text([exported(highlights=(Quotation("Method", "접는다", ""),))])))[0] == [
        "arxiv-2501.00001 접는다",
        "<small>Folding Long Texts · Method</small><br><b>[…]</b>",
        '<b>접는다</b><br><small><a href="https://arxiv.org/abs/2501.00001">https://arxiv.org/abs/2501.00001</a></small>',
        "",
    ]


def test_papers_without_highlights_give_no_card() -> None:
    assert read("".join(anki_text([exported()]))) == []


def test_a_package_has_the_same_cards(tmp_path: Path) -> None:
    pytest.importorskip("genanki")
    with zipfile.ZipFile(io.BytesIO(package(papers()))) as archive:
        archive.extract("collection.anki2", tmp_path)
    db = sqlite3.connect(tmp_path / "collection.anki2")
    notes = db.execute("SELECT guid, flds, tags FROM notes ORDER BY guid").fetchall()
    db.close()
    assert [guid for guid, _, _ in notes] == [f"id-{n}" for n in range(len(HOSTILE))]
    assert [fields.split("\x1f") for _, fields, _ in notes] == [row[1:3] for row in read("".join(anki_text(papers())))]
    assert {tags.strip() for _, _, tags in notes} == {"읽을-것"}


def test_without_genanki_the_text_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(ReaderError, match=r"daily-papers-reader\[anki\]"):
        package(papers())
