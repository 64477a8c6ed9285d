"""Texts in other encodings are read as what they are, long or short."""

import random

import pytest

from reader.posts.encoding import decode
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


def test_a_surrogate_that_utf_16_was_cut_in_is_a_question_mark() -> None:
    source = b"\xff\xfe" + "주전자".encode("utf-16-le") + b"\x3d\xd8" + "a".encode("utf-16-le")
    assert decode(source).text.encode() == decode(source).text.encode("utf-8", "strict")


@pytest.mark.parametrize(("good", "encoding"), [(4, "utf-8"), (3, "other")])
def test_four_good_characters_outweigh_a_bad_byte(good: int, encoding: str) -> None:
    found = decode("주".encode() * good + b" \xff .")
    assert (found.encoding == "utf-8") is (encoding == "utf-8")
