"""`check`: what is understood of files, what was taken for what, and what was passed over."""

import argparse
from collections.abc import Collection
from pathlib import Path
from typing import Any, NamedTuple

from reader.base.errors import ReaderError, reason_of
from reader.commands.output import print_json
from reader.library.sources import PostFile, clean_name, read_post, scan_folder
from reader.library.sync import NO_HEAD
from reader.posts.explained import as_json, in_words, known_by
from reader.posts.parse import Reading, read
from reader.services.profile import Profile

_SHOWN = 20  # files shown for one reason


class _Checked(NamedTuple):
    """What came of the paths that were asked for."""

    files: list[tuple[Path, Reading]]
    passed: list[tuple[Path, str]]  # files and folders that are no posts, and why
    hidden: list[str]  # what could not be looked into, in words


def check_command(profile: Profile, given: argparse.Namespace) -> int:  # noqa: ARG001  # every command takes both
    """Say what is understood of files."""
    checked = _Checked([], [], [])
    for path in given.paths:
        for file in _files(path, checked):
            _check(file, given.paths, checked)
    if given.around:
        _look_around(given.around, checked)
    if given.events:
        _tell(checked)
    elif given.json:
        print_json(_as_json(checked))
    else:
        _print(checked)
    if checked.hidden:
        raise ReaderError(_hidden(checked))
    return 0


def _tell(checked: _Checked) -> None:
    if checked.hidden:
        print_json({"event": "failed", "message": _hidden(checked)})
    else:
        print_json({"event": "done", **_as_json(checked)})


def _as_json(checked: _Checked) -> dict[str, Any]:
    return {
        "files": [{"path": str(path), **_understood(reading)} for path, reading in checked.files],
        "passed_over": [{"path": str(path), "why": why} for path, why in checked.passed],
    }


def _hidden(checked: _Checked) -> str:
    more = f", and {len(checked.hidden) - 1} more" if len(checked.hidden) > 1 else ""
    return f"{checked.hidden[0]}{more}. Check the path and its rights."


def _look_around(folder: Path, checked: _Checked) -> None:
    """Note what a folder has that is no post; its posts are not read."""
    for file in _files(folder, checked) if folder.is_dir() else ():
        if file.needs_head:
            _check(file, (), checked._replace(files=[]))


def _print(checked: _Checked) -> None:
    for path, reading in checked.files:
        post = reading.post
        print(f"{path}: {post.title} ({post.day or 'no date'}), {len(post.papers)} papers")
        for sentence in in_words(reading):
            print(f"  {sentence}")
        for paper in post.papers:
            print(f"  {paper.number:3} {paper.key:14} {paper.title}  [by its {known_by(paper)}]")
        for remark in post.remarks:
            print(f"  line {remark.line}: {remark.message}")
    reasons: dict[str, list[Path]] = {}
    for path, why in checked.passed:
        reasons.setdefault(why, []).append(path)
    for why, paths in reasons.items():
        more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
        print(f"Passed over, {why}: {', '.join(map(str, paths[:_SHOWN]))}{more}")


def _files(path: Path, checked: _Checked) -> list[PostFile]:
    """The posts of a folder, or a file whatever it is; what is passed over or cannot be read is noted."""
    if not path.is_dir():
        return [PostFile(clean_name(path.name), str(path), size=0, mtime_ns=0)]
    scan = scan_folder(path.resolve())
    checked.hidden.extend(f"{path / name} cannot be looked into: {why}" for name, why in scan.unreadable)
    checked.passed.extend((path / name, why) for name, why in scan.passed)
    return scan.files


def _check(file: PostFile, asked: Collection[Path], checked: _Checked) -> None:
    """Read a file, unless it cannot be read, or is not a post and was not asked for by name."""
    try:
        source = file.path.read_bytes() if file.path in asked else read_post(file)
    except OSError as error:
        checked.hidden.append(f"{file.path} cannot be read: {reason_of(error)}")
        return
    if source is None:
        checked.passed.append((file.path, NO_HEAD))
    else:
        checked.files.append((file.path, read(source, file.name)))


def _understood(reading: Reading) -> dict[str, Any]:
    post = reading.post
    return {
        "title": post.title,
        "date": post.day.isoformat() if post.day else None,
        "published": post.published.isoformat() if post.published else None,
        "tags": list(post.tags),
        "papers": [
            {
                "number": paper.number,
                "key": paper.key,
                "arxiv_id": paper.arxiv_id,
                "title": paper.title,
                "link": paper.link,
                "sections": [section.kind.value for section in paper.sections],
                "points": [name for name in ("goal", "motivation", "contribution") if getattr(paper.points, name)],
            }
            for paper in post.papers
        ],
        "understood": as_json(reading),
        "explained": in_words(reading),
        "warnings": [{"line": r.line, "code": r.code, "message": r.message} for r in post.remarks],
    }
