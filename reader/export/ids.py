"""A plain list, one paper a line, to paste where a program asks for identifiers.

Zotero takes the DOIs of what is pasted, and arXiv ids only where there is no DOI. So once a single paper has a DOI and
no arXiv id, every line is a DOI where there is one.
"""

import re
from collections.abc import Iterable, Iterator

from reader.export.citing import one_line, reference
from reader.export.model import ExportedPaper

_DOI = re.compile(r"https://doi\.org/(10\.\d{4,9}/\S+)")


def ids(papers: Iterable[ExportedPaper]) -> Iterator[str]:
    """A line a paper: its arXiv id, its DOI, its link, or else its title."""
    numbers: list[tuple[str | None, str]] = []  # arXiv id, what else names it
    for paper in papers:
        doi = _DOI.fullmatch(paper.link or "")
        other = doi[1] if doi else one_line(paper.link or paper.name)
        numbers.append((paper.arxiv_id, reference(paper).doi or other))
    has_doi = any(arxiv_id is None and other.startswith("10.") for arxiv_id, other in numbers)
    for arxiv_id, other in numbers:
        yield f"arXiv:{arxiv_id}\n" if arxiv_id and not has_doi else f"{other}\n"
