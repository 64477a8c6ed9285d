"""Authors and whatever else arXiv said, read back by programs that are not ours."""

import csv
import json
from datetime import date

import jsonschema
import pytest
import rispy
from pybtex.database import parse_string

from reader.arxiv.model import Details, Name
from reader.export.bibtex import bibtex, entry
from reader.export.citing import reference
from reader.export.csl import csl_json
from reader.export.html import html_page
from reader.export.markdown import vault_file
from reader.export.model import ENGLISH
from reader.export.ris import ris
from reader.export.seal import read_seal
from reader.export.table import table
from tests.export.csl_schema import CSL_DATA
from tests.export.exported import exported
from tests.export.test_bibliographies import read_bibtex
from tests.export.test_vault import properties
from tests.export.test_vault_shared import by_gray_matter, by_obsidian, by_python_frontmatter

AUTHORS = ("Zoë Müller-Čech", "Aäron van den Oord", "Sammy Davis Jr.", "The Boat Collaboration", "김 민준", "Plato")
HOSTILE = ("Ann and Bob", "Doe, Jane \\ {x", "A } B", "x_y & 50% #1", "AND", "and and and", "TY  - x", '"quoted" Name')
TOLD = Details(
    "2501.00001",
    authors=AUTHORS,
    published=date(2024, 12, 31),
    updated=date(2025, 3, 4),
    version=3,
    categories=("cs.CL", "stat.ML"),
    abstract="We fold & unfold: 50% of {x}_1.\\alpha TY  - no",
    doi="10.1234/a_b",
    journal="J. of Boats, 12 (2025) #3",
    withdrawn=True,
)
PAPER = exported(details=TOLD)


def hostile() -> object:
    return exported(details=TOLD._replace(authors=HOSTILE))


def test_bibtex_names_authors_as_bibtex_has_names() -> None:
    entry = parse_string("".join(bibtex([PAPER])), "bibtex").entries["arxiv-2501.00001"]
    people = entry.persons["author"]
    assert [" ".join((*p.prelast_names, *p.last_names)) for p in people] == [
        "Müller-Čech",
        "van den Oord",
        "Davis",
        "{The Boat Collaboration}",
        "김",
        "{Plato}",
    ]
    assert [" ".join(p.first_names) for p in people][:3] == ["Zoë", "Aäron", "Sammy"]
    assert people[2].lineage_names == ["Jr."]
    assert entry.fields["primaryclass"] == "cs.CL"
    assert (entry.fields["year"], entry.fields["month"], entry.fields["version"]) == ("2024", "December", "3")
    assert "key" not in entry.fields
    (read,) = read_bibtex("".join(bibtex([PAPER])))
    assert read["abstract"] == TOLD.abstract
    assert read["note"] == "Withdrawn. J. of Boats, 12 (2025) #3"
    assert read["doi"] == "10.1234/a_b"


def test_no_name_becomes_two_or_breaks_an_entry() -> None:
    text = "".join(bibtex([hostile(), exported("next", "2501.00002")]))  # type: ignore[list-item]
    entries = parse_string(text, "bibtex").entries
    assert list(entries) == ["arxiv-2501.00001", "arxiv-2501.00002"]
    assert len(entries["arxiv-2501.00001"].persons["author"]) == len(HOSTILE)
    assert len(read_bibtex(text)) == 2


def test_ris_has_an_author_a_line() -> None:
    (entry,) = rispy.loads("".join(ris([PAPER])))
    assert entry["authors"] == [
        "Müller-Čech, Zoë",
        "van den Oord, Aäron",
        "Davis, Sammy, Jr.",
        "The Boat Collaboration",
        "김, 민준",
        "Plato",
    ]
    assert entry["abstract"] == TOLD.abstract
    (entry,) = rispy.loads("".join(ris([hostile()])))  # type: ignore[list-item]
    assert len(entry["authors"]) == len(HOSTILE)


def test_csl_has_names_in_parts_and_fits_its_schema() -> None:
    text = "".join(csl_json([PAPER, hostile()]))  # type: ignore[list-item]
    first, second = json.loads(text)
    jsonschema.Draft7Validator(CSL_DATA).validate([first, second])
    assert first["author"][1:4] == [
        {"family": "van den Oord", "given": "Aäron"},
        {"family": "Davis", "given": "Sammy", "suffix": "Jr."},
        {"literal": "The Boat Collaboration"},
    ]
    assert (first["abstract"], first["version"], first["status"]) == (TOLD.abstract, "3", "withdrawn")
    assert first["issued"] == {"date-parts": [[2024, 12]]}
    assert len(second["author"]) == len(HOSTILE)


@pytest.mark.parametrize("program", [by_obsidian, by_gray_matter, by_python_frontmatter])
def test_a_vault_has_authors_as_properties_that_others_may_write_again(program: object) -> None:
    for paper in (PAPER, hostile()):
        text = vault_file(paper, ENGLISH, lambda _: None)  # type: ignore[arg-type]
        seal = read_seal(program(text))  # type: ignore[operator]
        assert seal is not None
        assert seal.untouched
        assert seal.text == text
    head = properties(vault_file(PAPER, ENGLISH, lambda _: None))
    assert head["authors"] == list(AUTHORS)
    assert (head["published"], head["version"], head["withdrawn"]) == (date(2024, 12, 31), "3", "yes")
    assert "\n## Abstract\n\nWe fold" in vault_file(PAPER, ENGLISH, lambda _: None)


def test_tables_and_pages_name_authors() -> None:
    page = "".join(html_page([PAPER, hostile()], ENGLISH, "en"))  # type: ignore[list-item]
    assert f'<p class="about">{", ".join(AUTHORS)}</p>\n' in page
    assert "x_y &amp; 50%" in page


def test_a_table_has_what_arxiv_said_in_columns_of_its_own() -> None:
    details = TOLD._replace(withdrawn=False, abstract="Short")
    head, told, untold = csv.DictReader("".join(table([PAPER, exported(details=details), exported()])).splitlines())
    assert {name: head[name] for name in ("authors", "published", "version", "withdrawn", "categories")} == {
        "authors": "; ".join(AUTHORS),
        "published": "2024-12-31",
        "version": "3",
        "withdrawn": "yes",
        "categories": "cs.CL; stat.ML",
    }
    assert (told["withdrawn"], told["abstract"], told["doi"]) == ("no", "Short", "10.1234/a_b")
    assert not any(untold[name] for name in ("authors", "version", "withdrawn", "categories", "abstract"))


def test_parts_that_bibtex_would_cut_stand_in_braces() -> None:
    names = (Name("Smith, Doe", "A and B", "Jr"), Name("XX", "Anderson"), Name("Team, The"))
    written = entry(reference(PAPER)._replace(authors=names))
    assert "  author = {{Smith, Doe}, Jr, {A and B} and XX, Anderson and {Team, The}},\n" in written
