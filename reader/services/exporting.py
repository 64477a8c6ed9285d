"""Exporting: what is known of each paper, and the file or folder they are written to.

Joins catalogue and marks with the formats of `export`. Runs in the command line, which the window starts as a child
process; the window itself takes only single papers from here, to copy them.
"""

import locale
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, NamedTuple

from reader.base.errors import ReaderError, reason_of
from reader.base.files import whole_file, write_whole
from reader.base.links import ArxivId, arxiv_id, paper_links
from reader.export.clean import clean_paper
from reader.export.model import ENGLISH, KOREAN, ExportedPaper, Quotation, Words
from reader.library import paper_json
from reader.library.bare import bare_record
from reader.library.model import PaperRecord
from reader.marks.model import PaperMarks
from reader.posts.model import PaperKey, SectionKind
from reader.services.profile import Profile

TextFormat = Literal["bibtex", "ris", "csl-json", "csv", "html", "ids", "atom", "anki"]
Format = TextFormat | Literal["md", "pdf", "zip", "apkg"]

_TELL_SECONDS = 0.1

Tell = Callable[[dict[str, Any]], None]
Pieces = Callable[[Iterable[ExportedPaper]], Iterator[str]]


class Exported(NamedTuple):
    """What an export did."""

    papers: int  # asked for
    written: int = 0  # of files in a folder: new or changed
    unchanged: int = 0
    kept: tuple[str, ...] = ()  # files left as a person changed them
    copies: tuple[str, ...] = ()  # other files of papers that have one, as sync programs make them
    cancelled: bool = False


class ExportStopped(Exception):  # noqa: N818  # nothing went wrong
    """Somebody asked to stop."""


def papers(
    profile: Profile,
    keys: Sequence[PaperKey],
    *,
    tell: Tell | None = None,
    cancelled: Callable[[], bool] | None = None,
    notes: bool = True,
) -> Iterator[ExportedPaper]:
    """What is exported of these papers, one by one. `notes` False leaves notes and highlights out.

    `tell` gets {"event": "progress", "stage": "export", "done", "total"}. Raises Cancelled, and ReaderError.
    """
    told_at = float("-inf")
    for done, key in enumerate(keys):
        if cancelled is not None and cancelled():
            raise ExportStopped
        now = time.monotonic()
        if tell is not None and now - told_at >= _TELL_SECONDS:
            told_at = now
            tell({"event": "progress", "stage": "export", "done": done, "total": len(keys)})
        paper = exported_paper(profile, key)
        yield paper if notes else paper._replace(note="", highlights=())
    if tell is not None:
        tell({"event": "progress", "stage": "export", "done": len(keys), "total": len(keys)})


def exported_paper(profile: Profile, key: PaperKey) -> ExportedPaper:
    """All that is known of a paper: from the library, else from its last known text, else from its key alone."""
    record = profile.listing.record(key) or _last_known(profile, key)
    paper = _described(record or bare_record(key))
    if paper.arxiv_id:
        paper = paper._replace(details=profile.details.of(paper.arxiv_id))
    return clean_paper(_marked(profile, paper, profile.marks.marks_of(key)))


def write_file(
    keys: Sequence[PaperKey], form: TextFormat, words: Words, each: Iterator[ExportedPaper], out: Path
) -> Exported:
    """Write papers into one file of text, whole or not at all. Raises ReaderError."""
    with told(out):
        if out.is_dir():
            raise ReaderError(f"{out} is a folder; name the file to write.")
        try:
            with whole_file(out) as file:
                for piece in pieces(form, words)(each):
                    file.write(piece.encode())
        except ExportStopped:
            return Exported(len(keys), cancelled=True)
    return Exported(len(keys), written=1)


def write_folder(
    profile: Profile, keys: Sequence[PaperKey], words: Words, each: Iterator[ExportedPaper], out: Path
) -> Exported:
    """Write papers into a folder of Markdown files; when it ends early, those written are whole. Raises ReaderError."""
    from reader.export.folder import Titled, Vault

    with told(out):
        if out.exists() and not out.is_dir():
            raise ReaderError(f"{out} is a file; name a folder for the Markdown files.")
        titles = _titles(profile, keys)
        cancelled = False
        with Vault(out, [Titled(key, _identifier(key), titles.get(key, "")) for key in keys]) as vault:
            try:
                for paper in each:
                    vault.write(paper, words)
            except ExportStopped:
                cancelled = True
    done = vault.report()
    kept, copies = (tuple(map(str, paths)) for paths in (done.kept, done.copies))
    return Exported(len(keys), done.written, done.unchanged, kept, copies, cancelled)


def write_anki(keys: Sequence[PaperKey], each: Iterable[ExportedPaper], out: Path) -> Exported:
    """Write highlights into a package of Anki's, whole or not at all. Raises ReaderError."""
    from reader.export.anki import package

    with told(out):
        if out.is_dir():
            raise ReaderError(f"{out} is a folder; name the file to write.")
        try:
            content = package(each)
        except ExportStopped:
            return Exported(len(keys), cancelled=True)
        write_whole(out, content)
    return Exported(len(keys), written=1)


def pieces(form: TextFormat, words: Words) -> Pieces:  # noqa: PLR0911  # one a format
    """What writes a format of text."""
    if form == "bibtex":
        from reader.export.bibtex import bibtex  # one of them is needed, not all

        return bibtex
    if form == "ris":
        from reader.export.ris import ris

        return ris
    if form == "csl-json":
        from reader.export.csl import csl_json

        return csl_json
    if form == "ids":
        from reader.export.ids import ids

        return ids
    if form == "anki":
        from reader.export.anki import anki_text

        return anki_text
    if form == "csv":
        from reader.export.table import table

        return table
    language = "ko" if words is KOREAN else "en"
    if form == "atom":
        from reader.export.atom import atom

        return lambda each: atom(each, words, language)
    from reader.export.html import html_page

    return lambda each: html_page(each, words, language)


def words_of(language: str) -> Words:
    """The exporter's words in a language: "ko", "en", or "system" for that of the system; English if it is another."""
    return KOREAN if (_system_language() if language == "system" else language) == "ko" else ENGLISH


def _system_language() -> str:
    try:
        name = locale.getlocale()[0] or ""  # "ko_KR", on Windows "Korean_Korea"
    except ValueError:  # macOS may say "UTF-8", which names no language
        return ""
    return name[:2].lower()


@contextmanager
def told(out: Path) -> Iterator[None]:
    """Say in a sentence what the disk does not let us do."""
    try:
        yield
    except BrokenPipeError:
        raise  # nobody listens any more
    except OSError as error:
        where, reason = error.filename or out, reason_of(error)
        raise ReaderError(f"{where} cannot be read or written: {reason}. Check rights and room on the disk.") from error


def _titles(profile: Profile, keys: Sequence[PaperKey]) -> Mapping[PaperKey, str]:
    """Titles for names of files, read all at once."""
    wanted = set(keys)
    titles = {key: title for key, title in profile.listing.titles() if key in wanted}
    for key in keys:
        if key not in titles and (record := _last_known(profile, key)):
            titles[key] = record.title
    return titles


def _last_known(profile: Profile, key: PaperKey) -> PaperRecord | None:
    text = profile.marks.snapshots([key]).get(key)
    if text is None:
        return None
    try:
        return paper_json.record_from_json(text)
    except ValueError as error:
        raise ReaderError(f"The last text of {key} was kept by another version; this one cannot read it.") from error


def _described(record: PaperRecord) -> ExportedPaper:
    latest = record.appearances[0]
    paper = latest.paper
    identifier = ArxivId(record.arxiv_id) if record.arxiv_id else None
    alphaxiv = next((a.paper.alphaxiv for a in record.appearances if a.paper.alphaxiv), None)
    return ExportedPaper(
        key=record.key,
        title=record.title,
        raw_title=paper.raw_title,
        arxiv_id=record.arxiv_id,
        links=paper_links(identifier, paper.link, alphaxiv),
        day=record.day,
        posts=tuple(appearance.post for appearance in record.appearances if appearance.post),
        tags=tuple(dict.fromkeys(tag for appearance in record.appearances for tag in appearance.tags)),
        sections=paper.sections,
        points=paper.points,
        is_page=latest.is_page,
        source=latest.source,
    )


def _identifier(key: PaperKey) -> str | None:
    """The arXiv id that a key is, if it is one."""
    identifier = arxiv_id(key)
    return identifier.id if identifier and identifier.id == key else None


def _marked(profile: Profile, paper: ExportedPaper, marks: PaperMarks) -> ExportedPaper:
    highlights = profile.marks.highlights_of(paper.key) if marks.highlights else ()
    headings = {section.kind: section.heading for section in reversed(paper.sections) if section.heading}
    return paper._replace(
        bookmarked=marks.bookmarked,
        read=marks.read,
        note=marks.note,
        labels=marks.labels,
        revisit=marks.revisit.due if marks.revisit else None,
        highlights=tuple(
            Quotation(_heading(h.section, headings), h.quotation, h.colour, h.before, h.after, h.id, h.correction)
            for h in highlights
        ),
    )


def _heading(section: str, headings: Mapping[SectionKind, str]) -> str:
    """What a highlight's section is called: highlights name it by its kind, or by its heading."""
    kinds = {kind.value: heading for kind, heading in headings.items()}
    return kinds.get(section, section)
