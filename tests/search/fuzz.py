"""Fuzzing of grammar, analyzer, search and marks with atheris, which is no dependency: pip install atheris.

    python tests/search/fuzz.py [-max_total_time=3600]      libFuzzer's options

Ends with a traceback and a file `crash-…` when a query raises or takes over a second.
"""

import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["reader.search"]):
    from reader.search.analysis.tokenizer import tokens
    from reader.search.index import Index
    from reader.search.query.parser import parse
    from reader.search.request import SearchRequest

from tests.search.documents import QUERY_PIECES, TEXTS, documents


def main() -> None:
    """Fuzz until told to stop."""
    with tempfile.TemporaryDirectory() as folder, Index(Path(folder)) as index:
        index.apply(add=documents(copies=3))

        def once(raw: bytes) -> None:
            given = atheris.FuzzedDataProvider(raw)
            query = ""
            while given.remaining_bytes():
                query += (
                    given.PickValueInList(QUERY_PIECES) if given.ConsumeBool() else given.ConsumeUnicodeNoSurrogates(4)
                )
                query += " " if given.ConsumeBool() else ""
            begin = time.process_time()
            parse(query)
            positions = [position for _, position in tokens(query)]
            assert all(position >= 0 for position in positions)
            found = index.find(SearchRequest(query, as_you_type=len(raw) % 2 == 0))
            for start, end in found.highlighter.spans(TEXTS[0][1] + query):
                assert 0 <= start < end <= len(TEXTS[0][1]) + len(query)
            assert time.process_time() - begin < 1, query

        atheris.Setup(sys.argv, once)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
