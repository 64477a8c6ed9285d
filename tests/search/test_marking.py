"""Where a word counts as one in a text as it is shown, and how much of a sentence is shown around it."""

import pytest

from reader.posts.model import SectionKind
from reader.search.analysis.forms import Form, Kind, Piece
from reader.search.snippets import Highlighter, Snippet, begun, bounded, highlighter, pattern, snippet

METHOD = SectionKind.METHOD


def word(text: str) -> tuple[Piece, ...]:
    """A Latin word, or a run of syllables."""
    kind = Kind.WORD if text.isascii() else Kind.RUN
    return (Piece((Form(kind, (text,), (), 1 if text.isascii() else len(text)),)),)


@pytest.mark.parametrize(
    ("text", "part", "is_word"),
    [
        ("model", "model", True),
        ("a model, b", "model", True),
        ("supermodel", "model", False),
        ("modelled", "model", False),
        ("모델model을", "model", True),
        ("FlashAttention", "Attention", True),
        ("FlashAttention", "Flash", True),
        ("FlashAttention", "lash", False),
        ("RLAgent", "Agent", True),
        ("RLAgent", "RL", True),
        ("RLagent", "agent", False),
        ("gFID", "FID", False),  # a single letter belongs to what follows
        ("x gFID", "FID", False),
        ("QLoRA", "LoRA", False),
        ("GPT4", "GPT", True),
        ("GPT4o", "4", True),
        ("v2.5", "2", True),
        ("25", "2", False),
        ("HTTPServer", "Server", True),
        ("HTTPServer", "HTTP", True),
    ],
)
def test_a_latin_word_ends_where_a_part_of_one_does(text: str, part: str, is_word: bool) -> None:
    at = text.index(part)
    assert bounded(text, at, at + len(part)) is is_word


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("model", "models model", ["models", "model"]),
        ("loss", "losses loss lossy", ["losses", "loss"]),
        ("box", "boxes box", ["boxes", "box"]),
        ("study", "studies study studys", ["studies", "study", "studys"]),
        ("1024", "1,024 1024 10 24", ["1,024", "1024"]),
        ("69", "69", ["69"]),
        ("256", "256 2,56", ["256"]),
        ("c++", "c++", ["c++"]),
        ("4o", "4o", ["4o"]),
    ],
)
def test_a_term_is_found_with_the_plural_or_the_commas_it_had(term: str, text: str, found: list[str]) -> None:
    marks = Highlighter((word(term),)).spans(text)
    assert [text[start:end] for start, end in marks] == found


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        (Form(Kind.ALONE, ("=값",)), "값 값을 값에서는 임계값 값싼", ["값", "값", "값"]),
        (Form(Kind.START, ("^웹",)), "웹사이트 웹 노웹사", ["웹", "웹"]),
        (Form(Kind.END, ("값$",)), "임계값을 키값 값", ["값"]),
        (Form(Kind.END, ("값%",)), "임계값을 키값이 값", ["값"]),
        (Form(Kind.HEAD, ("보이", "보인")), "보이는 정보인 보인다", ["보이", "보인"]),
        (Form(Kind.RUN, ("강화학습",)), "강화 학습과 강화-학습, 강화, 학습", ["강화 학습", "강화-학습"]),
        (Form(Kind.RUN, ("이미?",), ("미지", "미진"), 3), "이미지 이미진 이미 이미는", ["이미지", "이미진"]),
        (Form(Kind.RUN, ("로그",), (), 2, (("프로", -1), ("그램", 1))), "로그를 프로그램 블로그", ["로그", "로그"]),
        (Form(Kind.RUN, ("로그",), (), 2, (("블로", -1),)), "로그를 프로그램 블로그", ["로그", "로그"]),
        (Form(Kind.RUN, ("로그",), (), 2, (("그램", 1),)), "로그를 프로그램 블로그", ["로그", "로그"]),
        (Form(Kind.PARTS, ("flash", "attention")), "flash-attention, flash attention, flash, attention",
         ["flash-attention", "flash attention"]),
    ],
)  # fmt: skip
def test_a_form_is_found_as_the_index_finds_it(form: Form, text: str, found: list[str]) -> None:
    marks = Highlighter(((Piece((form,)),),)).spans(text)
    assert [text[start:end] for start, end in marks] == found


def test_pieces_stand_behind_one_another_with_what_may_be_between_them() -> None:
    pieces = (*word("gpt"), Piece(word("모델")[0].forms, 1))
    assert Highlighter((pieces,)).spans("gpt, 모델 gpt모델") == [(0, 7)]
    assert Highlighter(((*word("gpt"), *word("모델")),)).spans("gpt, 모델 gpt모델") == [(8, 13)]


def test_marks_that_touch_or_overlap_are_one() -> None:
    marks = Highlighter((word("강화학습"), word("학습률"), word("모델")))
    assert marks.spans("강화학습률 모델") == [(0, 5), (6, 8)]


def test_a_word_in_capitals_is_marked_as_such_alone() -> None:
    names = highlighter([(word("rag"),), (word("a"),), (word("모델"),)], (), ["RAG", "A", "모델"])
    assert names.capitals == {0}
    plain = highlighter([(word("rag"),)], (), ["rag"])
    assert plain.capitals == frozenset()
    assert names.numbers == (0, 1, 2)


def test_every_way_to_say_a_word_is_marked_and_counts_as_that_word() -> None:
    both = highlighter([(word("모델"), word("model"), ()), (word("학습"),)], (0.7, 0.3), ["모델", "학습"])
    assert both.numbers == (0, 0, 1)
    assert both.spans("model 학습 모델") == [(0, 5), (6, 8), (9, 11)]


# The sentence that is shown


def shown(texts: list[tuple[SectionKind | None, str]], marks: Highlighter, width: int = 200) -> str:
    best = snippet(texts, marks, width)
    assert best is not None
    assert all(best.text[start:end] for start, end in best.spans)
    return best.text


def test_the_sentence_with_the_rarer_word_is_shown() -> None:
    marks = highlighter([(word("모델"),), (word("두루미"),)], (0.2, 0.8), ["모델", "두루미"])
    text = "모델을 쓴다. 두루미를 본다."
    assert shown([(METHOD, text)], marks, 9) == "두루미를 본다."
    other = highlighter([(word("모델"),), (word("두루미"),)], (0.8, 0.2), ["모델", "두루미"])
    assert shown([(METHOD, text)], other, 9).startswith("모델을 쓴다.")


def test_the_first_of_equal_sentences_is_shown_and_the_body_before_the_title() -> None:
    marks = Highlighter((word("모델"),))
    texts = [(None, "모델"), (METHOD, "앞말. 모델을 쓴다. 모델을 판다."), (SectionKind.RESULTS, "모델을 산다.")]
    best = snippet(texts, marks, 9)
    assert best is not None
    assert (best.section, best.text) == (METHOD, "모델을 쓴다.")


def test_the_sentence_with_more_marks_is_shown_and_one_in_capitals_as_it_was_typed() -> None:
    marks = highlighter([(word("rag"),)], (1.0,), ["RAG"])
    assert shown([(METHOD, "a rag. rag and rag. rag")], marks, 12) == "rag and rag."
    assert shown([(METHOD, "rag and rag. The RAG. rag")], marks, 9) == "The RAG."


def test_sentences_behind_the_one_that_is_shown_are_added_while_they_fit() -> None:
    marks = Highlighter((word("모델"),))
    text = "앞말. 모델을 쓴다.\n뒷말이다. 더 긴 뒷말이다."
    assert shown([(METHOD, text)], marks, 9) == "모델을 쓴다."
    assert shown([(METHOD, text)], marks, 15) == "모델을 쓴다. 뒷말이다."
    assert shown([(METHOD, text)], marks, 99) == "모델을 쓴다. 뒷말이다. 더 긴 뒷말이다."


def test_without_a_query_the_first_sentences_are_shown() -> None:
    assert begun("\n 첫 문장. 둘째 문장.", 6).text == "첫 문장."
    assert begun("첫 문장. 둘째 문장.", 99) == Snippet("첫 문장. 둘째 문장.", (), None)
    assert begun("아주 긴 문장이다", 5).text == "아주 긴…"
    assert begun(" \n", 9).text == ""


@pytest.mark.parametrize("width", [10, 20, 40, 80])
def test_no_more_is_shown_than_there_is_room_for_and_the_words_are_in_it(width: int) -> None:
    marks = Highlighter((word("두루미"),))
    for before in (0, 1, 5, 30):
        for behind in (0, 1, 5, 30):
            text = "앞말 " * before + "두루미" + " 뒷말" * behind
            best = snippet([(METHOD, text)], marks, width)
            assert best is not None
            assert len(best.text.strip("…")) <= max(width, 3)
            assert [best.text[start:end] for start, end in best.spans] == ["두루미"]
            if len(text) <= width:
                assert best.text == text


def test_a_pattern_is_made_once_for_the_same_pieces() -> None:
    assert pattern(word("두루미")) is pattern(word("두루미"))


def test_what_is_shown_ends_with_dots_only_where_something_was_left_out() -> None:
    marks = Highlighter((word("두루미"),))
    assert shown([(METHOD, "앞말 " * 30 + "두루미")], marks, 20).endswith(" 두루미")
    assert shown([(METHOD, "앞말 " * 30 + "두루미")], marks, 20).startswith("…")
    assert shown([(METHOD, "두루미" + " 뒷말" * 30)], marks, 20).startswith("두루미 ")
    assert shown([(METHOD, "두루미" + " 뒷말" * 30)], marks, 20).endswith("…")
    assert shown([(METHOD, "앞말 " * 30 + "두루미 뒷말")], marks, 20).endswith(" 두루미 뒷말")
    assert shown([(METHOD, "앞말 두루미 뒷말")], marks, 20) == "앞말 두루미 뒷말"
