"""What was sent into which library of Zotero, and the key that a person allowed for good: a file of the profile's.

Two windows and a command may send at the same time: each change is made of what the file says then, by one process at
a time, so that none takes another's lines away.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

from reader.base.errors import ReaderError, reason_of
from reader.base.files import one_at_a_time, read_whole, write_whole
from reader.posts.model import PaperKey
from reader.services.exporting import told
from reader.zotero.client import Permission, Target


class _Kept(NamedTuple):
    """What the file says."""

    sent: dict[str, list[str]]  # keys of papers, by the library
    keys: dict[str, str]  # to write with, by the instance of Zotero


class Ledger:
    """One such file. Every method raises ReaderError."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = self._read()

    def has(self, target: Target, key: PaperKey) -> bool:
        """Whether a paper was sent into a library, by anybody before this was opened or by us."""
        return key in self._kept.sent.get(target.library, ())

    def add(self, target: Target, keys: Iterable[PaperKey]) -> None:
        """Papers were sent."""

        def changed(kept: _Kept) -> _Kept:
            known = kept.sent.get(target.library, [])
            return kept._replace(sent={**kept.sent, target.library: list(dict.fromkeys([*known, *keys]))})

        self._change(changed)

    def permission(self, server_id: str) -> Permission | None:
        """The key that an instance of Zotero gave for good."""
        key = self._kept.keys.get(server_id)
        return None if key is None else Permission(key, lasts=True)

    def keep_permission(self, server_id: str, permission: Permission) -> None:
        """Keep that key, and no other."""
        if self._kept.keys != {server_id: permission.key}:
            self._change(lambda kept: kept._replace(keys={server_id: permission.key}))

    def forget_permission(self) -> None:
        """The key is none any more."""
        self._change(lambda kept: kept._replace(keys={}))

    def _change(self, change: Callable[[_Kept], _Kept]) -> None:
        with told(self._path), one_at_a_time(self._path):
            self._kept = change(self._read())
            write_whole(self._path, json.dumps(self._kept._asdict(), ensure_ascii=False, indent=1))
            self._path.chmod(0o600)  # a key is in it

    def _read(self) -> _Kept:
        try:
            said = json.loads(read_whole(self._path))
        except FileNotFoundError:
            return _Kept({}, {})
        except OSError as error:
            raise self._unread(reason_of(error)) from error
        except ValueError as error:
            raise self._unread(str(error)) from error
        if not isinstance(said, dict):
            raise self._unread("it is not what was written there")
        return _Kept(
            {name: papers for name, papers in _lines(said.get("sent")) if _is_texts(papers)},
            {name: key for name, key in _lines(said.get("keys")) if isinstance(key, str)},
        )

    def _unread(self, reason: str) -> ReaderError:
        return ReaderError(f"{self._path} cannot be read: {reason}. Delete it to send anew.")


def _lines(value: object) -> Iterable[tuple[str, Any]]:
    return value.items() if isinstance(value, dict) else ()


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)
