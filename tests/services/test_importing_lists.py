"""Lists of papers as other programs and people write them name the papers of the library, and no others."""

from pathlib import Path

import pytest

from reader.export.bibtex import escaped
from reader.services.tex_text import text_of_tex
from tests.command_line import CommandLine
from tests.factories import METHOD_ONLY, paper, post, write_post

LIST = "\n".join(
    (
        "1. https://arxiv.org/abs/2501.00001",
        "2) arXiv:2501.00002  # 다시 볼 것",
        "[3] https://www.alphaxiv.org/ko/overview/2501.00003v2",
        "- [Some Title](https://arxiv.org/pdf/2501.00004.pdf) — 좋다",
        "* Folding Again, https://doi.org/10.48550/arXiv.2501.00005",
        "10.48550/arXiv.2501.00006",
        "https://web.archive.org/web/2025/https://arxiv.org/abs/2501.00007",
        "아무것도 아닌 줄",
    )
)


@pytest.fixture
def command(profile: Path, capsys: pytest.CaptureFixture[str]) -> CommandLine:
    """The command line on a profile of its own."""
    return CommandLine(profile, capsys)


@pytest.fixture
def library(command: CommandLine, tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    papers = [paper(n, f"Paper {n}", f"https://arxiv.org/abs/2501.{n:05}", METHOD_ONLY) for n in range(1, 9)]
    titled = [
        paper(9, "Salt & Lamps: 100% x^2 ~ y_1", None, METHOD_ONLY),
        paper(10, "Öl über Straßen {a}", None, METHOD_ONLY),
        paper(11, "Steam", "https://openreview.net/forum?id=Steam1", METHOD_ONLY),
    ]
    write_post(folder, "2025-01-02-a.md", post([*papers, *titled]))
    command("sync", folder)
    return folder


def bookmarked(command: CommandLine) -> set[str]:
    return {each["key"] for each in command("list", "--bookmarked", "--json").json["papers"]}


def test_a_list_may_be_numbered_and_have_words_around_its_links(
    command: CommandLine, library: Path, tmp_path: Path
) -> None:
    (tmp_path / "list.txt").write_text(LIST, encoding="utf-8")
    said = command("import", tmp_path / "list.txt", "--json").json
    assert bookmarked(command) == {f"2501.{n:05}" for n in range(1, 8)}
    assert said["not_understood"] == ["아무것도 아닌 줄"]


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        ("journal = corr, volume = {abs/2501.00001}", "2501.00001"),
        ("journal = {ArXiv}, volume = {abs/2501.00002}", "2501.00002"),
        ("doi = {10.48550/ARXIV.2501.00003}", "2501.00003"),
        ("url = {https://huggingface.co/papers/2501.00004}", "2501.00004"),
        ("note = {arXiv preprint arXiv:2501.00005}", "2501.00005"),
        (
            "title = {Salt \\& Lamps: 100\\% x{\\textasciicircum}2 {\\textasciitilde} y\\_1}",
            "title:salt & lamps: 100% x^2 ~ y_1",
        ),
        ('title = {{\\"O}l {\\"u}ber Stra{\\ss}en \\{a\\}}', "title:öl über strassen {a}"),
        ("url = {https://openreview.net/pdf?id=Steam1}", "https://openreview.net/forum?id=Steam1"),
    ],
)
def test_an_entry_names_its_paper_in_other_programs_words(
    command: CommandLine, library: Path, tmp_path: Path, fields: str, key: str
) -> None:
    (tmp_path / "list.bib").write_text(f'@string{{corr = "CoRR"}}\n@article{{x,\n  {fields}\n}}\n', encoding="utf-8")
    command("import", tmp_path / "list.bib")
    assert bookmarked(command) == {key}


def test_what_was_exported_as_bibtex_is_the_same_papers_again(
    command: CommandLine, library: Path, tmp_path: Path
) -> None:
    before = {each["key"] for each in command("list", "--json").json["papers"]}
    command("export", "--format", "bibtex", "-o", tmp_path / "all.bib")
    said = command("import", tmp_path / "all.bib", "--json").json
    assert (said["absent"], said["not_understood"]) == ([], [])
    assert bookmarked(command) == before


@pytest.mark.parametrize(
    "text", ["a_b & c^2 ~ {d} \\e 100% #1 $5", "--- ``quoted'' ?` !`", "짝 없는 } 괄호 {", "<x> | y", "x -- y"]
)
def test_what_our_own_export_escapes_is_read_back(text: str) -> None:
    assert text_of_tex(escaped(text)) == text


def test_a_line_of_any_length_takes_no_time(command: CommandLine, library: Path, tmp_path: Path) -> None:
    lines = ["arxiv: " * 8_000, "arxiv.org/" + "a" * 50_000, "[a](" * 12_000, "https://" * 7_000]
    (tmp_path / "long.txt").write_text("\n".join((*lines, "2501.00001")), encoding="utf-8")
    command("import", tmp_path / "long.txt")
    assert "2501.00001" in bookmarked(command)
