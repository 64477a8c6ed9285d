"""What the index says of a document is, as a number, what the document itself says."""

from reader.search.index import Index
from reader.search.store.checksums import checksum
from tests.search.documents import document, documents


def test_the_number_of_every_document_is_that_of_its_text(index: Index) -> None:
    index.apply(add=documents())
    index.apply(add=[document("3", "Another", "다른 글", tags=("a", "b"), day=None)], remove=["5"])
    wanted = {each.id: checksum(each) for each in documents() if each.id not in ("3", "5")}
    wanted["3"] = checksum(document("3", "Another", "다른 글", tags=("a", "b"), day=None))
    assert index.checksums() == wanted


def test_another_word_place_tag_day_or_number_is_another_number() -> None:
    one = document("1", "Crane", "이미지를 접는다", tags=("a",))
    others = [
        one._replace(title="Cranes Fly"),
        document("1", "Crane", "접는다 이미지를", tags=("a",)),
        one._replace(tags=("b",)),
        one._replace(day=None),
        one._replace(number=2),
        one._replace(id="2"),
    ]
    assert len({checksum(each) for each in (one, *others)}) == 7
