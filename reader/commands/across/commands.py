"""`lens`, `table`, `compare`, `numbers`, `benchmark`, `trends`, `mine` and `history`: reading across papers from the
command line."""

import argparse
import os
import sys
from collections.abc import Iterable

from reader.across.compare import Comparison
from reader.across.passages import Lensed, section_named
from reader.base.errors import ReaderError
from reader.base.files import whole_file
from reader.commands.across import as_json
from reader.commands.exporting import keep_apart
from reader.commands.output import json_line, print_json
from reader.export.gathered import html_gathered, markdown_gathered
from reader.services.across import mine
from reader.services.across import reading as across
from reader.services.across.corrected import corrections_of
from reader.services.across.export import (
    ENGLISH,
    KOREAN,
    AcrossWords,
    GridFormat,
    LensFormat,
    benchmark_csv,
    lens_pieces,
    table_pieces,
)
from reader.services.across.ranges import ids_in, range_named
from reader.services.across.trends import trends
from reader.services.exporting import told, words_of
from reader.services.profile import Profile

_COLUMNS = "goal,results,limitations"
_SIGNS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}  # as git diff --word-diff marks words


def lens_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print one section of every paper of a range."""
    section, wanted = section_named(given.section), range_named(given.range)
    seen = across.lens(profile.listing, section, ids_in(profile, wanted))
    if given.format == "json":
        _put(profile, given, [json_line({"range": str(wanted), **as_json.lens(seen, corrections_of(profile))})])
    else:
        form: LensFormat = "md" if given.format == "md" else "html"
        _put(profile, given, lens_pieces(seen, str(wanted), form, _words(profile, given), corrections_of(profile)))
    return 0


def table_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print a range as a table."""
    columns = _columns(given.columns or _COLUMNS)
    wanted = range_named(given.range)
    shown = across.table(profile.listing, ids_in(profile, wanted), columns, given.sort)
    if given.format == "json":
        _put(profile, given, [json_line({"range": str(wanted), **as_json.table(shown, corrections_of(profile))})])
    else:
        form: GridFormat = "html" if given.format == "pdf" else given.format
        pieces = table_pieces(shown, str(wanted), form, _words(profile, given), corrections_of(profile))
        _put(profile, given, pieces, is_broad=True)
    return 0


def compare_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print papers side by side, or what two posts say differently of one."""
    found = across.compared(profile, [profile.key_of(key) for key in given.keys])
    if given.json:
        print_json(as_json.comparison(found))
    else:
        _print_comparison(found)
    return 0


def numbers_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print the numbers of a paper's Results, and what makes one doubt its summaries."""
    key = profile.key_of(given.key)
    found = across.numbers(profile, key)
    if given.json:
        print_json({"key": key, "appearances": [as_json.numbers(each) for each in found]})
        return 0
    for each in found:
        print(f"{each.appearance.day or ''!s:10}  {each.appearance.post}")
        for figure in each.figures:
            print(f"  {figure.label}\n      {' '.join(figure.sentence_text.split())}")
        for doubt in each.doubts:
            print(f"  ? {doubt.reason}")
    return 0


def benchmark_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print all values of a metric or benchmark in the library."""
    found = across.benchmark(profile.listing, given.name)
    if given.format == "json":
        print_json({"name": given.name, "values": [as_json.benchmark_value(value) for value in found]})
    elif given.format == "csv":
        _write(benchmark_csv(found))
    else:
        for value in found:
            print(f"{value.day or ''!s:10}  {value.key:12}  {value.model[:24]:24}  {value.figure.label}  {value.title}")
    return 0


def trends_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print what a range is about."""
    found = trends(profile, range_named(given.range))
    if given.json:
        print_json(as_json.trends(found))
        return 0
    against = found.before_days or "all others"
    print(f"{found.range}: {found.papers} papers, against {found.before} of {against}")
    for day in found.days:
        print(f"{day.day}  {day.papers:4} papers, {day.read} read")
    for head, terms in (("rising", found.rising), ("first seen", found.first_seen)):
        print(head)
        for term in terms:
            print(f"  {term.z:6.2f}  {term.papers:4}  {term.before:4}  {term.term}")
    print("in several posts")
    for paper in found.repeated:
        print(f"  {paper.times} ×  {paper.key:12}  {paper.title}")
    print("new benchmarks")
    for new in found.benchmarks:
        print(f"  {new.name}  {new.key:12}  {new.title}")
    return 0


def mine_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print highlights and notes of all papers."""
    found = mine.with_words(mine.pieces(profile), " ".join(given.words))
    if given.format == "json":
        print_json({"pieces": [{**each._asdict(), "made": each.made.isoformat()} for each in found]})
        return 0
    words = words_of(given.lang or profile.settings.get("language"))
    title = f"{words.highlights} · {words.note}"
    groups = [(name or "—", mine.gathered(pieces)) for name, pieces in mine.grouped(found, given.by)]
    if given.format == "md":
        _write(markdown_gathered(title, groups, words.correction))
    else:
        _write(html_gathered(title, groups, words.correction, _words(profile, given).language))
    return 0


def history_command(profile: Profile, given: argparse.Namespace) -> int:
    """Print what was read, day by day."""
    read = mine.history(profile)
    if given.json:
        print_json({"read": [{**each._asdict(), "when": each.when.isoformat()} for each in read]})
        return 0
    for day, papers in mine.by_day(read):
        print(day)
        for each in papers:
            print(f"  {each.when.astimezone():%H:%M}  {each.key:14} {each.title}")
    return 0


def _columns(text: str) -> list[Lensed]:
    return list(dict.fromkeys(section_named(name) for name in text.replace(",", " ").split()))


def _words(profile: Profile, given: argparse.Namespace) -> AcrossWords:
    from reader.export.model import KOREAN as EXPORTED_KOREAN  # which language is decided as for `export`

    return KOREAN if words_of(given.lang or profile.settings.get("language")) is EXPORTED_KOREAN else ENGLISH


def _put(profile: Profile, given: argparse.Namespace, pieces: Iterable[str], *, is_broad: bool = False) -> None:
    """Write where it is wanted."""
    if given.out is None:
        if given.format == "pdf":
            raise ReaderError("A PDF has to go to a file: add -o FILE.")
        _write(pieces)
        return
    keep_apart(profile, given.out)
    if given.format == "pdf":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # Qt reads its environment when it is loaded
        from reader.ui.page.printed.pages import write_page

        write_page("".join(pieces), given.out, given.out.stem, is_broad=is_broad)
    else:
        with told(given.out), whole_file(given.out) as file:
            for piece in pieces:
                file.write(piece.encode())


def _write(pieces: Iterable[str]) -> None:
    for piece in pieces:
        sys.stdout.write(piece)


def _print_comparison(found: Comparison) -> None:
    for number, appearance in enumerate(found.appearances, 1):
        print(f"{number}  {appearance.day or ''!s:10}  {appearance.paper.key:12}  {appearance.paper.title}")
    for section in found.sections:
        print(f"\n{section.heading or section.kind.value}")
        if found.is_one_paper:
            print(
                "".join(
                    f"{_SIGNS[run.change][0]}{run.text.rstrip()}{_SIGNS[run.change][1]} " for run in section.differences
                )
            )
            continue
        for number, passage in enumerate(section.passages, 1):
            print(f"{number}  {' '.join(passage.text.split()) if passage else '-'}")
