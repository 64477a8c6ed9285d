"""Which version of the parser read the catalogue's posts: a newer one reads every file once more.

Meanwhile papers stay listed as the earlier version understood them.
"""

from reader.library.catalogue import Catalogue

PARSER = 3
"""Goes up when the same bytes are understood differently than before."""

_READ = "SELECT max(version) FROM parser"


def read_again_by_newer_parser(catalogue: Catalogue) -> None:
    """Trust no stamp or hash that an earlier version of the parser left, so that the next sync reads every post."""
    db = catalogue.connection
    db.execute("CREATE TABLE IF NOT EXISTS parser (version INTEGER NOT NULL)")
    if db.execute(_READ).fetchone() == (PARSER,):
        return
    with catalogue.transaction():
        db.execute("DELETE FROM parser")
        db.execute("INSERT INTO parser VALUES (?)", (PARSER,))
        db.execute("UPDATE posts SET mtime_ns = 0, hash = x''")
