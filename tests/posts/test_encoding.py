"""Texts in other encodings are read as what they are, long or short."""

import random

import pytest

from reader.posts.encoding import decode
from reader.posts.parse import parse
from tests.bench.encodings import LENGTHS, TEXTS, is_right, ours, pieces


@pytest.mark.parametrize("encoding", TEXTS)
@pytest.mark.parametrize("length", LENGTHS[1:])
def test_prose_of_thirty_characters_is_read_as_its_encoding_has_it(encoding: str, length: int) -> None:
    texts = pieces(TEXTS[encoding], length, random.Random(f"{encoding} {length}"))
    assert sum(is_right(ours, text, encoding) for text in texts) >= 0.95 * len(texts)


@pytest.mark.parametrize("text", ["l’eau dans", "une d’elle", "on s’étonne", "débil, ¿no? ", "3 € — “x”"])
def test_a_single_sign_of_the_west_is_no_letter_of_the_east(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


def test_utf_16_with_hardly_a_blank_is_told_by_its_characters() -> None:
    text = "## 1. [Kettles](https://arxiv.org/abs/2601.91011)\n\n" + "毎朝おなじ音がする。" * 400
    for encoding in ("utf-16-be", "utf-16-le"):
        assert decode(text.encode(encoding))[:2] == (text, encoding)


def test_a_zero_in_other_text_does_not_make_it_utf_16() -> None:
    assert decode("물이\0 끓는다. 김이 난다.".encode()).encoding == "utf-8"
    assert decode(b"Water\0 boils in the kettle, and steam rises.").encoding == "utf-8"


def test_half_a_surrogate_pair_of_utf_16_is_shown_as_one_unreadable_sign() -> None:
    found = decode(b"\xff\xfe" + "주전자".encode("utf-16-le") + b"\x3d\xd8" + "a".encode("utf-16-le"))
    assert (found.text, found.encoding) == ("주전자�a", "utf-16")


@pytest.mark.parametrize(("good", "is_utf_8"), [(4, True), (3, False)])
def test_four_good_characters_outweigh_a_bad_byte(good: int, is_utf_8: bool) -> None:
    found = decode("주".encode() * good + b" \xff .")
    assert (found.encoding == "utf-8") is is_utf_8


@pytest.mark.parametrize(
    ("encoding", "text", "words"),
    [
        ("cp949", "주전자에서 김이 난다. 물이 끓는다. 찻잔을 데운다.", "Korean Windows (cp949)"),
        ("cp932", "やかんから湯気が出る。お湯が沸いた。茶碗を温める。", "Japanese Windows (Shift_JIS)"),
        ("euc_jis_2004", "やかんから湯気が出る。お湯が沸いた。茶碗を温める。", "Japanese EUC"),
        ("gb18030", "水壶里冒出热气。水开了。把茶杯温一下。", "Chinese (GB 18030)"),
        ("big5", "水壺裡冒出熱氣。水開了。把茶杯溫一下。", "Chinese (Big5)"),
        ("johab", "주전자에서 김이 난다. 물이 끓는다. 찻잔을 데운다.", "Korean (Johab)"),
        ("cp1252", "Die Kanne dampft, das Wasser kocht schön über.", "Western European Windows (cp1252)"),
    ],
)
def test_a_guess_is_told_by_the_name_people_know(encoding: str, text: str, words: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.trouble == f"The file is not UTF-8; it was read as {words}, which is a guess."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_text_without_a_mark_says_what_its_zeros_say(encoding: str) -> None:
    found = decode("The kettle boils, and steam rises. ".encode(encoding))
    assert found.encoding == encoding
    assert encoding.upper() in found.trouble


def test_a_tower_of_marks_is_cut_by_joiners_alone() -> None:
    tower = "a" + "\u0316" * 100
    assert decode(tower.encode()).text.replace("\u034f", "") == tower


def test_a_guess_is_told_on_the_first_line() -> None:
    text = "---\ntitle: 주전자\n---\n물이 끓는다. 김이 난다. 찻잔을 데운다.\n"
    remark = next(each for each in parse(text.encode("cp949"), "2025-01-02-a.md").remarks if each.code == "encoding")
    assert remark.line == 1
