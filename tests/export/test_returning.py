"""A note on its way back out of a vault's file: which note it is, and what an export did to it undone."""

import pytest

from reader.export.markdown import note_text
from reader.export.returning import Returned, as_kept, base_of, is_base, note_in

NAMES = {"2501.00002": "Folding Texts", "https://a.org/1": "An Open Review"}
KEYS = {name: key for key, name in NAMES.items()}
SECTIONS = ("## Introduction", "## Method")
REST = "## Introduction\n\n목표\n\n## Method\n\n접는다"


def exported(note: str) -> str:
    return note_text(note, NAMES.get)


def returned(text: str, note: str = "", base: str = "") -> str:
    return as_kept(text, base, note, NAMES.get, KEYS.get)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("see [[Folding Texts]]", "see [[2501.00002]]"),
        ("see [[Folding Texts|2501.00002]]", "see [[2501.00002]]"),
        ("see [[Folding Texts|arXiv:2501.00002v3]]", "see [[arXiv:2501.00002v3]]"),
        ("see [[Folding Texts|that one]]", "see [[2501.00002|that one]]"),
        ("see [[Folding Texts#Method|that one]]", "see [[2501.00002#Method|that one]]"),
        ("| a |\n| --- |\n| [[Folding Texts\\|that one]] |", "| a |\n| --- |\n| [[2501.00002\\|that one]] |"),
        ("see [[Folding Texts ]] and [[An Open Review]]", "see [[2501.00002]] and [[https://a.org/1]]"),
        ("see [[Somebody's file|words]]", "see [[Somebody's file|words]]"),
        ("code `[[Folding Texts]]`", "code `[[Folding Texts]]`"),
        ("no link", "no link"),
    ],
)
def test_a_link_to_a_file_names_its_paper_again(text: str, kept: str) -> None:
    assert returned(text) == kept


@pytest.mark.parametrize(
    "note",
    ["", "생각", "see [[2501.00002]]", "see [[ 2501.00002 | so ]]", "`[[2501.00002]]`\n\n```python\nx = 1", "$$ open"],
)
def test_what_was_exported_comes_back_as_it_was(note: str) -> None:
    assert returned(exported(note), note) == note.strip()


def test_what_was_exported_elsewhere_is_known_by_its_digest_without_what_closed_it() -> None:
    note = "[[2501.00002]]\n\n```python\nx = 1"
    text = exported(note)
    assert text.endswith("\n```")
    assert returned(text, base=base_of(note, text)) == note


@pytest.mark.parametrize("more", ["\nmore", "\n\nmore", "\n\n\n- one\n- two", "\n```\nmore"])
@pytest.mark.parametrize("note", ["생각", "[[2501.00002]]\n\n```python\nx = 1"])
def test_what_a_person_wrote_below_the_note_that_was_exported_is_kept(note: str, more: str) -> None:
    text = exported(note) + more
    kept = returned(text, note, base_of(note, exported(note)))
    assert kept.endswith(more.strip("\n"))
    assert kept.startswith(note)
    assert returned(text, "", base_of(note, exported(note))) == kept


def test_a_note_is_the_base_by_the_digest_of_its_words() -> None:
    base = base_of("생각", "생각")
    assert is_base(" 생각\n", base)
    assert not is_base("다른 생각", base)
    assert not is_base("생각", "")
    assert not is_base("생각", f"{base} ")


@pytest.mark.parametrize("heading", ["## Note", "## 메모"])
def test_the_note_stands_between_its_heading_and_the_papers_text(heading: str) -> None:
    assert note_in(f"# Title\n\n{heading}\n\n생각\n\n둘째\n\n{REST}", "", SECTIONS) == Returned("생각\n\n둘째", False)
    quoted = f"# Title\n\n{heading}\n\n생각\n\n## Highlights\n\n> 접는다\n\n{REST}"
    assert note_in(quoted, "", SECTIONS) == Returned("생각", False)
    text = "생각\n\n## Introduction\n\nof my own"
    body = f"# Title\n\n{heading}\n\n{text}\n\n{REST}"
    assert note_in(body, base_of(text, text), SECTIONS) == Returned(text, True)


def test_without_a_heading_there_was_no_note_or_it_was_removed() -> None:
    assert note_in(f"# Title\n\n{REST}", "", SECTIONS) is None
    assert note_in(f"# Title\n\n{REST}", base_of("생각", "생각"), SECTIONS) == Returned("", False)
    assert note_in("# Title\n\nsomething else", base_of("생각", "생각"), SECTIONS) is None
