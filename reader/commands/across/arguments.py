"""What the commands that read across papers may be given; see docs/across.md."""

import argparse
from collections.abc import Callable
from pathlib import Path

WAYS = ("date", "paper", "colour", "label")
_RANGE = "week, 2025-12, last:7, tag:NAME, label:NAME, bookmarked, search:QUERY; without one, all papers"


def add_across_commands(command: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add `lens`, `table`, `compare`, `numbers`, `benchmark`, `trends`, `mine` and `history`."""
    lens = command("lens", "Print one section of every paper of a range, such as this week's limitations.")
    lens.add_argument("section", metavar="SECTION", help="results, limitations, goal and so on, in English or Korean")
    _add_range(lens)
    _add_format(lens, ("md", "html", "pdf", "json"))
    _add_out(lens)
    table = command("table", "Print a range as a table: papers as rows, sections as columns.")
    _add_range(table)
    table.add_argument("--columns", default="", metavar="SECTIONS", help="goal,results,limitations")
    sort = "date, title, number:FID; a - in front turns it around: --sort=-date"
    table.add_argument("--sort", default="", metavar="BY", help=sort)
    _add_format(table, ("md", "csv", "html", "pdf", "json"))
    _add_out(table)
    compare = command("compare", "Print papers side by side; of one paper, what its two latest posts say differently.")
    compare.add_argument("keys", nargs="+", metavar="KEY", help="two to four papers, or one")
    compare.add_argument("--json", action="store_true")
    numbers = command("numbers", "Print the numbers of a paper's Results, and what makes one doubt its summaries.")
    numbers.add_argument("key", metavar="KEY")
    numbers.add_argument("--json", action="store_true")
    benchmark = command("benchmark", "Print all values of a metric or benchmark: FID, GenEval, accuracy")
    benchmark.add_argument("name", metavar="NAME")
    _add_format(benchmark, ("text", "csv", "json"), with_language=False)
    benchmark.add_argument("--json", action="store_const", const="json", dest="format")
    trends = command("trends", "Print what a range is about: papers a day, rising terms, new benchmarks.")
    _add_range(trends)
    trends.add_argument("--json", action="store_true")

    mine = command("mine", "Print your highlights and notes of all papers.")
    mine.add_argument("words", nargs="*", metavar="WORD", help="only those that have all of these")
    mine.add_argument("--by", choices=WAYS, default=WAYS[0], help="what they are grouped by")
    _add_format(mine, ("md", "html", "json"))
    mine.add_argument("--json", action="store_const", const="json", dest="format")
    history = command("history", "Print what you read, day by day.")
    history.add_argument("--json", action="store_true")


def _add_range(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("range", nargs="?", default="", metavar="RANGE", help=_RANGE)


def _add_out(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--out", type=Path, metavar="FILE", help="write it there; a PDF has to go to a file")


def _add_format(parser: argparse.ArgumentParser, formats: tuple[str, ...], *, with_language: bool = True) -> None:
    parser.add_argument("--format", choices=formats, default=formats[0])
    if with_language:
        parser.add_argument("--lang", choices=("ko", "en"), help="language of headings, else that of the window")
