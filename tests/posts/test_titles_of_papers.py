"""What a heading's words, numbers and links say, in every way in which they are written."""

import pytest

from reader.posts.pieces import Piece, pieces_of, trimmed_address
from reader.posts.titles import read_heading

ARXIV = "https://arxiv.org/abs/2501.00001"
CHINESE = "一二三四五六七八九十"


@pytest.mark.parametrize(
    ("sign", "number"),
    [
        *((sign, number) for number, sign in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)),
        *((sign, number) for number, sign in enumerate("❶❷❸❹❺❻❼❽❾❿", 1)),
        *((sign, number) for number, sign in enumerate("🥇🥈🥉", 1)),
        *((f"{sign}、", number) for number, sign in enumerate(CHINESE, 1)),
        *((f"{sign}．", number) for number, sign in enumerate(CHINESE, 1)),
        *((f"{sign}. ", number) for number, sign in enumerate(CHINESE, 1)),
        *((f"{digit}．", number) for number, digit in enumerate("０１２３４５６７８９")),
    ],
)
def test_every_sign_that_counts_is_a_number(sign: str, number: int) -> None:
    found = read_heading(f"{sign} [Slow Kettles]({ARXIV})", {})
    assert (found.number, found.title, found.link) == (number, "Slow Kettles", ARXIV)


@pytest.mark.parametrize("word", ["No.", "no", "Paper", "PAPER", "논문", "论文", "論文", "#", "№"])
@pytest.mark.parametrize(
    "written", ["{} 7. Kettles", "[{} 7] Kettles", "({}7) Kettles", "【{} 7】: Kettles", "{}7) Kettles"]
)
def test_a_word_may_stand_before_a_number(word: str, written: str) -> None:
    found = read_heading(written.format(word), {})
    assert (found.number, found.title) == (7, "Kettles")


@pytest.mark.parametrize("closing", [".", ")", "、", ":", "："])
def test_a_number_ends_with_one_of_five_signs_and_a_fraction_is_none(closing: str) -> None:
    assert read_heading(f"7{closing} Kettles", {})[:2] == (7, "Kettles")
    assert read_heading(f"7{closing}5 Kettles", {})[:2] == (None, f"7{closing}5 Kettles")


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_a_dash_between_blanks_ends_a_number(dash: str) -> None:
    assert read_heading(f"7 {dash} Kettles", {})[:2] == (7, "Kettles")
    assert read_heading(f"7{dash}Kettles", {}).number is None


def test_a_number_may_be_the_words_of_the_link() -> None:
    found = read_heading(f"Paper [3]({ARXIV}): Slow Kettles", {})
    assert (found.number, found.title, found.link) == (3, "Slow Kettles", ARXIV)


def test_a_number_right_before_a_title_that_begins_with_a_digit_leaves_nothing_behind() -> None:
    found = read_heading(f"3.[5 Kettles]({ARXIV})", {})
    assert (found.number, found.title, found.tail) == (3, "5 Kettles", "")


@pytest.mark.parametrize("title", ["X-Rays of Kettles", "Xylophones", "XX", "Nx", "α-Kettles", "3D Kettles", "X"])
def test_a_title_keeps_its_first_letters(title: str) -> None:
    for heading in (f"[{title}]({ARXIV})", f"1. [{title}]({ARXIV})", f"[1. {title}]({ARXIV})"):
        assert read_heading(heading, {}).title == title
    assert read_heading(title, {}).title == title


@pytest.mark.parametrize("around", ["()", "[]", "（）", "【】", "( , )", "[ | ]", "(/)", "(·)", "(&)", "(;)", "(+)"])
def test_brackets_that_a_link_left_empty_go_with_it(around: str) -> None:
    found = read_heading(f"Slow Kettles {around[0]}[PDF]({ARXIV}){around[1:]}", {})
    assert (found.title, found.tail, found.link) == ("Slow Kettles", "", ARXIV)


@pytest.mark.parametrize("sign", ["-", "–", "—", ":", "|", ",", "·", "/"])
def test_a_sign_between_a_title_and_its_links_goes_with_them(sign: str) -> None:
    found = read_heading(f"Slow Kettles {sign} [arXiv]({ARXIV}) {sign} [code](https://github.com/a/b)", {})
    assert (found.title, found.link) == ("Slow Kettles", ARXIV)
    assert found.tail == "[code](<https://github.com/a/b>)"


@pytest.mark.parametrize(
    ("heading", "title", "link", "tail"),
    [
        (f"1. [Slow Kettles]({ARXIV}", "Slow Kettles", ARXIV, ""),
        (f"1. [Slow Kettles]({ARXIV} (NeurIPS)", "Slow Kettles", ARXIV, "(NeurIPS)"),
        (f"[Slow ]Kettles]({ARXIV}).", "Slow ]Kettles", ARXIV, "."),
    ],
)
def test_a_link_that_markdown_does_not_see_is_one_all_the_same(heading: str, title: str, link: str, tail: str) -> None:
    found = read_heading(heading, {})
    assert (found.title, found.link, found.tail) == (title, link, tail)


# Pieces of a line


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("a b", [Piece("a b")]),
        ("X [b](c) X", [Piece("X "), Piece("b", "c"), Piece(" X")]),
        ("[![](a.png)](b)", [Piece("", "b", picture=True)]),
        ("[![](a.png) 물](b)", [Piece(" 물", "b")]),
        ("![물](a.png)", [Piece("물")]),
        ("a\nb", [Piece("a b")]),
        ("[물［］](http://kettle.example)", [Piece("물［］", "http://kettle.example")]),
        ("［물］（http://kettle.example）", [Piece("물", "http://kettle.example")]),
        ("【물】（https://kettle.example/a）", [Piece("물", "https://kettle.example/a")]),
        ("[물] （https://kettle.example/a） 불", [Piece("물", "https://kettle.example/a"), Piece(" 불")]),
        ("［물］（불）", [Piece("［물］（불）")]),
        ("[[물]]", [Piece("물", "#물")]),
        ("[[a/b/물#불|김]]", [Piece("김", "#a/b/물#불")]),
        ("[[a/b/물#불]]", [Piece("물", "#a/b/물#불")]),
        ("![[물]]", [Piece("물", "#물")]),
        ("[[2501.00001v2|물]]", [Piece("물", f"{ARXIV}v2")]),
        ("[[2501.00001]]", [Piece("2501.00001", ARXIV)]),
        ("[[물]](a)", [Piece("[물]", "a")]),
        (f'<a href="{ARXIV}">물</a> 불', [Piece("물", ARXIV), Piece(" 불")]),
        (f"<A class=x href='{ARXIV}' id=y>물</A>", None),
        ("[물]{.a} 불{#b}", [Piece("물 불")]),
        ("[물](a){width=50%}", [Piece("물", "a")]),
        ("물{a}", [Piece("물{a}")]),
        ("물 {: .a #b}", [Piece("물 ")]),
        (f"물 {ARXIV}, 불", [Piece("물 "), Piece(ARXIV, ARXIV, found=True), Piece(", 불")]),
        (f"{ARXIV} {ARXIV}", [Piece(ARXIV, ARXIV, found=True), Piece(" "), Piece(ARXIV, ARXIV, found=True)]),
        ("물 arXiv:2501.00001v3 [cs.CL] 불", [Piece("물"), Piece(" arXiv:2501.00001v3 [cs.CL] ", f"{ARXIV}v3",
                                                             found=True), Piece("불")]),
        ("물 (2501.00001) 불", [Piece("물 "), Piece("(2501.00001)", ARXIV, found=True), Piece(" 불")]),
        ("물 arXiv:hep-th/9901001v2", [Piece("물"), Piece(" arXiv:hep-th/9901001v2",
                                                       "https://arxiv.org/abs/hep-th/9901001v2", found=True)]),
        ("물 2501.00001", [Piece("물 "), Piece("2501.00001", ARXIV, found=True)]),
        ("물 2501.00001 불", [Piece("물 2501.00001 불")]),
        ("물 (hep-th/9901001)", [Piece("물 "), Piece("(hep-th/9901001)", "https://arxiv.org/abs/hep-th/9901001",
                                                  found=True)]),
        ("물\u200b\u00ad불\ufeff", [Piece("물불")]),
    ],
)  # fmt: skip
def test_a_line_is_cut_into_text_and_links(line: str, pieces: list[Piece] | None) -> None:
    found = pieces_of(line)
    if pieces is None:
        assert [piece.href for piece in found if piece.href] == [ARXIV]
    else:
        assert [tuple(piece) for piece in found] == [tuple(piece) for piece in pieces]


@pytest.mark.parametrize("line", ["물  불 " * 1_000 + "[a](b)", "물 " + "[ " * 200 + "[a](b)"])
def test_a_line_too_long_for_markdown_is_text_with_single_blanks(line: str) -> None:
    assert pieces_of(line) == [Piece(" ".join(line.split()))]


def test_a_line_of_four_thousand_characters_and_two_hundred_brackets_is_markdown() -> None:
    assert pieces_of("물" * 3_994 + "[a](b)")[1:] == [Piece("a", "b")]
    assert len(pieces_of("물" * 3_995 + "[a](b)")) == 1
    assert pieces_of("[ " * 199 + "[a](b)")[1:] == [Piece("a", "b")]


@pytest.mark.parametrize("sign", [*"?!.,:;*_~'\"`|。，、", ")", "]", "}", "!?.", ").", "**"])
def test_a_sign_behind_an_address_belongs_to_the_sentence(sign: str) -> None:
    assert trimmed_address(f"https://kettle.example/a{sign}") == "https://kettle.example/a"


@pytest.mark.parametrize("end", ["X", "x", "/", "-", "=", "(a)", "[a]", "{a}", "?a=b", "#", "(a)b", "%20", "~a"])
def test_an_address_keeps_what_is_its_own(end: str) -> None:
    assert trimmed_address(f"https://kettle.example/{end}") == f"https://kettle.example/{end}"


@pytest.mark.parametrize("attributes", ["{#kettle}", "{.kettle}", "{: .kettle #one}", "{:.kettle}", "{#kettle .b c=d}"])
def test_attributes_at_the_end_of_a_heading_are_no_words_of_it(attributes: str) -> None:
    for space in ("", " "):
        found = read_heading(f"1. Slow Kettles{space}{attributes}", {})
        assert (found.number, found.title, found.raw_title) == (1, "Slow Kettles", "Slow Kettles")
