"""Terms of papers, and which of them rise."""

from reader.across.newcomers import benchmark_introduced
from reader.across.terms import Terms
from reader.across.trends import counts_of, new_terms, rising_terms, without_parts

CONCEPTS = {"확산 모델": "확산", "diffusion": "확산", "확산": "확산", "diffusion model": "확산"}


def terms(title: str, line: str = "") -> set[str]:
    return Terms(lambda words: CONCEPTS.get(words.casefold(), ""), {"확산", "diffusion"}).of(title, line)


def test_words_and_pairs_of_a_title_are_terms_and_those_that_say_nothing_are_not() -> None:
    assert terms("Towards Efficient World Models with Gaussian Splats") == {
        "world",
        "world model",
        "efficient world",
        "gaussian",
        "splat",
        "gaussian splat",
    }


def test_a_colon_parts_two_words() -> None:
    assert "dreamer world" not in terms("Dreamer: World Models")


def test_a_concept_is_one_term_in_both_languages() -> None:
    assert "확산" in terms("Fast Diffusion")
    assert "확산" in terms("Robots", "확산 모델을 제안하였다")
    assert "diffusion" not in terms("Fast Diffusion")


def test_of_a_korean_sentence_names_are_terms() -> None:
    assert terms("", "본 논문은 QK-VAE를 제안하여 성능을 크게 높였다") == {"qk-vae"}


def test_what_more_papers_have_than_before_rises() -> None:
    found = rising_terms({"agent": 20, "gan": 2, "image": 30}, 100, {"agent": 10, "gan": 200, "image": 300}, 1000)
    assert [term for term, _ in found] == ["agent"]


def test_a_term_of_two_papers_does_not_beat_one_of_twenty() -> None:
    found = rising_terms({"agent": 20, "rare": 2}, 100, {"agent": 20, "rare": 1}, 1000)
    assert next(term for term, _ in found) == "agent"


def test_without_papers_before_nothing_rises() -> None:
    assert rising_terms({"agent": 20}, 100, {}, 0) == []


def test_a_term_of_one_paper_is_a_name_of_its_own() -> None:
    assert new_terms({"agent": 1, "splat": 2, "world": 3}, {"world"}) == ["splat"]


def test_words_that_only_stand_in_a_pair_are_left_out() -> None:
    counts = {"browsing": 3, "agent": 9, "browsing agent": 3}
    assert without_parts(list(counts), counts) == ["agent", "browsing agent"]


def test_papers_are_counted_not_words() -> None:
    assert counts_of([{"a", "b"}, {"a"}]) == {"a": 2, "b": 1}


def test_a_benchmark_is_introduced_by_a_title_that_names_it() -> None:
    assert benchmark_introduced("HERBench: Multi-Evidence Integration in Videos") == "HERBench"
    assert benchmark_introduced("Lumen: A Benchmark for Night Vision") == "Lumen"
    assert benchmark_introduced("Dreamer: World Models at Scale") == ""
    assert benchmark_introduced("A Benchmark for Night Vision") == ""


def test_a_term_that_all_papers_have_does_not_rise() -> None:
    assert rising_terms({"paper": 3}, 3, {"paper": 3}, 3) == []
