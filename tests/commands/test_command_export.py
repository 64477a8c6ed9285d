"""`export`: which papers, which formats, and what is left when it is stopped or cannot go on."""

import json
import locale
import os
import signal
import sqlite3
import subprocess
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import rispy
import yaml
from pypdf import PdfReader

from reader.base.paths import ProfilePaths
from reader.export.citing import reference
from reader.posts.model import PaperKey
from reader.services.choosing import Wanted, chosen
from reader.services.exporting import exported_paper
from reader.services.profile import Profile
from tests.command_line import CommandLine, needs_others_to_reach_the_program, ran, tree_of, without_rights
from tests.export.test_bibliographies import SCHEMA, read_bibtex
from tests.factories import numbered, paper, post, write_post

FIRST, SECOND = PaperKey("2501.00001"), PaperKey("2502.00002")


@pytest.fixture
def marked(synced: CommandLine) -> CommandLine:
    """A library in which two papers were marked in every way."""
    for key in (FIRST, SECOND):
        assert synced("bookmark", key).code == 0
    assert synced("note", FIRST, "# 메모\n\n[[2502.00002]]와 비교 & 50%").code == 0
    with Profile(ProfilePaths.of(synced.profile)) as profile:
        profile.marks.add_label("읽을 것", "green")
        profile.marks.set_label([FIRST], "읽을 것", True)
        profile.marks.set_revisit([FIRST], date(2026, 1, 2))
        profile.marks.add_highlight(FIRST, "method", "토큰을 두 번", "", " 나누어 접는다.", "green")
    return synced


def items(command: CommandLine, *which: object) -> list[str]:
    """The ids exported as CSL-JSON."""
    said = command("export", "--format", "csl-json", "-o", "-", *which)
    return [item["id"].removeprefix("arxiv-") for item in said.json]


def test_without_a_choice_all_papers_and_pages_are_exported(synced: CommandLine) -> None:
    assert len(items(synced)) == 6
    said = synced("export", "--format", "csv", "-o", "-")
    assert said.code == 0
    assert "긴 글" in said.out


def test_which_papers_are_exported_is_chosen_as_elsewhere(marked: CommandLine) -> None:
    assert items(marked, "--bookmarked") == ["2501.00001", "2502.00002"]  # as lists have them: by day, then number
    assert items(marked, "--label", "읽을 것") == ["2501.00001"]
    assert set(items(marked, "--tag", "vision")) == {"2502.00001", "2502.00002", "2501.00001"}
    assert set(items(marked, "--date", "2025-01")) == {"2501.00001", "2501.00002", "2501.00003"}
    assert items(marked, "--search", "note:비교") == ["2501.00001"]
    assert items(marked, "2502.00002", "arXiv:2501.00001v2", "2502.00002") == ["2502.00002", "2501.00001"]


def test_papers_named_in_a_file_are_exported_in_its_order(marked: CommandLine, tmp_path: Path) -> None:
    names = tmp_path / "keys.txt"
    names.write_text("2501.00003\n\n2502.00001\n쪽글/긴 글.md\n", encoding="utf-8")
    found = items(marked, "--keys", names)
    assert found[:2] == ["2501.00003", "2502.00001"]
    assert found[2].startswith("page-")


@pytest.mark.parametrize(
    ("which", "complaint"),
    [
        (["9999.00001"], "There is no paper"),
        (["--label", "없음"], "There is no label"),
        (["--tag", "nobody"], "nothing to export"),
        (["--bookmarked"], "nothing to export"),
        (["--keys", "/no/such/file"], "cannot be read"),
    ],
)
def test_what_is_not_there_is_said(synced: CommandLine, which: list[str], complaint: str, tmp_path: Path) -> None:
    out = tmp_path / "out.bib"
    assert complaint in synced("export", "--format", "bibtex", "-o", out, *which).complaint
    assert not out.exists()


def test_two_choices_at_once_are_wrong_usage(synced: CommandLine) -> None:
    assert synced("export", "--format", "ris", "-o", "-", "--bookmarked", "--tag", "llm").code == 2


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("bibtex", "@misc{arxiv-2501.00001,"),
        ("ris", "TY  - UNPB"),
        ("csl-json", '"arXiv:2501.00001"'),
        ("csv", "토큰을 두 번"),
        ("html", "<mark"),
    ],
)
def test_each_format_is_written_into_a_file_whole(marked: CommandLine, form: str, says: str, tmp_path: Path) -> None:
    out = tmp_path / "새 폴더" / "out"
    report = marked("export", "--format", form, "--bookmarked", "-o", out, "--json").json
    assert (report["papers"], report["written"], report["cancelled"]) == (2, 1, False)
    assert says in out.read_text("utf-8")
    assert [path.name for path in out.parent.iterdir()] == ["out"]
    assert "50" in out.read_text("utf-8")


def test_a_folder_of_markdown_has_every_mark_and_is_updated(marked: CommandLine, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    said = marked("export", "--format", "md", "--bookmarked", "-o", vault, "--lang", "ko", "--json").json
    assert (said["written"], said["unchanged"], said["kept"]) == (2, 0, [])
    first = vault / "2501.00001 Paper Number 1 of 2501.md"
    text = first.read_text("utf-8")
    for part in ('labels: ["읽을 것"]', "revisit: 2026-01-02", "bookmarked: 20", "## 메모", "## 하이라이트"):
        assert part in text
    assert "> 토큰을 두 번\n>\n> — Method · green" in text
    assert "[[2502.00002 Paper Number 2 of 2502|2502.00002]]와 비교 & 50%" in text
    first.write_text(text + "mine\n", encoding="utf-8")
    marked("note", SECOND, "새 메모")
    again = marked("export", "--format", "md", "-o", vault, "--bookmarked", "--lang", "ko", "--json").json
    assert (again["written"], again["unchanged"], again["kept"]) == (1, 0, [first.name])
    assert f"left as you changed it: {first.name}" in marked("export", "--format", "md", "-o", vault, FIRST).out


def test_headings_are_in_the_language_of_the_system_unless_another_is_set(
    marked: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: (None, None))
    assert "<h3>Note</h3>" in marked("export", "--format", "html", "-o", "-", FIRST).out
    monkeypatch.setattr(locale, "getlocale", lambda: ("Korean_Korea", "949"))
    assert "<h3>메모</h3>" in marked("export", "--format", "html", "-o", "-", FIRST).out
    assert "<h3>Note</h3>" in marked("export", "--format", "html", "-o", "-", FIRST, "--lang", "en").out


def test_a_pdf_has_note_highlight_and_sections_as_text(marked: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "papers.pdf"
    said = marked.process("export", "--format", "pdf", "--bookmarked", "-o", out, "--lang", "ko")
    assert said.code == 0, said.err
    reader = PdfReader(out)
    assert len(reader.pages) == 2
    text = "".join("".join(page.extract_text() for page in reader.pages).split())
    for words in ("메모", "2502.00002와비교&50%", "하이라이트", "PaperNumber1of2501", "정확도가69.8%로올랐다."):
        assert words in text
    links = [note["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", ())]
    assert "https://arxiv.org/abs/2501.00001" in links


def test_a_pdf_has_an_outline_of_papers_and_sections_and_says_its_language(marked: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "papers.pdf"
    assert marked.process("export", "--format", "pdf", "--bookmarked", "-o", out, "--no-notes").code == 0
    reader = PdfReader(out, strict=True)
    first, sections, second, others = reader.outline
    assert [first["/Title"], second["/Title"]] == [
        page.extract_text().split("\nhttps")[0].replace("\t", " ") for page in reader.pages
    ]
    assert {"Method", "Results"} <= {entry["/Title"] for entry in sections} & {entry["/Title"] for entry in others}
    assert [reader.get_destination_page_number(entry) for entry in (first, sections[0], second)] == [0, 0, 1]
    assert reader.trailer["/Root"]["/Lang"] == "ko"


def test_the_source_of_a_formula_can_be_copied_from_a_pdf(command: CommandLine, tmp_path: Path) -> None:
    sections = {"Method": r"The loss $\alpha_{t}^2$ is squared."}
    text = post([paper(1, "A Paper", "https://arxiv.org/abs/2501.00001", sections)])
    write_post(tmp_path / "posts", "2025-01-02-a.md", text)
    assert command("sync", tmp_path / "posts").code == 0
    out = tmp_path / "papers.pdf"
    assert command.process("export", "--format", "pdf", "-o", out).code == 0
    assert r"$\alpha_{t}^2$" in PdfReader(out).pages[0].extract_text().replace("\n", "").replace("\t", "")


def test_sheets_are_a_file_each_with_the_text_on_them(marked: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "sheets"
    said = marked.process("export", "--format", "sheets", "--bookmarked", "-o", out, "--json")
    assert said.code == 0, said.err
    assert [path.name for path in sorted(out.iterdir())] == ["00001.sheet", "00002.sheet"]
    assert "Paper Number 1 of 2501".encode("utf-16-be") in b"".join(path.read_bytes() for path in out.iterdir())


def test_events_say_how_far_it_is(marked: CommandLine, tmp_path: Path) -> None:
    events = marked("export", "--format", "ris", "-o", tmp_path / "x.ris", "--events").lines
    assert events[0] == {"event": "progress", "stage": "export", "done": 0, "total": 6}
    assert events[-2] == {"event": "progress", "stage": "export", "done": 6, "total": 6}
    assert events[-1]["event"] == "done"
    failed = marked("export", "--format", "ris", "-o", tmp_path, "--events")
    assert failed.code == 1
    assert failed.lines[-1]["event"] == "failed"


def test_the_catalogue_may_be_gone(marked: CommandLine, tmp_path: Path) -> None:
    """What was marked can be exported from its last known text."""
    for file in ProfilePaths.of(marked.profile).catalogue.parent.glob("catalogue*"):
        file.unlink()
    out = tmp_path / "x.md"
    assert marked("export", "--format", "md", "--bookmarked", "-o", out, "--json").json["written"] == 2
    assert "토큰을 두 번" in (out / "2501.00001 Paper Number 1 of 2501.md").read_text("utf-8")


def test_a_paper_that_no_post_ever_had_is_exported_by_its_id(synced: CommandLine) -> None:
    with Profile(ProfilePaths.of(synced.profile)) as profile:
        profile.marks.set_bookmark(PaperKey("2001.00001"), True)
    (item,) = synced("export", "--format", "csl-json", "--bookmarked", "-o", "-").json
    assert (item["title"], item["URL"]) == ("arXiv:2001.00001", "https://arxiv.org/abs/2001.00001")
    assert items(synced, "2001.00001") == ["2001.00001"]


def test_a_profile_is_not_changed_by_exporting(marked: CommandLine, tmp_path: Path) -> None:
    with closing(sqlite3.connect(ProfilePaths.of(marked.profile).marks)) as marks:
        before = "\n".join(marks.iterdump())
        assert marked("export", "--format", "html", "-o", tmp_path / "x.html").code == 0
        assert "\n".join(marks.iterdump()) == before


@pytest.mark.parametrize(("form", "name"), [("md", "file"), ("bibtex", "folder"), ("pdf", "folder"), ("zip", "folder")])
def test_a_file_is_no_folder_and_a_folder_no_file(marked: CommandLine, form: str, name: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    assert marked("export", "--format", form, "-o", tmp_path / name).complaint
    assert (tmp_path / "file").read_text() == "mine"
    assert list((tmp_path / "folder").iterdir()) == []


def test_a_key_may_have_lines_of_its_own(command: CommandLine, tmp_path: Path) -> None:
    write_post(tmp_path / "posts", "two\nlines.md", "글이다.")
    assert command("sync", tmp_path / "posts").code == 0
    names = tmp_path / "keys.txt"
    names.write_text(json.dumps("two\nlines.md"), encoding="utf-8")
    assert len(items(command, "--keys", names)) == 1
    names.write_text('"torn', encoding="utf-8")
    assert "no JSON" in command("export", "--format", "ris", "-o", "-", "--keys", names).complaint


def test_a_profile_nobody_has_used_has_nothing_to_export(command: CommandLine) -> None:
    assert "nothing to export" in command("export", "--format", "csv", "-o", "-").complaint
    assert not command.profile.exists() or not ProfilePaths.of(command.profile).marks.exists()


def test_papers_are_not_exported_into_the_library(synced: CommandLine, folder: Path) -> None:
    before = tree_of(folder)
    for out in (folder, folder / "vault"):
        assert "would be read as posts" in synced("export", "--format", "md", "-o", out).complaint
    assert tree_of(folder) == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can mount a small disk")
@pytest.mark.parametrize("form", ["md", "html", "pdf"])
def test_a_full_disk_leaves_whole_files(large: CommandLine, form: str, tmp_path: Path) -> None:
    small = tmp_path / "small"
    small.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", small], check=False)
    if mounted.returncode:
        pytest.skip("no disk can be mounted here")
    try:
        out = small / "out"
        if form != "md":
            out.write_text("the old one")
        said = large.process("export", "--format", form, "-o", out)
        assert "room on the disk" in said.complaint
        assert not [path for path in small.rglob("*") if path.name.endswith(".tmp")]
        if form == "md":
            assert all(path.read_text("utf-8").endswith("쓸모가 있다.\n") for path in out.iterdir())
        else:
            assert out.read_text() == "the old one"
    finally:
        subprocess.run(["umount", small], check=True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody without rights")
def test_a_folder_one_may_not_write_to_is_named(marked: CommandLine, tmp_path: Path) -> None:
    needs_others_to_reach_the_program()
    for path in (tmp_path, *tmp_path.parents[:2], *marked.profile.rglob("*")):
        path.chmod(0o755)  # to be read by anybody
    for out in ("out.bib", "vault"):
        words = marked.words("export", "--format", "md" if out == "vault" else "bibtex", "-o", tmp_path / out)
        assert f"{tmp_path}" in ran(without_rights(words)).complaint
        assert not (tmp_path / out).exists()


@pytest.mark.parametrize("form", ["md", "pdf", "zip"])
def test_what_is_no_text_is_not_printed(marked: CommandLine, form: str) -> None:
    assert marked("export", "--format", form, "-o", "-").complaint


def test_the_zip_carries_all_marks(marked: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "marks.zip"
    assert marked("export", "--format", "zip", "-o", out).code == 0
    assert out.read_bytes().startswith(b"PK")
    assert "leave out" in marked("export", "--format", "zip", "--bookmarked", "-o", out).complaint


def test_every_title_of_real_posts_comes_through(command: CommandLine, shared: Path, tmp_path: Path) -> None:
    assert command("sync", *(shared / "corpus" / name for name in ("blog", "early", "longform"))).code == 0
    with Profile(ProfilePaths.of(command.profile)) as profile:
        papers = [exported_paper(profile, key) for key in chosen(profile, Wanted())]
    titles = [reference(paper).title for paper in papers]
    printed = {form: command("export", "--format", form, "-o", "-").out for form in ("bibtex", "ris", "csl-json")}
    assert [" ".join(entry["title"].split()) for entry in read_bibtex(printed["bibtex"])] == titles
    joiner = "\u2060"  # keeps <think> from being taken for a tag
    assert [entry["title"].replace(joiner, "") for entry in rispy.loads(printed["ris"])] == titles
    items = json.loads(printed["csl-json"])
    SCHEMA.validate(items)
    assert [item["title"] for item in items] == titles
    assert command("export", "--format", "md", "-o", tmp_path / "vault").code == 0
    heads = [yaml.safe_load(path.read_text("utf-8").split("---\n")[1]) for path in (tmp_path / "vault").iterdir()]
    assert sorted(head["title"] for head in heads) == sorted(titles)


@pytest.fixture
def large(command: CommandLine, tmp_path: Path) -> CommandLine:
    """A library that takes a moment to export."""
    folder = tmp_path / "large"
    for month in range(1, 11):
        write_post(folder, f"2025-{month:02d}-01.md", post(numbered(100, f"25{month:02d}")))
    assert command("sync", folder).code == 0
    return command


@pytest.mark.parametrize(("form", "name"), [("md", "vault"), ("html", "papers.html"), ("pdf", "papers.pdf")])
def test_what_is_stopped_leaves_whole_files_and_the_old_one(
    large: CommandLine, form: str, name: str, tmp_path: Path
) -> None:
    out = tmp_path / "out" / name
    if form != "md":
        out.parent.mkdir()
        out.write_text("the old one")
    started = large.start(
        "export", "--format", form, "-o", out, "--events", stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert started.stdin is not None
    assert started.stdout is not None
    _wait_for_progress(started.stdout)
    started.stdin.write(b"cancel\n")
    started.stdin.flush()
    last = json.loads(started.stdout.read().splitlines()[-1])
    assert started.wait(30) == 0
    started.stdin.close()
    started.stdout.close()
    assert last["event"] == "done"
    assert last["cancelled"]
    _nothing_is_torn(out)


def test_control_c_leaves_whole_files(large: CommandLine, tmp_path: Path) -> None:
    out = tmp_path / "out" / "vault"
    started = large.start("export", "--format", "md", "-o", out, "--events", stdout=subprocess.PIPE)
    assert started.stdout is not None
    _wait_for_progress(started.stdout)
    os.kill(started.pid, signal.SIGINT)
    rest = started.stdout.read()
    assert started.wait(30) == 130, rest
    started.stdout.close()
    _nothing_is_torn(out)


def _wait_for_progress(stream: Any) -> None:
    for line in stream:
        if json.loads(line).get("done", 0) > 0:
            return


def _nothing_is_torn(out: Path) -> None:
    if out.is_dir():
        files = list(out.iterdir())
        assert 0 < len(files) < 1000
        assert all(
            path.suffix == ".md" and path.read_text("utf-8").endswith("접어 읽기는 쓸모가 있다.\n") for path in files
        )
    else:
        assert out.read_text() == "the old one"
        assert list(out.parent.iterdir()) == [out]
