"""Whoosh, imported in one place: its source has escapes that newer Pythons warn about when they first compile it.

Can go when Whoosh has a release without them. Its version is fixed: docs/decisions.md says why.
"""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", SyntaxWarning)
    warnings.simplefilter("ignore", DeprecationWarning)
    from whoosh import columns, fields, formats
    from whoosh.codec.whoosh3 import W3Codec, W3FieldWriter, W3PostingsWriter
    from whoosh.filedb.filestore import FileStorage
    from whoosh.index import TOC, FileIndex
    from whoosh.reading import SegmentReader
    from whoosh.writing import SegmentWriter

__all__ = [
    "TOC",
    "FileIndex",
    "FileStorage",
    "SegmentReader",
    "SegmentWriter",
    "W3Codec",
    "W3FieldWriter",
    "W3PostingsWriter",
    "columns",
    "fields",
    "formats",
]
