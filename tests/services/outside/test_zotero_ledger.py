"""What was sent to Zotero is remembered, whoever sends beside us."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey
from reader.services.outside.zotero_ledger import Ledger
from reader.zotero.client import Permission, Target

HERE = Target("My Library", "", is_own=True, editable=True)


def test_eight_who_send_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "zotero.json"
    together = Barrier(8)

    def send(number: int) -> None:
        ledger = Ledger(path)
        together.wait()
        for each in range(5):
            ledger.add(HERE, [PaperKey(f"2501.{number}{each:04d}")])

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(8)))
    known = Ledger(path)
    assert all(known.has(HERE, PaperKey(f"2501.{number}{each:04d}")) for number in range(8) for each in range(5))


def test_a_key_that_is_kept_takes_nothing_from_what_was_sent(tmp_path: Path) -> None:
    path = tmp_path / "zotero.json"
    ours, theirs = Ledger(path), Ledger(path)
    theirs.add(HERE, [PaperKey("2501.00001")])
    ours.keep_permission("server", Permission("key", lasts=True))
    again = Ledger(path)
    assert again.has(HERE, PaperKey("2501.00001"))
    assert again.permission("server") == Permission("key", lasts=True)
    again.forget_permission()
    assert Ledger(path).permission("server") is None
    assert Ledger(path).has(HERE, PaperKey("2501.00001"))


def test_the_key_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "zotero.json"
    Ledger(path).keep_permission("server", Permission("key", lasts=True))
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("text", ["", "[1]", "{", "3"])
def test_a_file_of_somebody_else_is_said(tmp_path: Path, text: str) -> None:
    path = tmp_path / "zotero.json"
    path.write_text(text)
    with pytest.raises(ReaderError, match=r"cannot be read: .*Delete it"):
        Ledger(path)


def test_what_does_not_fit_in_it_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "zotero.json"
    path.write_text(json.dumps({"sent": {"My Library": ["a"], "Other": 3}, "keys": [1]}))
    ledger = Ledger(path)
    assert ledger.has(HERE, PaperKey("a"))
    assert ledger.permission("server") is None
