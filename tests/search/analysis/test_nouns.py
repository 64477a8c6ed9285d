# ruff: noqa: SIM905  # lists of words read better as text
"""What a noun is, and where it is only part of another word, is told by what the library writes."""

import pytest

from reader.search.analysis.forms import Memory
from reader.search.analysis.inside import barred
from reader.search.analysis.nouns import can_only_be_noun, is_noun, is_noun_of_one, is_object, is_word
from reader.search.analysis.particles import PARTICLES, agrees, object_form, tails
from reader.search.match.full_scan import Scan, ScannedLexicon
from tests.search.documents import document


def library(*texts: str) -> ScannedLexicon:
    """A library of these texts."""
    return ScannedLexicon(Scan([document(str(n), "T", text) for n, text in enumerate(texts)]))


@pytest.mark.parametrize(
    ("run", "written"),
    [
        ("정확도", "정확도를 높였다"),  # only a noun is an object
        ("데이터", "데이터를 모은다"),
        ("신뢰도", "신뢰도. 높은 신뢰도"),  # more often than 신뢰를
        ("편집지", "편집지의 크기"),
        ("편집자", "편집자에게 묻는다"),
        ("편집자", "편집자와 함께"),
        ("편집기", "편집기가 있다"),
        ("경로", "경로를 찾는다"),
        ("의료영상", "영상을 본다"),  # by the noun it ends in
        ("시도", "시도했다"),
    ],
)
def test_a_noun_is_what_is_used_as_one(run: str, written: str) -> None:
    assert is_noun(run, library(*written.split(". ")))


@pytest.mark.parametrize(
    ("run", "written"),
    [
        ("정확도", "정확도 있다"),
        ("모델도", "모델을 쓰고 모델도 모델을"),
        ("그것만", "그것만을 쓴다"),
        ("여기까지", "여기까지를 본다"),
        ("처음부터", "처음부터를"),
        ("값", "값을"),
        ("모델로", "모델로의 전이"),  # two particles
    ],
)
def test_and_nothing_else(run: str, written: str) -> None:
    assert not is_noun(run, library(written))


def test_a_noun_is_used_so_in_a_fiftieth_of_its_uses() -> None:
    often = [f"화면 {n}" for n in range(49)]
    assert is_object("화면", library(*often, "화면을"))
    assert not is_object("화면", library(*often, "화면은", "화면을"))
    assert is_object("해상도", library(*["해상도 높은"] * 49, "해상도를"))
    assert not is_object("해상도", library(*["해상도 높은"] * 51, "해상도를"))
    assert is_object("해상도", library(*["해상 도"] * 99, "해상도를"))


def test_what_ends_in_no_particle_and_no_ending_is_a_noun_without_being_asked_for() -> None:
    assert [can_only_be_noun(run) for run in ("비디오", "정확도", "압축된", "만든")] == [True, False, False, False]


@pytest.mark.parametrize(
    ("pair", "written"),
    [
        ("차이", "차이를"),
        ("차이", "차이의"),
        ("차이", "차이가"),
        ("효과", "효과적"),
        ("구분", "구분하"),
        ("구분", "구분된"),
    ],
)
def test_two_syllables_are_a_word_where_they_are_used_as_one(pair: str, written: str) -> None:
    assert is_word(pair, library(f"{written} x"))
    assert not is_word(pair, library(f"{pair} x"))


@pytest.mark.parametrize(
    ("run", "written", "is_one"),
    [
        *[
            (f"값{particle}", "값", True)
            for particle in ("에", "에서", "에는", "에도", "에서는", "까지", "부터", "으로")
        ],
        *[(f"값{particle}", "값", True) for particle in ("보다", "처럼", "만", "와", "를")],
        ("값을", "값의 크기, 값", True),
        ("값이", "값에 값", True),
        ("값은", "값과 값", True),
        ("값은", "임계값 값", True),
        ("자는", "자와 자", True),
        ("값을", "값", False),
        ("얻은", "얻은 값", False),
        ("높을", "높고 높 높의", False),
        ("눈도", "눈을 눈", True),
        ("눈의", "눈에 눈", True),
        ("시도", "시도 시", False),
        ("와인", "INT와 FP와의", False),  # a particle
        ("효과", "효과 효", False),
    ],
)
def test_a_noun_of_one_syllable_and_a_particle(run: str, written: str, is_one: bool) -> None:
    assert is_noun_of_one(run, library(written)) is is_one


def test_a_syllable_that_never_stands_alone_is_no_noun() -> None:
    assert not is_noun_of_one("값에", library("임계값에"))


# Particles

PLAIN = """
이 을 은 과 으로 으로서 으로써 이나 이라도 이랑 이란 이라는 이라고 이었다 이었던 이었으며 이야말로 의 에 에서 에게
에게서 께서 한테 도 만 까지 부터 조차 마저 밖에 보다 처럼 같이 만큼 마다 씩 뿐 대로 하고 에의 이다 이며 이고 인 일
임 이라 이지만 입니다 인지 이므로 이자 인데 이면 이면서 이기 이었 이던 이어서 이거나 에서는 에도 에게는 으로는 으로도
으로의 까지의 부터는 만의 보다는 보다도 처럼도 만큼은 뿐만 뿐이다 뿐이며 뿐이고 뿐인 뿐아니라 하고는 한테는 에서부터
으로부터 으로부터의 에서만 에서이다 과의 과는 과도 들 들은 들을 들이 들의 들로 들과 들에서 들이다 들도 들에게
""".split()
OPEN = """
가 를 는 와 로 로서 로써 나 라도 랑 란 라는 라고 였다 였던 였으며 야말로 로부터 로는 로도 로의 로서의 로서는 로써는
와의 와는 와도 의 에 에서 도 만 까지 이다 인 들 들은 들로
""".split()


@pytest.mark.parametrize("particle", PLAIN)
def test_a_particle_follows_a_consonant(particle: str) -> None:
    assert 2 in tails("실험" + particle)


@pytest.mark.parametrize("particle", OPEN)
def test_a_particle_follows_a_vowel(particle: str) -> None:
    assert 3 in tails("데이터" + particle)


@pytest.mark.parametrize(
    "run",
    ["실험가", "실험를", "실험는", "실험와", "실험로", "실험로서", "실험로써", "실험로부터", "데이터이나",
     "데이터을", "데이터은", "데이터과", "데이터으로", "데이터으로서", "데이터이란", "데이터이라는", "데이터으로부터"],
)  # fmt: skip
def test_but_only_in_the_form_that_goes_with_it(run: str) -> None:
    assert (3 if run.startswith("데이터") else 2) not in tails(run)


@pytest.mark.parametrize("run", ["서울로", "서울로서", "서울로써", "서울로부터", "서울과", "서울이다"])
def test_behind_l_stands_ro(run: str) -> None:
    assert 2 in tails(run)


@pytest.mark.parametrize("run", ["서울으로", "서울으로서", "서울으로써", "서울으로부터"])
def test_and_not_euro(run: str) -> None:
    assert 2 not in tails(run)


@pytest.mark.parametrize(("run", "ends"), [("아들은", [2]), ("아들들은", [2, 3]), ("만들", []), ("모델들은", [2, 3])])
def test_what_ends_in_deul_may_be_a_noun_and_no_plural(run: str, ends: list[int]) -> None:
    assert tails(run) == ends


def test_the_longest_particle_is_named_first_and_a_doubled_one_is_none() -> None:
    assert tails("모델에서는") == [2, 4]
    assert not {"도도", "까지까지", "만만"} & PARTICLES
    assert all(agrees("값", particle) or agrees("차", particle) for particle in PARTICLES)
    assert [object_form(noun) for noun in ("값", "차이")] == ["값을", "차이를"]


# Inside other words


@pytest.mark.parametrize(
    ("noun", "written", "pairs"),
    [
        ("로그", "프로그램 프로그램을", (("프로", -1), ("그램", 1))),
        ("프레임", "프레임워크 프레임워크를", (("임워", 2),)),
        ("프레임", "프레임워크", (("임워", 2),)),
        ("인과", "파이프라인과 인과", (("라인", -1),)),
        ("치마", "미니배치마다 배치를", (("배치", -1), ("마다", 1))),
        ("양자", "양자화를 " * 9 + "양자", (("자화", 1),)),
        ("메시", "메시지 메시지를 지 메시", (("시지", 1),)),  # 지 stands behind verbs alone
        ("부분", "대부분 부분을", (("대부", -1),)),
        ("품질", "고품질 품질을", (("고품", -1),)),
    ],
)
def test_a_noun_inside_another_word_is_told_by_the_syllables_beside_it(
    noun: str, written: str, pairs: tuple[tuple[str, int], ...]
) -> None:
    found = barred(noun, library(*written.split(" ")[:1] * 2, *written.split(" ")))
    assert set(found) == set(pairs)


@pytest.mark.parametrize(
    ("noun", "written"),
    [
        ("이미지", "이미지생성을 생성을"),  # behind it a word of its own
        ("이미지", "고해상도이미지"),  # before it three syllables and more
        ("해상도", "초해상도"),
        ("학습", "재학습"),
        ("품질", "고품질 저품질"),
        ("명령", "명령어 명령어를"),
        ("지시", "지시문 지시문을"),
        ("학습", "학습률 학습률을"),
        ("학습", "학습하는 학습되었다"),
        ("학습", "학습에서는 학습으로"),
        ("모델", "모델파라미터값"),  # four syllables that nobody wrote alone
        ("영상", "의료영상 의료를"),
        ("값을", "값을"),
    ],
)
def test_but_what_still_says_the_noun_is_not_barred(noun: str, written: str) -> None:
    assert barred(noun, library(*written.split(" "), *written.split(" "))) == ()


@pytest.mark.parametrize("noun", ["값", "model", ""])
def test_only_nouns_of_two_syllables_can_be_inside_another_word(noun: str) -> None:
    assert barred(noun, library("임계값 models")) == ()


def test_a_memory_forgets_everything_when_it_is_full_and_never_what_it_was_asked_last() -> None:
    memory = Memory()
    asked: list[int] = []
    for number in (*range(5000), 4999, 0):
        assert memory.once(number, lambda number=number: asked.append(number) or number) == number
    assert asked == [*range(5000), 0]


@pytest.mark.parametrize(("others", "is_barred"), [(4, False), (5, True)])
def test_a_noun_is_barred_where_more_than_four_times_as_often_it_is_another(others: int, is_barred: bool) -> None:
    beside = library("이미지생성", "생성을", *["이미지생물"] * others)
    assert (("지생", 2) in barred("이미지", beside)) is is_barred
    thing = library("양자를", *["양자화를"] * others)
    assert (("자화", 1) in barred("양자", thing)) is is_barred
