"""`export`: papers and what was made of them into files for other programs."""

import argparse
import os
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reader.base.errors import ReaderError
from reader.commands.naming import wanted as wanted_by
from reader.commands.running import Running, running, say_done
from reader.export.model import ExportedPaper, Words
from reader.posts.model import PaperKey
from reader.services.choosing import Wanted, chosen
from reader.services.exporting import Exported, papers, pieces, words_of, write_anki, write_file, write_folder
from reader.services.outside.filling import fill
from reader.services.profile import Profile

_STANDARD_OUTPUT = "-"
_KEPT_SHOWN = 10


def export_command(profile: Profile, given: argparse.Namespace) -> int:
    """Write papers in some format; files written before it is stopped are whole."""
    begin = time.monotonic()
    with running(given) as command:
        done = _export(profile, given, command)
    if str(given.out) != _STANDARD_OUTPUT:
        _say(done, given, round(time.monotonic() - begin, 3))
    return 0


def _export(profile: Profile, given: argparse.Namespace, command: Running) -> Exported:
    wanted = wanted_by(given)
    if given.format == "zip":
        return _carry(profile, wanted, given.out)
    keys = chosen(profile, wanted)
    if not keys:
        raise ReaderError("There is nothing to export: no paper is meant.")
    if given.fill:
        from reader.commands.filling import asking  # which few want

        if fill(profile, keys, asking(*command)).cancelled:
            return Exported(len(keys), cancelled=True)
    return _write(profile, given, keys, command)


def _write(profile: Profile, given: argparse.Namespace, keys: Sequence[PaperKey], command: Running) -> Exported:
    words = words_of(given.lang or profile.settings.get("language"))
    each = papers(profile, keys, tell=command.tell, cancelled=command.is_cancelled, notes=not given.no_notes)
    if str(given.out) == _STANDARD_OUTPUT:
        return _print(keys, given.format, words, each)
    if given.format == "md":
        keep_apart(profile, given.out)
        return write_folder(profile, keys, words, each, given.out)
    if given.format == "apkg":
        return write_anki(keys, each, given.out)
    if given.format in ("pdf", "sheets"):
        return _print_out(profile, given, keys, words, each)
    return write_file(keys, given.format, words, each, given.out)


def _print_out(
    profile: Profile, given: argparse.Namespace, keys: Sequence[PaperKey], words: Words, each: Iterator[ExportedPaper]
) -> Exported:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Qt reads its environment when it is loaded
    from reader.services.pictures.bringing import unpacked
    from reader.ui.page.printed.pdf import write_pdf  # Qt is needed for what is printed alone
    from reader.ui.page.printed.sheets import write_sheets

    write = write_pdf if given.format == "pdf" else write_sheets
    with TemporaryDirectory() as folder:
        return write(keys, words, each, given.out, unpacked(profile, Path(folder)))


def keep_apart(profile: Profile, out: Path) -> None:
    """Refuse a folder of the library: files exported there would be read as posts."""
    folder = out.resolve()
    for source in profile.settings.sources:
        if folder.is_relative_to(source.resolve()):
            raise ReaderError(f"{out} is in the library's folder {source}: the files would be read as posts.")


def _carry(profile: Profile, wanted: Wanted, out: Path) -> Exported:
    """The zip of all marks, to be merged on another computer."""
    from reader.marks.portable import write_zip

    if wanted != Wanted():
        raise ReaderError("The zip carries every mark there is: leave out which papers are meant.")
    if str(out) == _STANDARD_OUTPUT or out.is_dir():
        raise ReaderError("The zip is a file: name it.")
    write_zip(profile.marks, out)
    return Exported(len(profile.marks.kept_keys()), written=1)


def _print(keys: Sequence[PaperKey], form: str, words: Words, each: Iterator[ExportedPaper]) -> Exported:
    if form in ("md", "pdf", "sheets", "apkg"):
        raise ReaderError("A folder, a PDF or a package cannot be printed: name a file or folder.")
    for piece in pieces(form, words)(each):  # type: ignore[arg-type]  # the others were refused
        sys.stdout.write(piece)
    return Exported(len(keys), written=1)


def _say(done: Exported, given: argparse.Namespace, seconds: float) -> None:
    result = {
        "format": given.format,
        "out": str(given.out),
        "papers": done.papers,
        "written": done.written,
        "unchanged": done.unchanged,
        "kept": list(done.kept),
        "copies": list(done.copies),
        "cancelled": done.cancelled,
        "seconds": seconds,
    }
    say_done(given, result, lambda: _print_done(done, given, seconds))


def _print_done(done: Exported, given: argparse.Namespace, seconds: float) -> None:
    files = f": {done.written} files written, {done.unchanged} as they were" if given.format == "md" else ""
    print(f"{done.papers} papers to {given.out}{files}; {seconds:.1f} s")
    for what, names in (("left as you changed it", done.kept), ("another file of a paper", done.copies)):
        for name in names[:_KEPT_SHOWN]:
            print(f"  {what}: {name}")
        if len(names) > _KEPT_SHOWN:
            print(f"  and {len(names) - _KEPT_SHOWN} more")
