"""Lists of other programs, as these write them, name the papers of the library, and make no ghosts of titles."""

import json
from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.services.lists.read import listed_in
from tests.command_line import CommandLine
from tests.factories import METHOD_ONLY, paper, post, write_post

FIRST, SECOND, REVIEW = "2501.00001", "2501.00002", "https://openreview.net/forum?id=Steam1"
ABSENT = "2406.99999"


@pytest.fixture
def command(profile: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> CommandLine:
    """A library of three papers."""
    command = CommandLine(profile, capsys)
    papers = [
        paper(1, "Folding Lamps: A Study of Öl", f"https://arxiv.org/abs/{FIRST}", METHOD_ONLY),
        paper(2, "Paper Moons", f"https://arxiv.org/abs/{SECOND}", METHOD_ONLY),
        paper(3, "Steam over Tin Boats", REVIEW, METHOD_ONLY),
    ]
    write_post(tmp_path / "posts", "2025-01-02-a.md", post(papers))
    command("sync", tmp_path / "posts")
    return command


ZOTERO_BIB = r"""
@misc{lamp_folding_2025, title = {Folding {Lamps}: {A} {Study} of {\"O}l}, url = {http://arxiv.org/abs/2501.00001},
  doi = {10.48550/arXiv.2501.00001}, publisher = {arXiv}, note = {arXiv:2501.00001 [cs]}, year = {2025} }
"""
BETTER_BIBTEX = r"""
@online{lampFolding2025, title = {{{Paper Moons}}}, eprint = {2501.00002}, eprinttype = {arXiv}, eprintclass = {cs},
  doi = {10.48550/arXiv.2501.00002}, pubstate = {prepublished}, keywords = {a,b}}
"""
SCHOLAR = """@article{lamp2025folding,
  title={Folding Lamps: A Study of {\\"O}l}, author={Lamp, L}, journal={arXiv preprint arXiv:2501.00001}, year={2025}
}"""
SEMANTIC_SCHOLAR = """@article{Moon2025Paper,
 author = {L. Moon}, journal = {ArXiv}, title = {Paper Moons}, volume = {abs/2501.00002}, year = {2025}
}"""
DBLP = """@article{DBLP:journals/corr/abs-2501-00001,
  title = {Folding Lamps: {A} Study of {\\"{O}}l}, journal = {CoRR}, volume = {abs/2501.00001},
  doi = {10.48550/ARXIV.2501.00001}, eprinttype = {arXiv}, eprint = {2501.00001}
}"""
MENDELEY = """@article{Moon2025,
   title = {Paper Moons}, url = {http://arxiv.org/abs/2501.00002}, journal = {arXiv:2501.00002 [cs]}, month = {1}
}"""
BY_TITLE = "@inproceedings{x, title={STEAM OVER TIN-BOATS}, booktitle={Proc.}}"
RIS = """TY  - PREP
TI  - Paper Moons
UR  - https://arxiv.org/abs/2501.00002
N1  - compare with arXiv:2406.99999
ER  -

TY - JOUR
T1 - Steam over Tin Boats
JO - ICLR
ER -
"""
CSL = [
    {
        "id": "http://zotero.org/users/1/items/A",
        "type": "article",
        "title": "Folding",
        "DOI": "10.48550/arXiv.2501.00001",
    },
    {"id": "b", "type": "article-journal", "title": "Paper moons.", "issued": {"date-parts": [[2025]]}},
]
ZOTERO_CSV = (
    '"Key","Item Type","Publication Year","Title","DOI","Url","Extra"\n'
    '"ABCD2345","preprint","2025","Folding","","http://arxiv.org/abs/2501.00001","arXiv:2501.00001 [cs]"\n'
    '"EFGH2345","preprint","2025","Paper Moons","","",""\n'
)
BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<DL><p>
    <DT><H3>papers</H3>
    <DL><p>
        <DT><A HREF="https://arxiv.org/abs/2501.00001" ADD_DATE="1">[2501.00001] Folding Lamps</A>
        <DT><A HREF="https://openreview.net/pdf?id=Steam1">Steam</A>
        <DT><A HREF="https://news.example.org/">News of the day</A>
    </DL><p>
</DL><p>
"""
FIREFOX = {"children": [{"title": "menu", "children": [{"title": "x", "uri": "https://arxiv.org/pdf/2501.00002v1"}]}]}
CHROME = {
    "roots": {
        "bookmark_bar": {
            "type": "folder",
            "children": [
                {"type": "url", "name": "a", "url": "https://alphaxiv.org/abs/2501.00001"},
                {"type": "url", "name": "News", "url": "https://news.example.org/"},
            ],
        }
    }
}
TABLE = "| 논문 | 링크 |\n|---|---|\n| 등불 | [T](https://arxiv.org/abs/2501.00001) |\n| 2501.00002 | 달 |"
OBSIDIAN = "---\ntitle: Moons\nurl: https://arxiv.org/abs/2501.00002\ntags: [paper]\n---\n\nalso arXiv:2406.99999\n"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (ZOTERO_BIB, {FIRST}),
        (BETTER_BIBTEX, {SECOND}),
        (SCHOLAR, {FIRST}),
        (SEMANTIC_SCHOLAR, {SECOND}),
        (DBLP, {FIRST}),
        (MENDELEY, {SECOND}),
        (BY_TITLE, {REVIEW}),
        (RIS, {SECOND, REVIEW}),
        (json.dumps(CSL), {FIRST, SECOND}),
        (ZOTERO_CSV, {FIRST, SECOND}),
        (ZOTERO_CSV.replace(",", ";"), {FIRST, SECOND}),
        (BOOKMARKS, {FIRST, REVIEW}),
        (json.dumps(FIREFOX), {SECOND}),
        (json.dumps(CHROME), {FIRST}),
        (OBSIDIAN, {SECOND}),
        ("2501.00001, 2501.00002", {FIRST, SECOND}),
        ("arXiv:2501.00001v2 10.48550/arXiv.2501.00002", {FIRST, SECOND}),
        ("[a](https://arxiv.org/abs/2501.00001), [b](https://openreview.net/forum?id=Steam1)", {FIRST, REVIEW}),
        (TABLE, {FIRST, SECOND}),
        ("daily-papers://paper/2501.00001\n[달](daily-papers://paper/2501.00002)", {FIRST, SECOND}),
        ("- [x] [[2501.00001 Folding Lamps|등불]]\n- [ ] https://arxiv.org/abs/2501.00002", {FIRST, SECOND}),
        ("# 1. [Folding](https://arxiv.org/abs/2501.00001)\n\n# 2501.00002", {FIRST}),
        ("paper moons\n1. Steam over Tin Boats", {SECOND, REVIEW}),
        ("- [Steam over tin boats](https://blog.example.org/steam)", {REVIEW}),
    ],
)
def test_a_list_names_the_papers_of_the_library(
    command: CommandLine, text: str, keys: set[str], tmp_path: Path
) -> None:
    (tmp_path / "list").write_bytes(text.replace("\n", "\r\n").encode())
    said = command("import", tmp_path / "list", "--json").json
    assert set(said["added"]) == keys
    assert said["absent"] == []
    assert command("list", "--json").json["total"] == 3


def test_titles_make_no_ghosts(command: CommandLine, tmp_path: Path) -> None:
    text = f"@misc{{a, title={{Unknown Kites}}}}\n@misc{{b, title={{Paper Moons}}, eprint={{{ABSENT}}}}}\n"
    (tmp_path / "a.bib").write_text(text, encoding="utf-8")
    said = command("import", tmp_path / "a.bib", "--json").json
    assert (said["added"], said["absent"], said["not_understood"]) == ([ABSENT], [ABSENT], ["a"])


def test_a_folder_of_notes_names_papers_by_their_heads(command: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "vault" / "more").mkdir(parents=True)
    (tmp_path / "vault" / "more" / "달.md").write_text(OBSIDIAN, encoding="utf-8")
    (tmp_path / "vault" / "own.md").write_text("arXiv:2501.00001", encoding="utf-8")
    said = command("import", tmp_path / "vault", "--json").json
    assert (said["added"], said["not_understood"]) == ([SECOND], ["own.md"])


@pytest.mark.parametrize("text", ["<?xml version='1.0'?><rdf:RDF/>", "hello\nworld", "", '{"a": 1}', "<html></html>"])
def test_what_names_no_paper_is_refused_in_words(command: CommandLine, text: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text(text, encoding="utf-8")
    assert command("import", tmp_path / "x").complaint
    assert command("list", "--bookmarked", "--json").json["total"] == 0


def test_a_list_may_come_by_standard_input_and_in_utf_16(command: CommandLine, tmp_path: Path) -> None:
    said = command.process("import", "-", "--json", "--dry-run", stdin=RIS.encode("utf-16"))
    assert (said.json["added"], said.json["dry_run"]) == ([SECOND, REVIEW], True)
    assert command("list", "--bookmarked", "--json").json["total"] == 0


def test_a_dry_run_of_a_zip_says_what_would_change(command: CommandLine, tmp_path: Path) -> None:
    command("bookmark", FIRST)
    command("backup", "-o", tmp_path / "marks.zip")
    command("bookmark", FIRST, "--remove")
    before = (command.profile / "data" / "marks.sqlite").read_bytes()
    assert command("import", tmp_path / "marks.zip", "--dry-run", "--json").json["dry_run"]
    assert (command.profile / "data" / "marks.sqlite").read_bytes() == before


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", b"%PDF-1.4 https://arxiv.org/abs/2501.00001"])
def test_a_pdf_is_refused_as_what_it_is(content: bytes) -> None:
    with pytest.raises(ReaderError, match="is a PDF"):
        listed_in(content, "paper.pdf")
