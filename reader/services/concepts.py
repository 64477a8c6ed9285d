"""The concepts a search knows: those that ship with the program, those of the library, and the person's own."""

from functools import lru_cache

from reader.base.paths import resources
from reader.search.concepts.table import Concepts, read


@lru_cache(maxsize=1)
def shipped_concepts() -> Concepts:
    """The table that ships with the program."""
    return Concepts(read((resources() / "concepts.txt").read_text(encoding="utf-8").splitlines()))
