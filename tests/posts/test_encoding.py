"""Texts in other encodings are read as what they are, long or short."""

import random

import pytest

from reader.posts import encoding as encodings
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
        trouble = f"The file has no mark of its encoding; its zeros say {encoding.upper()}."
        assert decode(text.encode(encoding)) == (text, encoding, trouble)


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
    ("name", "common", "rare"),
    [
        ("cp949", "가힝", "伽一ぁД갂"),
        ("johab", "가힝", "伽一ぁД"),
        ("cp932", "亜腕ぁんァヶ", "弌Д가"),
        ("euc_jis_2004", "亜腕ぁんァヶ", "弌Д가"),
        ("gb18030", "啊座", "亍Д가ぁ"),
        ("big5", "一籲", "乂Д가"),
    ],
)
def test_common_characters_are_those_that_the_standard_of_a_language_has_first(
    name: str, common: str, rare: str
) -> None:
    (candidate,) = [each for each in encodings._CANDIDATES if each.encoding == name]
    assert [each for each in common if not candidate.is_common(each)] == []
    assert [each for each in rare if candidate.is_common(each)] == []


@pytest.mark.parametrize(("common", "is_read"), [(3, True), (2, False)])
def test_three_of_four_letters_have_to_be_common_ones(common: int, is_read: bool) -> None:
    text = "가" * common + "갂" * (4 - common)
    assert (decode(text.encode("cp949")).encoding == "cp949") is is_read


@pytest.mark.parametrize(("rare", "is_read"), [(1, True), (2, False)])
def test_of_utf_16_without_a_mark_nineteen_of_twenty_letters_have_to_be_common_ones(rare: int, is_read: bool) -> None:
    text = "물" * (20 - rare) + "갂" * rare
    found = decode(text.encode("utf-16-le"))
    assert (found.encoding == "utf-16-le") is is_read
    if is_read:
        assert found.trouble == "The file is not UTF-8; it was read as UTF-16 without a mark, which is a guess."


def test_of_utf_16_with_few_zeros_as_many_letters_have_to_be_common_ones() -> None:
    for rare, is_read in ((1, True), (2, False)):
        found = decode(("물" * (20 - rare) + "갂" * rare + ".").encode("utf-16-le"))
        trouble = "The file has no mark of its encoding; its zeros say UTF-16-LE."
        assert (found.trouble == trouble) is is_read


def test_eight_letters_are_the_fewest_of_utf_16_without_a_mark() -> None:
    assert decode(("물" * 8).encode("utf-16-be")).encoding == "utf-16-be"
    assert decode(("물" * 7).encode("utf-16-be")).encoding != "utf-16-be"


@pytest.mark.parametrize("kana", ["ム", "ト", "ん"])
def test_a_single_kana_is_a_letter(kana: str) -> None:
    assert decode(kana.encode("cp932")).text == kana or kana.encode("cp932")[1] < 0x80


def test_a_guess_looks_at_the_first_64_k_and_at_no_more() -> None:
    good = "가" * (32 * 1024)
    assert encodings._SAMPLE == 64 * 1024
    assert decode(good.encode("cp949") + b"\xff\xff").encoding == "cp949"
    assert decode(good.encode("cp949")[2:] + b"\xff\xff").encoding != "cp949"


def test_a_character_on_the_edge_of_what_a_guess_looks_at_does_no_harm() -> None:
    text = "." + "가나다" * (16 * 1024)
    assert decode(text.encode("cp949"))[:2] == (text, "cp949")


@pytest.mark.parametrize(("before", "encoding"), [(8, "cp949"), (9, "gb18030"), (201, "gb18030")])
def test_an_encoding_has_to_read_all_of_what_a_guess_looks_at(
    monkeypatch: pytest.MonkeyPatch, before: int, encoding: str
) -> None:
    monkeypatch.setattr(encodings, "_SAMPLE", 512)
    both_ways = "啊" * 300  # which are syllables of Hangul as well
    only_chinese = "㐀"
    text = (both_ways[: (512 - before) // 2] + only_chinese + both_ways).encode("gb18030")
    text = b"." * (before % 2) + text
    assert decode(text).encoding == encoding


def test_chinese_without_any_kana_is_not_japanese() -> None:
    text = "我们今天在这里喝茶，水开了，蒸汽从壶里冒出来。"
    assert decode(text.encode("gb18030")).text == text
    japanese = [each for each in encodings._CANDIDATES if each.is_japanese]
    assert [each.encoding for each in japanese] == ["cp932", "euc_jis_2004"]
    assert [encodings._common("亜腕".encode(each.encoding), each) for each in japanese] == [0.0, 0.0]
    assert [encodings._common("亜の腕".encode(each.encoding), each) for each in japanese] == [1.0, 1.0]


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
