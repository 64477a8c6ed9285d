"""What a document is in the index: where each of its terms stands, and what it is told apart by."""

from datetime import date

from reader.posts.model import PaperKey, SectionKind
from reader.search.store.schema import SLOT, decode, paper_number, row, slot_of, squeezed, term_positions
from tests.search.documents import document


def test_a_section_has_a_slot_of_its_own_and_the_title_the_first() -> None:
    assert [slot_of(kind) for kind in (None, *SectionKind)] == list(range(len(SectionKind) + 1))
    made = row(document("1", "Crane", method="heron", results="heron crane"))
    assert term_positions(made["text"]) == {
        "crane": [0, slot_of(SectionKind.RESULTS) * SLOT + 1],
        "heron": [slot_of(SectionKind.METHOD) * SLOT, slot_of(SectionKind.RESULTS) * SLOT],
    }


def test_sections_of_one_kind_are_apart_and_in_whichever_order_positions_ascend() -> None:
    places = term_positions([(2, "red"), (2, "crane"), (1, "red"), (0, "crane")])
    assert places["red"] == [SLOT, 2 * SLOT]
    assert places["crane"][0] == 0
    assert places["crane"][1] - 2 * SLOT > 8  # no phrase runs over both


def test_what_does_not_fit_in_its_slot_runs_on_in_the_last_one_and_positions_still_ascend() -> None:
    places = term_positions([(1, "w " * SLOT + "crane"), (3, "crane")])
    assert places["crane"] == [3 * SLOT, 7 * SLOT]
    assert places["w"] == list(range(SLOT, 2 * SLOT))


def test_a_document_is_told_by_its_columns() -> None:
    made = row(document("7", "3D-RE-GEN: a Test", day=date(2025, 1, 2), tags=("NLP", "로봇 팔")))
    assert (made["id"], made["arxiv"], made["tags"]) == (["7"], ["2501.00007"], ["nlp", "로봇 팔"])
    assert (made["title"], made["day"], made["number"]) == (b"3dregenatest", date(2025, 1, 2).toordinal(), 1)
    assert row(document("x", day=None))["day"] == 0 and row(document("x"))["arxiv"] == []
    assert squeezed("3D RE GEN (a test)") == "3dregenatest"
    assert paper_number(PaperKey("a")) != paper_number(PaperKey("b")) < 1 << 64
    assert list(decode(b"\x01\0\0\0\x02\0\0\0")) in ([1, 2], [1 << 24, 2 << 24])
