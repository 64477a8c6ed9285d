"""Which papers and which kinds of mark a change is about."""

import pytest

from reader.posts.model import PaperKey
from reader.ui.session.mark_edits import ALL_KINDS, MarksChange

ONE, OTHER = PaperKey("2501.00001"), PaperKey("2501.00002")


@pytest.mark.parametrize(
    ("change", "key", "kinds", "concerns"),
    [
        (MarksChange(ALL_KINDS), ONE, (), True),
        (MarksChange(ALL_KINDS), ONE, ("noted",), True),
        (MarksChange(ALL_KINDS), None, (), False),
        (MarksChange(frozenset({"noted"}), frozenset({ONE})), ONE, (), True),
        (MarksChange(frozenset({"noted"}), frozenset({ONE})), OTHER, (), False),
        (MarksChange(frozenset({"noted"}), frozenset({ONE})), ONE, ("read", "noted"), True),
        (MarksChange(frozenset({"noted"}), frozenset({ONE})), ONE, ("read",), False),
        (MarksChange(frozenset({"noted"})), OTHER, ("read",), False),
        (MarksChange(frozenset({"noted"})), OTHER, ("noted",), True),
    ],
)
def test_a_change_concerns_its_papers_and_its_kinds(
    change: MarksChange, key: PaperKey | None, kinds: tuple[str, ...], concerns: bool
) -> None:
    assert change.concerns(key, *kinds) is concerns


def test_all_kinds_are_those_of_papers_and_three_more() -> None:
    assert {"bookmarked", "read", "noted", "labelled", "searches", "watched", "names"} <= ALL_KINDS
