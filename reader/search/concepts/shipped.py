"""The lines of the table that ships with the program."""

from reader.base.paths import resources
from reader.search.concepts.table import Concept, read


def shipped_lines() -> list[Concept]:
    """The lines of resources/concepts.txt, which are read in a moment; to find names in them takes a `Concepts`."""
    return read((resources() / "concepts.txt").read_text(encoding="utf-8").splitlines())
