"""Libraries of any size for pictures: the sample library's papers with other numbers, days, ids and titles.

In: a folder, and how many papers. Out: posts of ten papers, one for each working day up to the sample's last one. The
first papers are the sample's own; others take their parts from several of them. The newest posts are about a few papers
of the sample only, so that some terms rise, and every fourth post has a paper of a newer one as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from facts import ROOT

SAMPLE = ROOT / "resources" / "sample" / "_posts"
LAST = date(2025, 11, 7)
A_POST = 10  # papers
AGAIN = 4  # posts
NEWEST, ABOUT = 60, 9  # so many papers are about so many of the sample
SILENT = 9  # each of so many papers says nothing of its limitations

_HEADING = re.compile(r"^# \d+\. \[(?P<title>[^\]]+)\]\((?P<link>[^)]+)\)$", re.MULTILINE)
_SECTION = re.compile(r"^## (?P<name>\w+)\s*$", re.MULTILINE)
_DECIMAL = re.compile(r"\d+\.\d+")


class Written(NamedTuple):
    """A paper of the sample."""

    title: str
    sections: dict[str, str]


def write_copies(folder: Path, papers: int) -> None:
    """Write a library of so many papers."""
    folder.mkdir(parents=True, exist_ok=True)
    known = list(_known())
    posts = list(zip(range(0, papers, A_POST), _working_days(), strict=False))
    for at, (begin, day) in enumerate(posts):
        texts = [_paper(known, n, day, 1 + n - begin) for n in range(begin, min(begin + A_POST, papers))]
        if at and at % AGAIN == 0:
            again, newer = posts[at - AGAIN]
            texts.append(_paper(known, again + 1, newer, A_POST + 1))
        head = f'---\ntitle: "Daily Papers — {day}"\ndate: {day} 08:15:00\ntags: [papers, {_tag(begin)}]\n---\n\n'
        (folder / f"{day}-daily-papers.md").write_text(head + "\n".join(texts), encoding="utf-8")


def _known() -> Iterator[Written]:
    for path in sorted(SAMPLE.glob("*-daily-papers-*.md")):
        text = path.read_text(encoding="utf-8")
        heads = list(_HEADING.finditer(text))
        for head, end in zip(heads, [*(each.start() for each in heads[1:]), len(text)], strict=True):
            body = text[head.end() : end]
            names = list(_SECTION.finditer(body))
            ends = [*(each.start() for each in names[1:]), len(body)]
            parts = {each["name"]: body[each.end() : to].strip() for each, to in zip(names, ends, strict=True)}
            yield Written(head["title"], parts)


def _working_days() -> Iterator[date]:
    """From the last one back."""
    day = LAST
    while True:
        if day.weekday() < 5:
            yield day
        day -= timedelta(days=1)


def _paper(known: list[Written], number: int, day: date, place: int) -> str:
    """A paper that came on a day, at its place in a post."""
    tour, at = divmod(number, ABOUT if number < NEWEST else len(known))
    one, other, third = (known[(at + tour * step) % len(known)] for step in (0, 3, 7))
    title = one.title if not tour else f"{one.title.partition(':')[0]}: {other.title.rpartition(':')[2].strip()}"
    sections = {**one.sections, "Results": _altered(other.sections["Results"], number)}
    sections["Limitations"] = "정보 부족" if number % SILENT == SILENT - 1 else third.sections["Limitations"]
    link = f"https://arxiv.org/abs/{day:%y%m}.{number + 1:05d}"
    parts = "\n\n".join(f"## {name}\n{text}" for name, text in sections.items())
    return f"# {place}. [{title}]({link})\n\n{parts}\n"


def _altered(text: str, number: int) -> str:
    """The same with decimal numbers up to a tenth smaller or larger, as other papers would have them."""
    factor = 1 + (number * 37 % 21 - 10) / 100 if number else 1

    def other(found: re.Match[str]) -> str:
        places = len(found[0].partition(".")[2])
        return f"{float(found[0]) * factor:.{places}f}"

    return _DECIMAL.sub(other, text)


def _tag(begin: int) -> str:
    return ("llm", "diffusion", "3d", "agents", "multimodal")[begin // A_POST % 5]
