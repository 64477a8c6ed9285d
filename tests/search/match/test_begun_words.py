"""What the word being typed may become, in a library of a few texts."""

import pytest

from reader.search.match.completion import terms
from reader.search.match.full_scan import Scan, ScannedLexicon
from tests.search.documents import document


def begun(typed: str, *texts: str) -> list[str]:
    lexicon = ScannedLexicon(Scan([document(str(n), "T", text) for n, text in enumerate(texts)]))
    return [word for word, _ in terms(typed, lexicon, 3)]


@pytest.mark.parametrize(
    ("texts", "offered"),
    [
        (["주름망을", "주름망이", "주름망에서는"], ["주름망"]),
        (["주름망하는 주름망하고 주름망하여 주름망된다"], ["주름망"]),  # a noun made a verb
        (["주름망에서", "주름망에 있다"], ["주름망"]),  # no form of a verb
        (["주름망함에 있다"], ["주름망"]),
        (["주름망은", "주름망은 크다"], ["주름망은"]),  # as far as anybody can tell
        (["주름망은", "주름망 크다"], ["주름망"]),
        (["주름망은", "주름망을 편다"], ["주름망"]),
    ],
)
def test_a_noun_is_offered_without_what_stands_behind_it(texts: list[str], offered: list[str]) -> None:
    assert begun("주름", *texts) == offered


def test_no_stem_of_a_verb_is_offered_cut_in_the_middle() -> None:
    assert begun("구기", "구기는 일", "구기며 편다") == ["구기는", "구기며"]
    assert begun("주름망하", "주름망하는 일") == ["주름망하는"]


def test_what_is_begun_is_counted_in_documents() -> None:
    lexicon = ScannedLexicon(Scan([document(str(n), "T", "주름망을 편다. 주름망") for n in range(3)]))
    assert terms("주름", lexicon, 3) == [("주름망", 3)]
