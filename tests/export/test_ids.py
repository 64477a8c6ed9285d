"""A plain list of ids, to be pasted into Zotero and elsewhere."""

from reader.export.ids import ids
from reader.export.model import ExportedPaper
from reader.posts.model import PaperKey
from tests.export.exported import exported

REVIEW = exported("Review", None, "https://openreview.net/forum?id=x")
JOURNAL = exported("Journal", None, "https://doi.org/10.1234/abc")


def test_a_line_names_a_paper_by_the_best_there_is() -> None:
    titled = ExportedPaper(PaperKey("title:steam"), "Steam")
    lines = "".join(ids([exported(), exported("Old", "hep-th/9901001"), REVIEW, titled])).splitlines()
    assert lines == ["arXiv:2501.00001", "arXiv:hep-th/9901001", "https://openreview.net/forum?id=x", "Steam"]


def test_beside_a_doi_every_paper_has_its_doi() -> None:
    """Of what is pasted Zotero reads arXiv ids only where there is no DOI."""
    assert "".join(ids([exported(), JOURNAL])).splitlines() == ["10.48550/arXiv.2501.00001", "10.1234/abc"]
