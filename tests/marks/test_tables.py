"""What was taken back goes into a file of marks too: else another computer would bring it back."""

from pathlib import Path

import pytest

from reader.base.errors import ReaderError
from reader.marks.portable import read_zip, write_zip
from reader.marks.store import MarkStore
from tests.marks.conftest import FakeClock


def test_words_searches_and_names_that_were_taken_back_are_so_on_the_other_computer(
    store: MarkStore, clock: FakeClock, tmp_path: Path
) -> None:
    carried = tmp_path / "carried.zip"
    with MarkStore(tmp_path / "other" / "marks.sqlite", tmp_path / "other" / "backups", clock=clock) as other:
        store.watch_word("접기", "watch")
        store.save_search("FID", "fid<2")
        store.judge_pair("접기", "folding", "same")
        write_zip(store, carried)
        other.merge(read_zip(carried))
        assert (len(other.watched_words()), len(other.saved_searches()), len(other.judged_pairs())) == (1, 1, 1)

        clock.move(hours=1)
        store.forget_word("접기")
        store.remove_search("FID")
        store.judge_pair("접기", "folding", None)
        write_zip(store, carried)
        assert read_zip(carried) == store.portable()
        other.merge(read_zip(carried))
        assert (other.watched_words(), other.saved_searches(), other.judged_pairs()) == ((), (), ())


def test_one_name_is_no_pair(store: MarkStore) -> None:
    with pytest.raises(ReaderError) as told:
        store.judge_pair("FID", "fid", "same")
    assert str(told.value) == "'FID' is one name. Type another that means the same."
