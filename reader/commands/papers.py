"""`show`, `bookmark`, `read` and `note`: one paper from the command line."""

import argparse
from collections.abc import Iterable
from functools import partial
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reader.arxiv.model import Details
from reader.base.errors import ReaderError, reason_of
from reader.base.links import ArxivId, paper_links
from reader.commands.naming import keys_of
from reader.commands.output import print_json, standard_input
from reader.library import paper_json
from reader.library.model import Appearance, PaperRecord
from reader.marks.model import Highlight, PaperMarks
from reader.posts.model import PaperKey
from reader.posts.plain import plain_text
from reader.services.profile import Profile


def show_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print papers as text, Markdown, HTML or JSON, one object a line."""
    for number, key in enumerate(keys_of(profile, given.keys)):
        if number and given.format != "json":
            print()
        _show(profile, key, given.format)
    return 0


def _show(profile: Profile, key: PaperKey, form: str) -> None:
    if form == "json":
        print_json(shown_json(profile, key))
        return
    record = _record(profile, key)
    marks = profile.marks.marks_of(key)
    match form:
        case "md":
            print(as_markdown(record, marks, _authors(profile, record)))
        case "html":
            print(_as_html(profile, record.appearances[0]))
        case _:
            print(plain_text(as_markdown(record, marks, _authors(profile, record))))


def shown_json(profile: Profile, key: PaperKey) -> dict[str, Any]:
    """All that is known of a paper. Raises ReaderError."""
    record = _record(profile, key)
    details = profile.details.of(record.arxiv_id) if record.arxiv_id else None
    return _as_json(record, profile.marks.marks_of(key), profile.marks.highlights_of(key), details)


def bookmark_command(profile: Profile, given: argparse.Namespace) -> int:
    """Bookmark papers, or no longer."""
    keys = keys_of(profile, given.keys)
    profile.marks.set_bookmarks(keys, not given.remove)
    profile.remember(keys)
    return _say(profile, keys, as_json=given.json)


def read_command(profile: Profile, given: argparse.Namespace) -> int:
    """Mark papers as read, or unread."""
    keys = keys_of(profile, given.keys)
    profile.marks.set_read(keys, not given.remove)
    return _say(profile, keys, as_json=given.json)


def note_command(profile: Profile, given: argparse.Namespace) -> int:
    """Write, remove or print a paper's note."""
    key = profile.key_of(given.key)
    text = _note_text(given)
    if text is None:
        note = profile.marks.marks_of(key).note
        if given.json:
            return _say(profile, [key], as_json=True)
        print(note)
        return 0
    profile.marks.set_note(key, text)
    profile.remember([key])
    return _say(profile, [key], as_json=given.json)


def _note_text(given: argparse.Namespace) -> str | None:
    if given.remove:
        return ""
    if given.file is None:
        return str(given.text) if given.text is not None else None
    try:
        if str(given.file) == "-":
            return standard_input().decode("utf-8-sig")
        return str(given.file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ReaderError(f"The note's file {given.file} cannot be read: {reason_of(error)}.") from error
    except UnicodeDecodeError as error:
        raise ReaderError(f"The note's file {given.file} is not UTF-8 text. Save it as UTF-8.") from error


def _say(profile: Profile, keys: Iterable[PaperKey], *, as_json: bool) -> int:
    for key in keys:
        marks = profile.marks.marks_of(key)
        state = {"key": key, "bookmarked": bool(marks.bookmarked), "read": bool(marks.read), "note": marks.note}
        if as_json:
            print_json(state)
        else:
            words = [name for name in ("bookmarked", "read") if state[name]] + (["noted"] if marks.note else [])
            print(f"{key}: {', '.join(words) or 'no marks'}")
    return 0


def _record(profile: Profile, key: PaperKey) -> PaperRecord:
    record = profile.listing.record(key)
    if record is not None:
        return record
    snapshot = profile.marks.snapshots([key]).get(key)
    if snapshot is None:
        raise ReaderError(f"The text of {key} is no longer known.")
    try:
        return paper_json.record_from_json(snapshot)
    except ValueError as error:
        raise ReaderError(f"The last text of {key} was kept by another version; this one cannot read it.") from error


def _as_json(
    record: PaperRecord, marks: PaperMarks, highlights: tuple[Highlight, ...], details: Details | None
) -> dict[str, Any]:
    paper = record.appearances[0].paper
    identifier = ArxivId(record.arxiv_id) if record.arxiv_id else None
    alphaxiv = next((a.paper.alphaxiv for a in record.appearances if a.paper.alphaxiv), None)
    links = paper_links(identifier, paper.link, alphaxiv)
    return {
        "key": record.key,
        "arxiv_id": record.arxiv_id,
        "title": record.title,
        "date": record.day.isoformat() if record.day else None,
        "gone": record.gone,
        "links": links._asdict(),
        "bookmarked": bool(marks.bookmarked),
        "read": bool(marks.read),
        "note": marks.note,
        "revisit": {"due": marks.revisit.due.isoformat(), "step": marks.revisit.step} if marks.revisit else None,
        "labels": list(marks.labels),
        "highlights": [{**each._asdict(), "made": each.made.isoformat()} for each in highlights],
        "arxiv": details_json(details),
        "appearances": [_appearance(appearance) for appearance in record.appearances],
    }


def details_json(details: Details | None) -> dict[str, Any] | None:
    """What arXiv said of a paper; None where it was not asked."""
    if details is None:
        return None
    days = {
        name: day.isoformat() if day else None
        for name, day in (("published", details.published), ("updated", details.updated))
    }
    lists = {"authors": list(details.authors), "categories": list(details.categories)}
    return {**details._asdict(), **days, **lists}


def _appearance(appearance: Appearance) -> dict[str, Any]:
    paper = appearance.paper
    return {
        "post": appearance.post,
        "post_title": appearance.post_title,
        "source": appearance.source,
        "date": appearance.day.isoformat() if appearance.day else None,
        "published": appearance.published.isoformat() if appearance.published else None,
        "number": paper.number,
        "title": paper.title,
        "raw_title": paper.raw_title,
        "link": paper.link,
        "arxiv_version": paper.arxiv_version,
        "tags": list(appearance.tags),
        "points": {
            "goal": paper.points.goal,
            "motivation": paper.points.motivation,
            "contribution": paper.points.contribution,
        },
        "sections": [
            {
                "kind": section.kind.value,
                "heading": section.heading,
                "markdown": section.markdown,
                "text": plain_text(section.markdown),
                "nothing_known": section.nothing_known,
            }
            for section in paper.sections
        ],
        "warnings": [{"line": r.line, "code": r.code, "message": r.message} for r in appearance.remarks],
    }


def _as_html(profile: Profile, appearance: Appearance) -> str:
    from reader.render import page  # only this form needs them
    from reader.render.embedded import embedded
    from reader.render.sheet import Look
    from reader.render.theme import LIGHT
    from reader.services.pictures.bringing import unpacked

    with TemporaryDirectory() as folder:
        find = partial(unpacked(profile, Path(folder)), source=appearance.source, post=appearance.post)
        written = page.page(appearance.paper, Look(LIGHT, scrolls=True), is_page=appearance.is_page, find_picture=find)
        html = embedded(written)
    title = escape(appearance.paper.title)  # the window shows these above the page
    head = f'<head><meta charset="utf-8"><title>{title}</title>'
    return html.replace("<head>", head, 1).replace("<body>", f"<body>\n<h1>{title}</h1>", 1)


def _authors(profile: Profile, record: PaperRecord) -> str:
    details = profile.details.of(record.arxiv_id) if record.arxiv_id else None
    return ", ".join(details.authors) if details else ""


def as_markdown(record: PaperRecord, marks: PaperMarks, authors: str = "") -> str:
    """A paper's latest appearance with its authors, links and the note, as Markdown."""
    appearance = record.appearances[0]
    paper = appearance.paper
    links = paper_links(ArxivId(record.arxiv_id) if record.arxiv_id else None, paper.link, paper.alphaxiv)
    lines = [f"# {paper.raw_title}", "", *([authors, ""] if authors else [])]
    lines += [f"- {link}" for link in (links.arxiv, links.alphaxiv, links.other) if link]
    lines += [f"- {appearance.post_title} #{paper.number}" if paper.number else f"- {appearance.post}", ""]
    for section in paper.sections:
        lines += [f"## {section.heading}", ""] if section.heading else []
        lines += [section.markdown, ""]
    if marks.note:
        lines += ["## Note", "", marks.note, ""]
    return "\n".join(lines).rstrip()
