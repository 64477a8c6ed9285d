"""Hangul in letters and keys."""

import pytest

from reader.base.hangul import keys_of, syllables_of, typed_in_hangul, typed_in_latin


@pytest.mark.parametrize(("text", "keys"), [("확인", "ㅎㅗㅏㄱㅇㅣㄴ"), ("택", "ㅌㅐㄱ"), ("값 A", "ㄱㅏㅂㅅ a")])
def test_a_text_is_the_keys_it_is_typed_with(text: str, keys: str) -> None:
    assert keys_of(text) == keys


def test_keys_make_the_syllables_again() -> None:
    assert syllables_of(keys_of("일반화된")) == "일반화된"
    assert syllables_of("ㄱㄱㅏ") is None


@pytest.mark.parametrize(("typed", "meant"), [("dlalwl", "이미지"), ("didwkghk", "양자화"), ("ghkrdls", "확인")])
def test_latin_letters_are_read_as_hangul_keys(typed: str, meant: str) -> None:
    assert typed_in_hangul(typed) == meant


def test_letters_that_make_no_syllable_are_no_hangul() -> None:
    assert typed_in_hangul("bcd") is None


@pytest.mark.parametrize(("typed", "meant"), [("ㅑㅡㅁㅎㄷ", "image"), ("퍙대", "video"), ("ㅡㅐㅇ디", "model")])
def test_hangul_is_read_as_latin_keys(typed: str, meant: str) -> None:
    assert typed_in_latin(typed) == meant
