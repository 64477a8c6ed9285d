"""Words by their sound: romanised by the rules and as people type it, and loanwords misspelled."""

import pytest

from reader.search.analysis.sounds import Initials, Spelling, is_initials, sounded, sounds_of, with_other_stops


@pytest.mark.parametrize(
    ("latin", "word"),
    [
        *[("gyeongjaeng", "경쟁"), ("hakseup", "학습"), ("eoneo", "언어"), ("moonja", "문자"), ("munja", "문자")],
        *[("yakhan", "약한"), ("yaksok", "약속"), ("yongryang", "용량"), ("yuhyo", "유효"), ("yeongeo", "영어")],
        *[("yeyak", "예약"), ("yaegi", "얘기"), ("hwaksan", "확산"), ("whaksan", "확산")],
        *[("hwiseok", "휘석"), ("oegwan", "외관"), ("waegok", "왜곡")],
        *[("geurim", "그림"), ("saengseong", "생성"), ("seengseong", "싱성"), ("kkamak", "까막")],
        *[("ggamak", "까막"), ("ttokttok", "똑똑"), ("ddokddok", "똑똑"), ("ppalli", "빨리"), ("bbalri", "빨리")],
        *[("ssaum", "싸움"), ("chulon", "추론"), ("churon", "추론"), ("shiseon", "시선")],
        *[("dongjak", "동작"), ("tokeun", "토큰"), ("peurem", "프렘"), ("jinjja", "진짜")],
        *[("himjul", "힘줄"), ("norae", "노래"), ("manggak", "망각"), ("hangul", "한굴"), ("bapsang", "밥상")],
        *[("datgi", "닫기"), ("dadgi", "닫기"), ("guknae", "국내"), ("gugnae", "국내"), ("jibjung", "집중")],
    ],
)
def test_latin_letters_may_sound_like_a_word(latin: str, word: str) -> None:
    assert sounded(word) in sounds_of(latin)


@pytest.mark.parametrize("latin", ["diff", "uimi", "strength", "GPT-4o", "qx", "transformers", ""])
def test_what_no_syllables_can_sound_like_has_no_sounds(latin: str) -> None:
    assert sounds_of(latin) == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [("스케줄", "스케쥴"), ("쟈", "자"), ("져", "저"), ("죠", "조"), ("쥬", "주"), ("쳬", "체"), ("데이타", "대이타")],
)
def test_spellings_of_one_loanword_are_one(one: str, other: str) -> None:
    assert one.translate(Spelling()) == other.translate(Spelling())


@pytest.mark.parametrize(("one", "other"), [("갸", "가"), ("겨", "거"), ("교", "고"), ("규", "구"), ("오", "우")])
def test_vowels_that_sound_apart_stay_apart(one: str, other: str) -> None:
    assert one.translate(Spelling()) != other.translate(Spelling())


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("프레임웍", ["프레임워크"]),
        ("프레임워크", ["프레임웍"]),
        ("파입라인", ["파이프라인"]),
        ("데이터셋", ["데이터세트"]),
        ("데이터셋트", ["데이터셋", "데이터세트"]),
        ("벡트", []),  # another stop
        ("네트워크", ["넷워크", "네트웍"]),
        ("텍스트", ["테크스트", "텍슷"]),
        ("포인트", []),  # 트 behind a consonant
        ("크기", []),
    ],
)
def test_a_stop_ends_a_syllable_or_begins_one_of_its_own(word: str, others: list[str]) -> None:
    assert list(with_other_stops(word)) == others


def test_initial_consonants_are_those_of_the_syllables() -> None:
    assert "이미지 LLM".translate(Initials()) == "ㅇㅁㅈ LLM"
    assert [is_initials(text) for text in ("ㅇㅁㅈ", "ㅇ", "ㅇ미", "", "ㅏㅏ")] == [True, False, False, False, False]
