"""Papers that no post here ever had: marked elsewhere or named by a list, they are known only by their marks.

The catalogue lists them as gone, in a source without a path, so that everything marked can be seen.
"""

from reader.base.links import arxiv_id
from reader.library.model import Appearance, PaperRecord
from reader.posts.model import Paper, PaperKey

SOURCE = ""
"""The source of such papers; a folder's path is never empty."""

_TITLED = "title:"


def bare_record(key: PaperKey, title: str = "") -> PaperRecord:
    """A paper without sections; `title` is "" where its key is all that is known."""
    identifier = arxiv_id(key)
    paper = Paper(
        key=key,
        number=1,
        title=title or (key.removeprefix(_TITLED) if key.startswith(_TITLED) else ""),
        raw_title=title,
        link=key if "://" in key else None,
        arxiv_id=identifier.id if identifier and identifier.id == key else None,
    )
    appearance = Appearance(0, "", SOURCE, "", day=None, published=None, tags=(), paper=paper)
    return PaperRecord(key, paper.arxiv_id, paper.title, None, (appearance,), gone=True)


def is_bare(record: PaperRecord) -> bool:
    """Whether, as far as is known here, no post ever had the paper."""
    return all(appearance.source == SOURCE for appearance in record.appearances)
