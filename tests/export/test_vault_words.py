"""What is written in a vault's file means there what it means here: words stay words, notes end with themselves."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reader.export.escaping import escape_summary
from reader.export.notes import closed, linked
from reader.posts.model import Section, SectionKind
from reader.posts.plain import plain_text
from tests.export.exported import exported
from tests.export.test_vault import export, files, written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("여기서 #등불 은 태그가 아니다", r"여기서 \#등불 은 태그가 아니다"),
        ("#등불", r"\#등불"),
        ("#Xylophone [#X]", r"\#Xylophone [\#X]"),
        ("(#a) C#, F# a#b", r"(\#a) C#, F# a#b"),
        ("## Heading #tag", r"## Heading \#tag"),
        ("https://a.org/#x [t](https://a.org#y) <https://a.org#z>", None),
        ("[[1]](https://a.org) [[x|y]]", r"[\[1]](https://a.org) [\[x|y]]"),
        ("50%% of %% x", r"50\%\% of \%\% x"),
        ("a == b ==c==", r"a \=\= b \=\=c\=\="),
        ("head\n===\n#x", "head\n===\n\\#x"),
        ("end ^5\nmid ^5 x", "end \\^5\nmid ^5 x"),
        ("`#a [[b]]` #c", r"`#a [[b]]` \#c"),
        ("```\n#a == [[b]]\n```\n#c", "```\n#a == [[b]]\n```\n\\#c"),
        ("- a\n\n      #code\n- #b", "- a\n\n      #code\n- \\#b"),
        ("$a_{#1} == b$ #c", r"$a_{#1} == b$ \#c"),
        (r"\#a \[[b]]", None),
        ("&#39; &#x27;", None),
        ("x\ty `a\n#b` #c", "x\ty `a\n#b` \\#c"),
        ("<think> ==x==", r"\<think> \=\=x\=\="),
    ],
)
def test_words_of_a_summary_are_no_markup_of_obsidians(text: str, written: str | None) -> None:
    assert escape_summary(text) == (text if written is None else written)


def test_a_text_of_very_many_brackets_is_left_alone() -> None:
    """Markdown's parser would follow each of them to the end of the text."""
    table = "\n\n| a |\n|---|\n| [[x|y]] |"
    assert escape_summary(f"{'[' * 2000} #a") == f"{'[' * 2000} \\#a".replace("[[", r"[\[")
    assert escape_summary(f"{'[' * 2001} #a") == f"{'[' * 2001} #a"
    assert closed(f"{'[' * 1999}\n\n```\nx").endswith("x\n```")
    assert closed(f"{'[' * 2000}\n\n```\nx").endswith("```\nx")
    assert linked(f"{'[ ' * 1900}{table}", lambda _: "X").endswith(r"[[X\|y]] |")
    assert linked(f"{'[ ' * 2000}{table}", lambda _: "X").endswith("[[X|y]] |")


@given(st.text(st.sampled_from("a<b/>!` \n~-\\[]가#=%^$|()")))
def test_escaping_a_summary_changes_no_word(text: str) -> None:
    assert plain_text(escape_summary(text)) == plain_text(text)


def test_notes_and_pages_keep_their_markup() -> None:
    section = Section(SectionKind.METHOD, "Method", "요약 #등불 과 [[링크]]")
    text = written(exported(sections=(section,), note="나중에 #내태그 ==중요== %%숨김%%"))
    assert r"요약 \#등불 과 [\[링크]]" in text
    assert "나중에 #내태그 ==중요== %%숨김%%" in text
    page = exported("글", None, sections=(section,), is_page=True)
    assert "요약 #등불 과 [[링크]]" in written(page)


def test_a_link_in_a_table_stays_in_its_cell() -> None:
    note = "| 논문 | 값 |\n|---|---|\n| [[2501.00002]] | 3 |\n| [[2501.00002\\|저것]] | 4 |\n\n[[2501.00002]] | x"
    assert linked(note, lambda _: "Two") == (
        "| 논문 | 값 |\n|---|---|\n| [[Two\\|2501.00002]] | 3 |\n| [[Two\\|저것]] | 4 |\n\n[[Two|2501.00002]] | x"
    )


@pytest.mark.parametrize(
    ("note", "end"),
    [
        ("```py\ncode", "```"),
        ("~~~~\n```\ncode", "~~~~"),
        ("a\n\n<!-- hidden", "-->"),
        ("<pre>\nx\n\ny", "</pre>"),
        ("<script>x", "</script>"),
        ("<?php echo 1", "?>"),
        ("<!DOCTYPE a", ">"),
        ("<![CDATA[ x > y", "]]>"),
        ("%% hidden", "%%"),
        ("$$\nx^2", "$$"),
        ("```\nx\n```", ""),
        ("- ```\n  in a list", ""),
        ("<div>\nx", ""),
        ("`%%` and `$$`", ""),
        ("%%a%% b", ""),
    ],
)
def test_what_a_note_leaves_open_swallows_nothing(note: str, end: str) -> None:
    assert closed(note) == (f"{note}\n{end}" if end else note)
    tokens = MarkdownIt("commonmark", {"html": True}).parse(f"{closed(note)}\n\n## Method")
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h2"]


def test_properties_name_the_paper_as_the_bibliography_does(tmp_path: Path) -> None:
    export(tmp_path, exported())
    (text,) = files(tmp_path).values()
    assert '\ncitekey: "arxiv-2501.00001"\n' in text
    assert '\nurl: "https://arxiv.org/abs/2501.00001"\n' in text


@given(st.text(st.sampled_from("a<>!-?`~ \n\t\\$%#pre/"), max_size=40))
def test_behind_any_note_a_heading_is_a_heading(note: str) -> None:
    note = note.strip()
    tokens = MarkdownIt("commonmark", {"html": True}).parse(f"{closed(note)}\n\n## Method")
    assert tokens[-1].type == "heading_close"
    assert tokens[-2].content == "Method"
