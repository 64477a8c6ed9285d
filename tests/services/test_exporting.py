"""Exporting: what is known of a paper, what is told meanwhile, and which writer a format has."""

import locale
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.export.anki import anki_text
from reader.export.bibtex import bibtex
from reader.export.csl import csl_json
from reader.export.ids import ids
from reader.export.model import ENGLISH, KOREAN, ExportedPaper
from reader.export.ris import ris
from reader.export.table import table
from reader.posts.model import PaperKey
from reader.services.choosing import Wanted, chosen
from reader.services.exporting import (
    Exported,
    ExportStopped,
    exported_paper,
    papers,
    pieces,
    told,
    words_of,
    write_anki,
    write_file,
    write_folder,
)
from reader.services.profile import Profile
from tests.services.conftest import GLACIER, HERD, OLD, SHEEP, TIDES

KEYS = [GLACIER, SHEEP, PaperKey("2601.00099")]


def test_each_format_of_text_has_its_writer() -> None:
    writers = {"bibtex": bibtex, "ris": ris, "csl-json": csl_json, "ids": ids, "anki": anki_text, "csv": table}
    for form, writer in writers.items():
        assert pieces(form, ENGLISH) is writer  # type: ignore[arg-type]  # a name of the list above


def test_a_page_and_a_feed_are_in_the_language_of_their_words(library: Profile) -> None:
    for words, language in ((KOREAN, "ko"), (ENGLISH, "en")):
        page = "".join(pieces("html", words)(papers(library, KEYS)))
        assert f'<html lang="{language}"' in page
        assert words.highlights in page
        assert f'xml:lang="{language}"' in "".join(pieces("atom", words)(papers(library, KEYS)))


@pytest.mark.parametrize(
    ("system", "words"),
    [("ko_KR", KOREAN), ("Korean_Korea", KOREAN), ("en_US", ENGLISH), ("C", ENGLISH), (None, ENGLISH)],
)
def test_words_are_those_of_the_system_where_none_are_chosen(
    system: str | None, words: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (system, "UTF-8"))
    assert words_of("system") is words
    assert (words_of("ko"), words_of("en")) == (KOREAN, ENGLISH)


def test_a_system_that_names_no_language_speaks_english(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> None:
        raise ValueError("unknown locale: UTF-8")

    monkeypatch.setattr(locale, "getlocale", unknown)
    assert words_of("system") is ENGLISH


def test_what_is_known_of_a_paper_is_of_all_its_posts_and_marks(library: Profile) -> None:
    glacier = exported_paper(library, GLACIER)
    assert glacier.posts == ("2025-02-03-b.md", "2025-01-02-a.md")
    assert glacier.tags == ("papers", "generative AI", "ice")
    assert (glacier.labels, glacier.note, glacier.read) == (("Ice",), "", None)
    assert glacier.bookmarked is not None
    assert glacier.details is not None and glacier.details.authors[1] == "Ann Ice"
    sheep = exported_paper(library, SHEEP)
    (quotation,) = sheep.highlights
    assert (quotation.section, quotation.text, quotation.after) == ("Results", "매개변수", " 1,200개를 쓴다.")
    assert exported_paper(library, HERD).revisit is not None
    unknown = exported_paper(library, PaperKey("2601.00099"))
    assert (unknown.title, unknown.arxiv_id, unknown.details) == ("", "2601.00099", None)


def test_notes_and_highlights_can_be_left_out(library: Profile) -> None:
    whole = {each.key: each for each in papers(library, [TIDES, SHEEP])}
    assert whole[TIDES].note and whole[SHEEP].highlights
    bare = {each.key: each for each in papers(library, [TIDES, SHEEP], notes=False)}
    assert (bare[TIDES].note, bare[SHEEP].highlights) == ("", ())


def test_progress_is_told_at_the_beginning_and_the_end(library: Profile) -> None:
    said: list[dict[str, object]] = []
    assert len(list(papers(library, KEYS, tell=said.append))) == 3
    assert said[0] == {"event": "progress", "stage": "export", "done": 0, "total": 3}
    assert said[-1] == {"event": "progress", "stage": "export", "done": 3, "total": 3}


def stopped() -> Iterator[ExportedPaper]:
    raise ExportStopped
    yield


def test_whoever_stops_leaves_no_file_and_it_is_said(library: Profile, tmp_path: Path) -> None:
    with pytest.raises(ExportStopped):
        list(papers(library, KEYS, cancelled=lambda: True))
    assert write_file(KEYS, "ris", ENGLISH, stopped(), tmp_path / "a.ris") == Exported(3, cancelled=True)
    assert write_anki(KEYS, stopped(), tmp_path / "a.apkg") == Exported(3, cancelled=True)
    assert list(tmp_path.iterdir()) == []
    assert write_folder(library, KEYS, ENGLISH, stopped(), tmp_path / "v") == Exported(3, cancelled=True)


def test_files_and_folders_are_not_taken_for_each_other(library: Profile, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    with pytest.raises(ReaderError, match="file is a file; name a folder for the Markdown files"):
        write_folder(library, KEYS, ENGLISH, papers(library, KEYS), file)
    for write in (
        lambda: write_file(KEYS, "ris", ENGLISH, papers(library, KEYS), tmp_path),
        lambda: write_anki(KEYS, papers(library, KEYS), tmp_path),
    ):
        with pytest.raises(ReaderError, match=rf"^{re.escape(str(tmp_path))} is a folder; name the file to write\.$"):
            write()
    assert file.read_text() == "mine"


def test_a_package_of_cards_is_written_whole(library: Profile, tmp_path: Path) -> None:
    assert write_anki([SHEEP], papers(library, [SHEEP]), tmp_path / "a.apkg") == Exported(1, written=1)
    assert (tmp_path / "a.apkg").read_bytes().startswith(b"PK")


def test_a_folder_has_a_file_for_each_paper_called_by_id_and_title(library: Profile, tmp_path: Path) -> None:
    done = write_folder(library, KEYS, KOREAN, papers(library, KEYS), tmp_path / "vault")
    assert done == Exported(3, 3)
    names = sorted(path.name for path in (tmp_path / "vault").glob("*.md"))
    assert names[:2] == [f"{GLACIER} Glacier Flow by Diffusion.md", f"{SHEEP} Counting Sheep.md"]
    again = write_folder(library, KEYS, KOREAN, papers(library, KEYS), tmp_path / "vault")
    assert again == Exported(3, 0, 3)


def test_what_the_disk_forbids_is_said_with_what_to_look_at(tmp_path: Path) -> None:
    with (
        pytest.raises(ReaderError, match=r"out cannot be read or written: gone\. Check rights and room on the disk\.$"),
        told(tmp_path / "out"),
    ):
        raise OSError(2, "gone")
    with pytest.raises(ReaderError, match=r"^other cannot be read or written: gone"), told(tmp_path / "out"):
        raise OSError(2, "gone", "other")
    with pytest.raises(BrokenPipeError), told(tmp_path / "out"):
        raise BrokenPipeError


@pytest.mark.parametrize(
    ("wanted", "keys"),
    [
        (Wanted(keys=("2502.00001", "arXiv:2501.00002v3", "2502.00001")), [SHEEP, TIDES]),
        (Wanted(bookmarked=True), [SHEEP, GLACIER]),
        (Wanted(label="Ice"), [GLACIER]),
        (Wanted(tag="ice"), [GLACIER, TIDES]),
        (Wanted(date="2024"), [OLD]),
        (Wanted(search="tides"), [TIDES]),
        (Wanted(), [SHEEP, HERD, GLACIER, TIDES, OLD]),
    ],
)
def test_papers_are_chosen_by_one_thing_and_come_as_lists_have_them(
    library: Profile, wanted: Wanted, keys: list[PaperKey]
) -> None:
    assert chosen(library, wanted) == keys


def test_a_label_nobody_made_is_said(library: Profile) -> None:
    with pytest.raises(ReaderError, match=r"^There is no label 'x'\.$"):
        chosen(library, Wanted(label="x"))
