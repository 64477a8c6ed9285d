"""Whether there is a newer version: what an address given in the settings answers, read and compared. No network here.

The answer is JSON, {"version": "0.2.0", "page": "https://…"}, or what GitHub says of a repository's newest release:
https://docs.github.com/en/rest/releases/releases#get-the-latest-release
"""

import json
import re
from typing import NamedTuple
from urllib.parse import urlsplit

from reader.base.errors import ReaderError

LARGEST = 256 * 1024  # bytes of an answer; GitHub's are some 10 KB

_VERSION = re.compile(r"v?(\d+(?:\.\d+)*)(.*)")


class Release(NamedTuple):
    """The newest version there is, and the page that tells of it ("" without one)."""

    version: str
    page: str = ""


def may_ask(address: str) -> bool:
    """Whether an address may be asked: https alone, so that nobody on the way can answer; plainly on this machine."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in ("localhost", "127.0.0.1"))
    )


def read_release(answer: bytes) -> Release:
    """The release an answer tells of. Raises ReaderError for an answer that tells of none."""
    try:
        said = json.loads(answer)
        version = said.get("version") or said.get("tag_name")
        page = said.get("page") or said.get("html_url") or ""
    except (ValueError, AttributeError, RecursionError):
        version = page = None
    if not isinstance(version, str) or not isinstance(page, str) or not _VERSION.fullmatch(version):
        raise ReaderError("The address for updates answers with something else. Check it in the settings.")
    return Release(version.removeprefix("v"), page if urlsplit(page).scheme == "https" else "")


def is_newer(other: str, ours: str) -> bool:
    """Whether one version is newer than another: by its numbers, and a plain 1.0 is newer than 1.0rc1."""
    return _order(other) > _order(ours)


def _order(version: str) -> tuple[list[int], bool, str]:
    found = _VERSION.fullmatch(version)
    numbers = [int(part) for part in found[1].split(".")] if found else []
    while numbers and numbers[-1] == 0:
        numbers.pop()
    rest = found[2] if found else version
    return numbers, not rest, rest
