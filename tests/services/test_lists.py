"""Each kind of list names its papers: plain lines, BibTeX, RIS, tables, HTML, JSON, notes with a head."""

import json
import logging
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.services.lists.named import LONGEST_TITLE, Named
from reader.services.lists.read import LARGEST, listed, listed_in

ONE, TWO = "2501.00001", "2501.00002"
LINK = "https://example.org/a"


def named(text: str) -> list[Named]:
    return listed_in(text.encode(), "list").named


def keys(text: str) -> list[tuple[str, ...]]:
    return [each.keys for each in named(text)]


@pytest.mark.parametrize(
    ("line", "papers"),
    [
        (f"{ONE}, {TWO}", [(ONE,), (TWO,)]),
        (f"'{ONE}';<{TWO}>", [(ONE,), (TWO,)]),
        (f"{ONE} {ONE}", [(ONE,)]),
        (f"{ONE}  # and {TWO}", [(ONE,)]),
        (f"# {ONE}", []),
        (f"{ONE}#2", [()]),
        ("a#b", [()]),
        ("--- | --- :", []),
        ("", []),
        (f"## [A title](https://arxiv.org/abs/{ONE})", [(ONE,)]),
        (f"[x] {ONE}", [(ONE,)]),
        (f"**{ONE}**", [(ONE,)]),
        (f"- - {ONE}", [(ONE,)]),
        (f"{ONE} , ; {TWO}", [(ONE,), (TWO,)]),
        (f"() {ONE} ()", [(ONE,)]),
        (f"{ONE} is good", [(ONE,)]),
        (f"good is {ONE}", [(ONE,)]),
        ("good is 2501", [()]),
        (f"Some Title | {ONE} | 2025", [(ONE,)]),
        (f"Some Title\t{ONE}", [(ONE,)]),
        (f"[a]({LINK}) [b](https://arxiv.org/abs/{ONE})", [(ONE,)]),
        (f"[a]({LINK}), [b](https://example.org/b)", [(LINK,), ("https://example.org/b",)]),
        (f"[a]({LINK}) and [b](https://example.org/b)", [(LINK,)]),
        (f"[a]({LINK}) and [b](https://arxiv.org/abs/{ONE})", [(ONE,)]),
        (f"[[{ONE} Some Title]]", [(ONE,)]),
        ("[[Some Title]]", [()]),
    ],
)
def test_a_line_names_the_papers_it_links_or_numbers(line: str, papers: list[tuple[str, ...]]) -> None:
    assert keys(line) == papers


def test_a_line_that_names_no_paper_is_a_title(monkeypatch: pytest.MonkeyPatch) -> None:
    assert named("- Folding  Long Texts") == [Named(title="Folding  Long Texts")]
    assert named("x" * 600) == [Named(title="x" * LONGEST_TITLE)]


def test_a_links_words_are_the_title_unless_they_are_an_address() -> None:
    assert named(f"[A  title](https://arxiv.org/abs/{ONE})") == [Named((ONE,), "A title")]
    assert named(f"[https://arxiv.org/abs/{ONE}](https://arxiv.org/abs/{ONE})") == [Named((ONE,))]
    assert named(f"https://arxiv.org/abs/{ONE}") == [Named((ONE,))]


@pytest.mark.parametrize(
    ("field", "title"),
    [
        ("{A {Big} Title}", "A Big Title"),
        ("{{A Title}}", "A Title"),
        ('"A Title"', "A Title"),
        ('{"A Title"}', "A Title"),
        ("{{{A} and {B}}}", "A and B"),
        ('{"A" and "B"}', '"A" and "B"'),
        ('"{\\"O}l"', "Öl"),
        ('"A {B} C"', "A B C"),
        ("{A} and {B}", "A and B"),
        ("{}", ""),
    ],
)
def test_quotes_and_braces_around_a_field_of_bibtex_are_not_its_text(field: str, title: str) -> None:
    assert named(f"@article{{x,\n title = {field},\n eprint = {{{ONE}}}\n}}") == [Named((ONE,), title, reference="x")]


def test_an_address_in_bibtex_may_be_in_url_and_be_escaped() -> None:
    (entry,) = named("@misc{x,\n howpublished = {\\url{https://example.org/a\\_b}}\n}")
    assert entry.keys == ("https://example.org/a_b",)
    (entry,) = named("@misc{x,\n url = {https://example.org/{a}}\n}")
    assert entry.keys


def test_two_entries_of_one_name_are_both_read_and_what_is_none_is_told() -> None:
    said = listed_in(
        f"@misc{{x,\n eprint={{{ONE}}}\n}}\n@misc{{x,\n eprint={{{TWO}}}\n}}\n@misc{{  y, title".encode(), "f"
    )
    assert [each.keys for each in said.named] == [(ONE,), (TWO,)]
    assert said.not_understood == ["@misc{ y, title"]
    assert logging.getLogger("bibtexparser").level == logging.CRITICAL


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("TI  - A Title", Named((), "A Title")),
        ("T1  - A Title", Named((), "A Title")),
        ("CT  - A Title", Named((), "A Title")),
        (f"TI  - A Title\nT1  - Another\nAN  - arXiv:{ONE}", Named((ONE,), "A Title")),
        (f"M1  - arXiv:{ONE}", Named((ONE,))),
        (f"L1  - https://arxiv.org/pdf/{ONE}", Named((ONE,))),
        (f"T2 - arXiv preprint arXiv:{ONE}", Named((ONE,))),
        (f"JO  - arXiv preprint arXiv:{ONE}", Named((ONE,))),
        (f"JF  - arXiv preprint arXiv:{ONE}", Named((ONE,))),
        (f"VL  - abs/{ONE}", Named((ONE,))),
        ("LK  - https://example.org/a", Named((LINK,))),
        ("UR  - https://example.org/a ", Named((LINK,))),
        ("DO  - 10.1234/x", Named(("https://doi.org/10.1234/x",))),
        ("ID  - cited2025", Named(reference="cited2025")),
    ],
)
def test_a_record_of_ris_says_its_paper_in_many_tags(line: str, says: Named) -> None:
    assert named(f"TY  - JOUR\n{line}\nN1  - arXiv:{TWO}\nER  - \n\nER  - ") == [says]


def test_the_last_record_of_ris_counts_without_its_end() -> None:
    assert keys(f"TY  - JOUR\nAN  - {ONE}\nER  - \nTY  - JOUR\nAN  - {TWO}") == [(ONE,), (TWO,)]


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        (f"title,arxiv\nA,{ONE}", [(ONE,)]),
        (f"title;eprint\nA;{ONE}\nB;{TWO}", [(ONE,), (TWO,)]),
        (f'"Title"\t"arXiv ID"\r\nA\t{ONE}\r\n', [(ONE,)]),
        (f"arxiv_id,key\n{ONE},{ONE}\n,\n", [(ONE,)]),
        ("doi,x\n10.1234/x,1", [("https://doi.org/10.1234/x",)]),
        (f"link,x\n{LINK},1", [(LINK,)]),
        (f"url,x\n{LINK},1", [(LINK,)]),
    ],
)
def test_a_table_is_read_by_its_head(text: str, papers: list[tuple[str, ...]]) -> None:
    assert keys(text) == papers


def test_a_cell_kept_from_being_a_formula_is_read_without_its_apostrophe() -> None:
    assert [each.title for each in named(f"title,arxiv\n'=1+1,{ONE}\n'quoted,{TWO}\n'-x,{ONE}\n")] == [
        "=1+1",
        "'quoted",
        "-x",
    ]


def test_a_page_of_a_browser_says_where_its_links_lead_and_how_sure_that_is() -> None:
    html = (
        f'<!DOCTYPE html><dl><dt><a href="https://arxiv.org/abs/{ONE}">A\n title</a>'
        f'<p>words<a name="x">y</a><a href="{LINK}">B <b>c</b></a></dl>'
    )
    assert named(html) == [Named((ONE,), "A title"), Named((LINK,), "B c", is_sure=False)]


def test_a_page_of_ours_says_its_papers_and_not_its_links() -> None:
    html = (
        f'<html><article data-key="{ONE}"><h2>First <a href="{LINK}">paper</a></h2><h2>Not this</h2></article>'
        '<article data-key="title:b"><h2>B</h2></article>'
    )
    first, second = named(html)
    assert (first.own, first.keys) == (ONE, (ONE,))
    assert (second.own, second.keys, second.title) == ("title:b", (), "B")


@pytest.mark.parametrize(
    ("document", "papers"),
    [
        ([{"title": "A", "URL": LINK}], [(LINK,)]),
        ({"papers": [{"arxiv_id": ONE, "key": ONE}]}, [(ONE,)]),
        ({"number": ONE}, [(ONE,)]),
        ({"archiveID": f"arXiv:{ONE}"}, [(ONE,)]),
        ({"eprint": ONE}, [(ONE,)]),
        ({"link": LINK}, [(LINK,)]),
        ({"DOI": "10.1234/x"}, [("https://doi.org/10.1234/x",)]),
        ({"roots": {"bar": {"children": [{"type": "url", "name": "A", "url": LINK}]}}}, [(LINK,)]),
        ([{"uri": LINK, "title": "A"}], [(LINK,)]),
        ([1, "x", None], []),
    ],
)
def test_json_is_searched_for_whatever_names_a_paper(document: object, papers: list[tuple[str, ...]]) -> None:
    assert keys(json.dumps(document)) == papers


def test_bookmarks_in_json_are_papers_only_if_the_library_knows_them() -> None:
    assert named(json.dumps([{"type": "url", "name": "A", "url": LINK}])) == [Named((LINK,), "A", is_sure=False)]


def test_a_list_that_only_begins_like_json_is_a_list() -> None:
    assert keys(f"[A title](https://arxiv.org/abs/{ONE})") == [(ONE,)]


def test_a_note_is_about_the_paper_of_its_head() -> None:
    head = "---\ntitle: A\ncitekey: cited\narxiv: '2501.00001'\nkey: 2501.00001\n---\n\nText with 2501.00002\n"
    assert named(head.replace("\n", "\r\n")) == [Named((ONE,), "A", ONE, "cited")]
    assert named("---\nkey: title:b\n---\n") == [Named(own="title:b")]


def test_the_notes_of_a_folder_are_read_but_for_hidden_and_huge_ones(tmp_path: Path) -> None:
    for name in ("b/one.MD", ".hidden/two.md", "a/.dot/two.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"---\narxiv: '{ONE}'\n---\n")
    (tmp_path / "huge.md").write_text(f"---\narxiv: '{TWO}'\n---\n" + "x" * 4_000_000)
    (tmp_path / "b" / "about nothing.md").write_text("words")
    (tmp_path / "b" / "picture.png").write_text("words")
    (tmp_path / "folder.md").mkdir()
    said = listed(tmp_path)
    assert [each.keys for each in said.named] == [(ONE,)]
    assert said.not_understood == ["b/about nothing.md"]


def test_text_in_any_usual_encoding_is_read_and_another_is_told() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert [each.title for each in listed_in("제목".encode(encoding), "f").named] == ["제목"]
    assert [each.title for each in listed_in("\ufeff\ufeff제목".encode(), "f").named] == ["제목"]
    with pytest.raises(ReaderError, match=r"^f is not UTF-8 text\. Save it as UTF-8\.$"):
        listed_in("제목".encode("cp949"), "f")


def test_xml_is_told_what_to_do_instead_unless_it_is_a_page_with_links() -> None:
    with pytest.raises(ReaderError, match=r"^f is XML, which is not read\. Export it as BibTeX, RIS or CSL-JSON\.$"):
        listed_in(b"<?xml version='1.0'?><x/>", "f")
    with pytest.raises(ReaderError, match="is XML"):
        listed_in(b"<rdf:RDF/>", "f")
    assert keys(f'<?xml version="1.0"?><html><a href="https://arxiv.org/abs/{ONE}">A</a></html>') == [(ONE,)]


def test_a_file_that_is_too_large_or_away_is_told(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(ReaderError, match="is larger than 32 MB: no list of papers is"):
        listed(large)
    with large.open("wb") as file:
        file.truncate(0)
    assert listed(large).named == []
    with pytest.raises(ReaderError, match="away cannot be read: No such file"):
        listed(tmp_path / "away")
