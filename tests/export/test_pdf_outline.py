"""The outline and the language that a PDF gets: a small one written here, and the update read back by its table."""

import re

import pytest

from reader.export.pdf_outline import Entry, outlined

OBJECTS = (
    b"/Type /Catalog /Pages 2 0 R",
    b"/Type /Pages /Kids [3 0 R 4 0 R] /Count 3",
    b"/Type /Page /Parent 2 0 R",
    b"/Type /Pages /Kids [5 0 R\n6 0 R] /Count 2",
    b"/Type /Page /Parent 4 0 R",
    b"/Type /Page /Parent 4 0 R",
)
"""Objects 1 to 6; the pages are 3, 5 and 6."""
ENTRIES = (
    Entry("첫 논문", 0, 0),
    Entry("Method", 1, 1),
    Entry("Results", 1, 2),
    Entry("Second", 0, 2),
)


def written(objects: tuple[bytes, ...] = OBJECTS, trailer: bytes = b"/Size %d /Root 1 0 R") -> bytes:
    pdf, places = b"%PDF-1.4\n", []
    for number, fields in enumerate(objects, start=1):
        places.append(len(pdf))
        pdf += b"%d 0 obj\n<<%s>>\nendobj\n" % (number, fields)
    table = len(pdf)
    pdf += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    pdf += b"".join(b"%010d 00000 n \n" % place for place in places)
    size = trailer % (len(objects) + 1) if b"%d" in trailer else trailer
    return pdf + b"trailer\n<<%s>>\nstartxref\n%d\n%%%%EOF\n" % (size, table)


def read(pdf: bytes) -> tuple[dict[int, bytes], bytes]:
    """The objects that the last table of a PDF leads to, and its trailer."""
    found = re.search(rb"trailer\n<<(.*)>>\nstartxref\n(\d+)\n%%EOF\n\Z", pdf)
    assert found is not None
    table = pdf[int(found[2]) :]
    assert table.startswith(b"xref\n0 1\n0000000000 65535 f \n")
    objects = {}
    for number, place in re.findall(rb"\n(\d+) 1\n(\d{10}) 00000 n (?=\n)", table):
        whole = re.match(rb"(\d+) 0 obj\n<<(.*?)>>\nendobj\n", pdf[int(place) :])
        assert whole is not None
        assert whole[1] == number
        objects[int(number)] = whole[2]
    return objects, found[1]


def title(text: str) -> bytes:
    return b"<feff%s>" % text.encode("utf-16-be").hex().encode()


def test_every_entry_leads_to_its_page_its_parent_and_its_neighbours() -> None:
    pdf = written()
    objects, trailer = read(pdf + outlined(pdf, ENTRIES, "ko"))
    assert objects == {
        1: b"/Type /Catalog /Pages 2 0 R/Lang (ko) /Outlines 7 0 R /PageMode /UseOutlines",
        7: b"/Type /Outlines/First 8 0 R/Last 11 0 R/Count 2",
        8: b"/Title %s/Parent 7 0 R/Dest [3 0 R /Fit]/Next 11 0 R/First 9 0 R/Last 10 0 R/Count -2" % title("첫 논문"),
        9: b"/Title %s/Parent 8 0 R/Dest [5 0 R /Fit]/Next 10 0 R" % title("Method"),
        10: b"/Title %s/Parent 8 0 R/Dest [6 0 R /Fit]/Prev 9 0 R" % title("Results"),
        11: b"/Title %s/Parent 7 0 R/Dest [6 0 R /Fit]/Prev 8 0 R" % title("Second"),
    }
    before = re.findall(rb"startxref\n(\d+)", pdf)[0]
    assert trailer == b"/Size 12 /Root 1 0 R/Prev %s" % before


def test_the_sections_of_a_single_paper_are_shown_at_once() -> None:
    pdf = written()
    objects, _ = read(pdf + outlined(pdf, ENTRIES[:3], "en"))
    assert objects[8].endswith(b"/First 9 0 R/Last 10 0 R/Count 2")


def test_a_pdf_without_entries_gets_an_empty_outline() -> None:
    pdf = written()
    objects, _ = read(pdf + outlined(pdf, (), "en"))
    assert objects[7] == b"/Type /Outlines"


@pytest.mark.parametrize(
    ("pdf", "said"),
    [
        (b"%PDF-1.4\n", "no plain trailer"),
        (written() + b" " * 5000, "no plain trailer"),
        (written(trailer=b"/Root 1 0 R"), r"no Size (\d+)"),
        (written(trailer=b"/Size 7"), r"no Root (\d+)"),
        (written((b"/Type /Catalog",)), r"no Pages (\d+)"),
        (written().replace(b"xref\n0 7", b"XREF\n0 7"), "no plain table of objects"),
        (written().replace(b"2 0 obj", b"9 0 obj"), "no object 2"),
    ],
)
def test_what_is_written_in_another_way_is_refused(pdf: bytes, said: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(said)}$"):
        outlined(pdf, ENTRIES, "en")
