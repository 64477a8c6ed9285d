"""No input loses a word, whatever heads, headings and links are put together (fuzz.py makes them; run it for more)."""

from reader.posts.parse import parse
from tests.posts.fuzz import failures, lost, made


def test_no_word_of_2000_inputs_is_lost() -> None:
    assert [f"seed {seed}: {wrong}" for seed, _, wrong in failures(2_000, seed=1)] == []


def test_a_word_that_is_lost_is_found_out() -> None:
    post = parse("# 1. [Slow Kettles](https://arxiv.org/abs/2601.91011)\n\n물이 끓는다.\n".encode(), "note.md")
    assert lost("# 1. [Slow Kettles] 물이 끓는다. 김이 난다.", post) == {"김이", "난다"}


def test_a_seed_makes_the_same_input_again() -> None:
    assert made(7) == made(7) != made(8)
