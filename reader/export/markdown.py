"""Markdown: a paper as a file of a vault, and as text to be pasted.

A file has YAML front matter that Obsidian shows as properties, then the person's note and highlights, then the
sections. The last line of the front matter seals the file: a digest of all the rest, by which a later export knows
whether a person has changed it.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from reader.export.citing import one_line
from reader.export.model import ExportedPaper, Words
from reader.posts.model import Section, SectionKind

_SEAL = "daily-papers-export"
_SEALED = re.compile(rf"^{_SEAL}: ([0-9a-f]{{64}})\n", re.MULTILINE)
_KEY = re.compile(r'^key: (".*")$', re.MULTILINE)
_HEAD = re.compile(r"---\n(.*?\n)---\n", re.DOTALL)
# YAML and its readers do not take these as they are, and JSON does not escape them.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_CODE = r"(?P<code>^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`))"
_TAG = re.compile(_CODE + r"|(?<!\\)<(?!(?:https?|mailto):)(?=[A-Za-z/!?])", re.MULTILINE | re.DOTALL)
_WIKI_LINK = re.compile(
    _CODE + r"|\[\[(?P<target>[^\[\]|#\n]+)(?P<place>#[^\[\]|\n]*)?(?:\|(?P<words>[^\[\]\n]*))?\]\]",
    re.MULTILINE | re.DOTALL,
)

FindName = Callable[[str], str | None]
"""The file (without its ending) of the paper that a link in a note leads to; None where it is not exported."""


class Sealed(NamedTuple):
    """What is known of a Markdown file that an export may have written."""

    key: str  # of the paper
    untouched: bool  # nobody has changed the file since


def vault_file(paper: ExportedPaper, words: Words, find_name: FindName) -> str:
    """A paper's file in a vault, sealed. All its lines end in "\\n", even those of notes older than that rule."""
    head = "".join(f"{name}: {value}\n" for name, value in _properties(paper))
    body = "\n\n".join(_body(paper, words, find_name)).replace("\r\n", "\n").replace("\r", "\n")
    unsealed = f"---\n{head}---\n\n{body}\n"
    return f"---\n{head}{_SEAL}: {_digest(unsealed)}\n---\n\n{body}\n"


def read_seal(text: str) -> Sealed | None:
    """Which paper's file this is, and whether it is as it was written; None for a file that no export wrote."""
    text = text.replace("\r\n", "\n")  # Git and editors on Windows change line ends, which does not count as an edit
    head = _HEAD.match(text)
    if head is None:
        return None
    seal, key = _SEALED.search(head[1]), _KEY.search(head[1])
    if seal is None or key is None:
        return None
    start = head.start(1)
    unsealed = text[: start + seal.start()] + text[start + seal.end() :]
    return Sealed(str(json.loads(key[1])), _digest(unsealed) == seal[1])


def as_markdown(paper: ExportedPaper) -> str:
    """A paper's sections below its linked title, to be pasted; without the person's marks."""
    title = _heading(paper)
    heading = f"# [{title}]({paper.link})" if paper.link else f"# {title}"
    return "\n\n".join([heading, *_sections(paper)]) + "\n"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _properties(paper: ExportedPaper) -> Iterator[tuple[str, str]]:
    yield "title", _quoted(one_line(paper.name))
    yield "aliases", _list((one_line(paper.name), *([paper.arxiv_id] if paper.arxiv_id else [])))
    yield "key", _quoted(paper.key)
    links = paper.links
    for name, text in (
        ("arxiv", paper.arxiv_id),
        ("url", paper.link),
        ("pdf", links.pdf),
        ("alphaxiv", links.alphaxiv),
        ("huggingface", links.huggingface),
    ):
        if text:
            yield name, _quoted(text)
    if paper.day:
        yield "date", paper.day.isoformat()
    for name, texts in (
        ("posts", paper.posts),
        ("tags", tuple(dict.fromkeys(_tag(tag) for tag in paper.tags))),
        ("labels", paper.labels),
    ):
        if texts:
            yield name, _list(texts)
    moments = (("bookmarked", paper.bookmarked), ("read", paper.read), ("revisit", paper.revisit))
    for name, moment in moments:
        if moment:
            yield name, _moment(moment)


def _body(paper: ExportedPaper, words: Words, find_name: FindName) -> Iterator[str]:
    yield f"# {_heading(paper)}"
    if links := _links(paper):
        yield links
    if paper.note:
        yield f"## {words.note}"
        yield _relinked(paper.note.strip(), find_name)
    if paper.highlights:
        yield f"## {words.highlights}"
        for quotation in paper.highlights:
            lines = [f"> {escape_tags(line)}".rstrip() for line in quotation.text.splitlines()]
            said = " · ".join(part for part in (quotation.section, quotation.colour) if part)
            yield "\n".join([*lines, *([">", f"> — {said}"] if said else [])])
    yield from _sections(paper)


def _sections(paper: ExportedPaper) -> Iterator[str]:
    for section in paper.sections:
        if section.heading:
            yield f"## {escape_tags(section.heading)}"
        text = _section_text(section, paper)
        if text:
            yield text


def _section_text(section: Section, paper: ExportedPaper) -> str:
    """A section's Markdown. A page written by hand may have real HTML; a summary has none."""
    text = section.markdown.strip()
    if paper.is_page:
        return text
    points, introduces = paper.points, section.kind is SectionKind.INTRODUCTION
    if introduces and (points.goal or points.motivation or points.contribution):
        named = (("Goal", points.goal), ("Motivation", points.motivation), ("Contribution", points.contribution))
        told = "\n".join(f"- **{name}**: {_indented(point)}" for name, point in named if point)
        text = "\n\n".join(part for part in (told, points.rest.strip()) if part)
    return escape_tags(text)


def _indented(text: str) -> str:
    return text.strip().replace("\n", "\n  ")


def escape_tags(text: str) -> str:
    """Markdown in which `<think>` stays a word for readers that take HTML for HTML; code is left as it is."""
    return _TAG.sub(lambda found: found["code"] or r"\<", text) if "<" in text else text


def _relinked(note: str, find_name: FindName) -> str:
    """A note whose links to papers lead to their files."""

    def relinked(found: re.Match[str]) -> str:
        name = None if found["code"] else find_name(found["target"].strip())
        if name is None:
            return found[0]
        return f"[[{name}{found['place'] or ''}|{found['words'] or found['target'].strip()}]]"

    return _WIKI_LINK.sub(relinked, note) if "[[" in note else note


def _heading(paper: ExportedPaper) -> str:
    return escape_tags(one_line(paper.raw_title or paper.name))


def _links(paper: ExportedPaper) -> str:
    links = paper.links
    named = (
        ("arXiv", links.arxiv),
        ("PDF", links.pdf),
        ("HTML", links.html),
        ("Alphaxiv", links.alphaxiv),
        ("Hugging Face", links.huggingface),
        ("Link", links.other),
    )
    return " · ".join(f"[{name}](<{link}>)" for name, link in named if link)


def _tag(tag: str) -> str:
    """A tag as Obsidian takes it: letters, digits, `_`, `-` and `/`, not digits alone."""
    plain = re.sub(r"[^\w/-]+", "-", tag).strip("-") or "tag"
    return f"{plain}_" if plain.isdecimal() else plain


def _list(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(_quoted(text) for text in texts)}]"


def _quoted(text: str) -> str:
    """Text between double quotes, as YAML and JSON both read it."""
    written = json.dumps(text, ensure_ascii=False)
    if written.isprintable():
        return written
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)


def _moment(moment: date | datetime) -> str:
    return moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else moment.isoformat()
