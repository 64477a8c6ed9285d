"""The grammar on sentences with the numbers that a person reads in them: eight sets, the later ones written unseen."""

from pathlib import Path

import pytest

from tests.numbers.scoring import TRUTH, Score, cases, score

SETS = sorted(TRUTH.glob("*.txt"))


def told(found: Score) -> str:
    return "\n".join([f"precision {found.precision:.3f}, recall {found.recall:.3f}", *found.wrong])


def test_the_truth_is_more_than_two_hundred_sentences() -> None:
    assert sum(len(cases(file)) for file in SETS) >= 500


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.stem)
def test_what_is_found_is_what_a_person_reads(file: Path) -> None:
    found = score(cases(file))

    assert found.precision >= 0.97, told(found)
    assert found.recall >= 0.92, told(found)


def test_sentences_without_a_measurement_give_none() -> None:
    silent = [case for file in SETS for case in cases(file) if not case.expected]

    assert len(silent) > 30
    assert not score(silent).wrong


def test_a_wrong_reading_is_counted_as_one() -> None:
    (case, *_) = cases(TRUTH / "first.txt")
    missed = case._replace(expected=[case.expected[0]._replace(value=case.expected[0].value + 1)])

    found = score([missed])

    assert (found.right, found.found, found.wanted) == (0, 1, 1)
