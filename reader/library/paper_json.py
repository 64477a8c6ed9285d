"""Papers as JSON text and back, for the catalogue and for the last known text of marked papers.

Lines and remarks travel as plain lists. A field that is missing from the text of another version gets its default.
"""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from reader.library.model import Appearance, PaperRecord
from reader.posts.model import Paper, PaperKey, Points, Remark, Section, SectionKind


def paper_to_json(paper: Paper) -> str:
    """A paper as one line of JSON."""
    return json.dumps(_paper(paper), ensure_ascii=False, separators=(",", ":"))


def paper_from_json(text: str) -> Paper:
    """The paper that `paper_to_json` wrote."""
    return _read_paper(json.loads(text))


def remarks_to_json(remarks: Iterable[Remark]) -> str:
    """Remarks as JSON: [line, code, message] each."""
    return json.dumps([[r.line, r.code, r.message] for r in remarks], ensure_ascii=False)


def remarks_from_json(text: str) -> tuple[Remark, ...]:
    """The remarks that `remarks_to_json` wrote."""
    return tuple(Remark(*values) for values in json.loads(text))


def record_to_json(record: PaperRecord) -> str:
    """A paper with all its appearances, as it is kept beside the marks."""
    appearances = [
        {
            "post": a.post,
            "source": a.source,
            "post_title": a.post_title,
            "day": a.day.isoformat() if a.day else None,
            "published": a.published.isoformat() if a.published else None,
            "tags": a.tags,
            "paper": _paper(a.paper),
        }
        for a in record.appearances
    ]
    return json.dumps({"version": 1, "key": record.key, "appearances": appearances}, ensure_ascii=False)


def record_from_json(text: str) -> PaperRecord:
    """The record that `record_to_json` wrote, marked as gone. Raises ValueError on other text."""
    try:
        values = json.loads(text)
        appearances = tuple(_read_appearance(a) for a in values["appearances"])
        latest = appearances[0]
    except (KeyError, IndexError, TypeError, AttributeError) as error:
        raise ValueError(f"no record of a paper: {text[:80]!r}") from error
    return PaperRecord(
        PaperKey(values["key"]), latest.paper.arxiv_id, latest.paper.title, latest.day, appearances, gone=True
    )


def _read_appearance(values: dict[str, Any]) -> Appearance:
    return Appearance(
        id=0,
        post=values["post"],
        source=values["source"],
        post_title=values["post_title"],
        day=read_day(values["day"]),
        published=read_moment(values["published"]),
        tags=tuple(values["tags"]),
        paper=_read_paper(values["paper"]),
    )


def read_day(text: str | None) -> date | None:
    """A day from its ISO text."""
    return date.fromisoformat(text) if text else None


def read_moment(text: str | None) -> datetime | None:
    """A zone-aware moment from its ISO text."""
    return datetime.fromisoformat(text) if text else None


def _paper(paper: Paper) -> dict[str, Any]:
    points = paper.points
    return {
        "key": paper.key,
        "number": paper.number,
        "title": paper.title,
        "raw_title": paper.raw_title,
        "link": paper.link,
        "arxiv_id": paper.arxiv_id,
        "arxiv_version": paper.arxiv_version,
        "alphaxiv": paper.alphaxiv,
        "sections": [
            [s.kind.value, s.heading, s.markdown, s.lines.start, s.lines.stop, s.nothing_known] for s in paper.sections
        ],
        "points": [points.goal, points.motivation, points.contribution, points.rest],
        "lines": [paper.lines.start, paper.lines.stop],
    }


def _read_paper(values: dict[str, Any]) -> Paper:
    return Paper(
        key=PaperKey(values["key"]),
        number=values["number"],
        title=values["title"],
        raw_title=values["raw_title"],
        link=values["link"],
        arxiv_id=values["arxiv_id"],
        arxiv_version=values["arxiv_version"],
        alphaxiv=values["alphaxiv"],
        sections=tuple(
            Section(SectionKind(kind), heading, markdown, range(start, stop), nothing)
            for kind, heading, markdown, start, stop, nothing in values["sections"]
        ),
        points=Points(*values["points"]),
        lines=range(*values["lines"]),
    )
