"""BibTeX, RIS and CSL-JSON, read back by programs that are not ours."""

import json
import os
import shutil
import subprocess
import warnings
from pathlib import Path
from typing import Any

import bibtexparser
import jsonschema
import pytest
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import given
from hypothesis import strategies as st
from pybtex import format_from_file
from pybtex.database import parse_file

from reader.arxiv.model import Details
from reader.export.bibtex import bibtex, escaped
from reader.export.citing import digest_in, digest_of, primary_class, reference, reference_id, submitted
from reader.export.csl import csl_json
from reader.export.model import ExportedPaper
from reader.export.ris import ris
from reader.posts.model import PaperKey
from tests.export.csl_schema import CSL_DATA
from tests.export.exported import HARD_TITLES, NOTE, exported, marked

HARD = [marked(title, f"2501.{number:05d}") for number, title in enumerate(HARD_TITLES, 1)]
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
TITLE = ANY_TEXT.map(lambda text: " ".join(text.split())).filter(bool)


SCHEMA = jsonschema.Draft7Validator(CSL_DATA)
DECODING = LatexDecodingMiddleware(keep_math_mode=True)  # takes a tenth of a second to make


def read_bibtex(text: str) -> list[dict[str, str]]:
    """Entries as bibtexparser reads them, TeX taken back."""
    library = bibtexparser.parse_string(text, append_middleware=[DECODING])
    assert library.failed_blocks == []
    return [
        {"id": entry.key, **{field.key: printed(str(field.value)) for field in entry.fields}}
        for entry in library.entries
    ]


def printed(decoded: str) -> str:
    """What TeX prints. pylatexenc reads \\textasciicircum as U+02C6, its spacing cousin, and leaves formulas alone."""
    return decoded.replace("\u02c6", "^").replace(r"$\lbrace$", "{").replace(r"$\rbrace$", "}")


def test_hard_titles_and_notes_come_through_bibtex_whole() -> None:
    entries = read_bibtex("".join(bibtex(HARD)))
    assert [entry["title"] for entry in entries] == list(HARD_TITLES)
    assert {entry["annote"] for entry in entries} == {NOTE}
    assert [entry["id"] for entry in entries] == [f"arxiv-2501.{n:05d}" for n in range(1, len(HARD) + 1)]


@given(st.text(st.sampled_from("ab 가^&%$#_{}~\\<>|@\"'`-?!=,")))
def test_any_text_comes_through_bibtex(text: str) -> None:
    title = " ".join(text.split()) or "x"
    (entry,) = read_bibtex("".join(bibtex([exported(title)])))
    assert " ".join(entry["title"].split()) == title


@given(TITLE)
def test_any_title_is_one_whole_entry_of_bibtex(title: str) -> None:
    text = "".join(bibtex([exported(title), exported("next", "2501.00002")]))
    assert [entry["id"] for entry in read_bibtex(text)] == ["arxiv-2501.00001", "arxiv-2501.00002"]


def test_an_entry_says_what_is_known_and_no_more() -> None:
    (entry,) = read_bibtex("".join(bibtex([exported()])))
    assert entry == {
        "id": "arxiv-2501.00001",
        "title": "Folding Long Texts",
        "key": "Folding Long Texts",
        "year": "2025",
        "month": "jan",
        "eprint": "2501.00001",
        "eprinttype": "arxiv",
        "archiveprefix": "arXiv",
        "howpublished": "arXiv:2501.00001",
        "publisher": "arXiv",
        "doi": "10.48550/arXiv.2501.00001",
        "url": "https://arxiv.org/abs/2501.00001",
        "urldate": "2025-01-02",
        "keywords": "papers, llm",
    }


@pytest.mark.parametrize("program", ["biber", "bibtool"])
def test_bibtex_is_taken_by_those_who_made_it(program: str, tmp_path: Path) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (apt-get install {program})")
    source = tmp_path / "papers.bib"
    source.write_text("".join(bibtex([*HARD, exported("쪽", None, "https://example.org/a_b%20c#d")])), encoding="utf-8")
    words = {
        "biber": ["biber", "--tool", "--output-format=bibtex", "-O", "out.bib", source.name],
        "bibtool": ["bibtool", "-i", source.name, "-o", "out.bib"],
    }[program]
    # Without a TeX installation bibtool looks for files nowhere but where this says.
    said = subprocess.run(
        words,
        cwd=tmp_path,
        env={**os.environ, "BIBINPUTS": "."},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert not [line for line in (said.stdout + said.stderr).splitlines() if "WARN" in line or "ERROR" in line]
    read = read_bibtex((tmp_path / "out.bib").read_text(encoding="utf-8"))
    titles = {" ".join(entry.get("title", entry.get("TITLE", "")).split()) for entry in read}  # bibtool breaks lines
    assert titles == {*HARD_TITLES, "쪽"}


def test_hard_titles_and_notes_come_through_ris_whole() -> None:
    entries = rispy.loads("".join(ris(HARD)))
    assert [entry["title"].replace("<\u2060", "<") for entry in entries] == list(HARD_TITLES)
    assert all("TY  - not a tag" in _note(entry) and "50%_x^2" in _note(entry) for entry in entries)
    assert entries[0]["type_of_reference"] == "UNPB"
    assert entries[0]["keywords"] == ["papers", "llm", "읽을 것", "a, b"]
    assert entries[0]["year"] == "2025"
    assert entries[0]["doi"] == "10.48550/arXiv.2501.00001"
    assert not any("author" in name for entry in entries for name in entry)


@given(TITLE, ANY_TEXT)
def test_any_title_and_note_are_one_record_of_ris(title: str, note: str) -> None:
    entries = rispy.loads("".join(ris([exported(title, note=note), exported("next", "2501.00002")])))
    assert [entry["id"] for entry in entries] == ["arxiv-2501.00001", "arxiv-2501.00002"]
    assert entries[0]["title"].replace("<\u2060", "<") == reference(exported(title)).title.replace("<\u2060", "<")


def test_no_word_in_angle_brackets_is_html_to_zotero() -> None:
    told = Details("2501.00001", authors=("A <b> C",), abstract="<p> is text here")
    text = "".join(ris([exported("<think>x</think> a < b <3", note="<!-- x --> <y", details=told)]))
    assert "TI  - <\u2060think>x<\u2060/think> a < b <3\r\n" in text
    assert "N1  - <\u2060!-- x --> <\u2060y\r\n" in text
    assert "AU  - C, A <\u2060b>\r\n" in text
    assert "AB  - <p> is text here\r\n" in text


def _note(entry: dict[str, Any]) -> str:
    return "\n".join(entry["notes"]) if isinstance(entry["notes"], list) else str(entry["notes"])


def test_csl_json_is_what_its_schema_says() -> None:
    papers = [*HARD, exported("쪽", None, "https://example.org/x"), exported("글", None, is_page=True)]
    SCHEMA.validate(json.loads("".join(csl_json(papers))))
    SCHEMA.validate(json.loads("".join(csl_json([]))))


@given(TITLE, ANY_TEXT)
def test_any_title_and_note_come_through_csl_json(title: str, note: str) -> None:
    items = json.loads("".join(csl_json([exported(title, note=note)])))
    SCHEMA.validate(items)
    assert items[0]["title"] == reference(exported(title)).title


@pytest.mark.parametrize("wrong", [{"authors": []}, {"issued": 2025}, {"issued": {"date-parts": []}}, {"type": "x"}])
def test_the_schema_finds_what_is_wrong(wrong: dict[str, object]) -> None:
    (item,) = json.loads("".join(csl_json([exported()])))
    with pytest.raises(jsonschema.ValidationError):
        SCHEMA.validate([{**item, **wrong}])


def test_citeproc_makes_a_reference_list_of_csl_json() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what citeproc-py says of styles is no matter of ours
        source = CiteProcJSON(json.loads("".join(csl_json(HARD))))
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        made = CitationStylesBibliography(style, source, formatter.plain)
        for paper in HARD:
            made.register(Citation([CitationItem(reference_id(paper))]))
        lines = [str(line) for line in made.bibliography()]
    for title in HARD_TITLES[:3]:
        assert any(title.casefold() in line.casefold() for line in lines), (title, lines)
    assert all("2025" in line for line in lines)


@pytest.mark.parametrize("line", ["TY - x", "TY  - x", "ER  -", "N1 - x", "A1- x", "ER -"])
def test_no_line_of_a_note_looks_like_a_tag(line: str) -> None:
    text = "".join(ris([exported(note=f"첫 줄\n{line}\n끝")]))
    assert f"\r\n\u2060{line}\r\n" in text
    assert len(rispy.loads(text)) == 1


@pytest.mark.parametrize(
    ("identifier", "of_it"),
    [
        ("hep-th/9901001", "hep-th"),
        ("math/0309136", None),
        ("cond-mat/0309136", None),
        ("q-bio/0309136", None),
        *((f"{archive}/0309136", None) for archive in ("astro-ph", "cs", "nlin", "physics")),
        ("2501.00001", None),
        (None, None),
    ],
)
def test_the_class_is_said_where_the_id_says_it(identifier: str | None, of_it: str | None) -> None:
    assert primary_class(identifier) == of_it
    said = [line for line in "".join(bibtex([exported(arxiv=identifier)])).splitlines() if "primaryclass" in line]
    assert said == ([f"  primaryclass = {{{of_it}}},"] if of_it else [])


def test_pybtex_reads_every_entry_and_its_plain_style_prints_it(tmp_path: Path) -> None:
    source = tmp_path / "papers.bib"
    source.write_text("".join(bibtex(HARD)), encoding="utf-8")
    library = parse_file(str(source))
    assert list(library.entries) == [f"arxiv-2501.{n:05d}" for n in range(1, len(HARD) + 1)]
    printed = format_from_file(str(source), "plain", output_backend="plaintext")
    assert "arXiv:2501.00001" in printed


def test_nobody_is_named_as_an_author() -> None:
    text = "".join([*bibtex(HARD), *ris(HARD), *csl_json(HARD)])
    assert "author" not in text.lower()
    assert "AU  -" not in text


@pytest.mark.parametrize(
    ("identifier", "when"),
    [
        ("2512.17909", (2025, 12)),
        ("0704.0001", (2007, 4)),
        ("hep-th/9901001", (1999, 1)),
        ("hep-th/9108001", (1991, 8)),
        ("2500.00001", (None, None)),
        ("math.GT/0309136", (2003, 9)),
        ("2513.00001", (None, None)),
        (None, (None, None)),
    ],
)
def test_year_and_month_are_those_of_the_arxiv_id(identifier: str | None, when: tuple[int | None, int | None]) -> None:
    assert submitted(identifier) == when


def test_months_are_the_words_that_bibtex_knows() -> None:
    entries = "".join(bibtex(exported(arxiv=f"25{month:02d}.00001") for month in range(1, 13)))
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    assert [line.split(" = ")[1] for line in entries.splitlines() if "month" in line] == [f"{name}," for name in names]


def test_signs_that_tex_would_join_are_kept_apart() -> None:
    assert escaped("a -- b --- ``c'' ?` !`") == "a -{}- b -{}-{}- `{}`c'{}' ?{}` !{}`"


def test_a_paper_elsewhere_has_no_year_but_a_day_it_was_looked_at() -> None:
    elsewhere = reference(exported("An Open Review", None, "https://openreview.net/forum?id=x"))
    assert (elsewhere.year, elsewhere.accessed) == (None, exported().day)


def test_papers_of_one_title_have_keys_of_their_own() -> None:
    papers = [
        exported("같은 제목", None, "https://a.org/1"),
        exported("같은 제목", None, "https://a.org/2"),
        exported("Same", "hep-th/9901001"),
        ExportedPaper(PaperKey("title:x"), ""),
    ]
    keys = [reference_id(paper) for paper in papers]
    assert len(set(keys)) == len(keys)
    assert all(key.isascii() and not set(key) & set(' {},"/\\') for key in keys)


def test_an_id_is_made_of_the_arxiv_id_or_of_the_title() -> None:
    assert reference_id(exported("Strings", "hep-th/9901001")) == "arxiv-hep-th-9901001"
    assert reference_id(exported("Café: an  Über-Model, " * 3, None, "https://a.org")).startswith(
        "cafe-an-uber-model-cafe-an-uber-"
    )


def test_the_end_of_an_id_tells_the_paper_and_an_id_of_arxivs_tells_none() -> None:
    paper = exported("An Open Review", None, "https://a.org/1")
    assert digest_in(reference_id(paper)) == digest_of(paper.key)
    assert [digest_in(other) for other in ("arxiv-2501.00001", "smith-2024", "-0123456789a", "x0123456789")] == [""] * 4


def test_what_controls_a_terminal_is_a_space() -> None:
    of = reference(exported("a\x07b\x85c", note="d\x1be  \r\nf\x9b"))
    assert (of.title, of.note) == ("a b c", "d e\nf")


def test_braces_without_a_partner_are_written_as_formulas() -> None:
    assert escaped("a } b {") == r"a $\rbrace$ b $\lbrace$"
    assert escaped("{a}") == r"\{a\}"
