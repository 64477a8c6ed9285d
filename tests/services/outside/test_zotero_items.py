"""A paper as Zotero has it: which fields an item gets, and which items are taken for the paper."""

from datetime import date

import pytest

from reader.arxiv.model import Details
from reader.export.model import ENGLISH
from reader.services.outside.zotero_items import creators, fields, is_paper, key_of, notes, tags, words_to_find
from tests.export.exported import exported, marked

TOLD = Details(
    "2501.00001",
    ("Ann Ice", "Bo Peep Jr.", "The Glacier Group Collaboration"),
    date(2025, 1, 1),
    version=3,
    categories=("cs.CV", "cs.LG"),
    abstract="We fold.",
    doi="10.1234/fold",
    journal="J. Folds 3",
    withdrawn=True,
)


def test_a_paper_of_arxiv_is_a_preprint_with_all_that_arxiv_said() -> None:
    made = fields(exported(details=TOLD))
    extra = made.pop("extra").splitlines()
    assert made == {
        "itemType": "preprint",
        "title": "Folding Long Texts",
        "abstractNote": "We fold.",
        "date": "2025-01",
        "url": "https://arxiv.org/abs/2501.00001",
        "accessDate": "2025-01-02",
        "repository": "arXiv",
        "archiveID": "arXiv:2501.00001",
        "DOI": "10.1234/fold",
    }
    assert extra[0].startswith("Citation Key: ")
    assert extra[1:] == ["Version: 3", "arXiv category: cs.CV", "Published in: J. Folds 3", "Withdrawn"]


def test_what_nobody_said_is_no_field() -> None:
    made = fields(exported("A Page", None, "https://example.org/a", day=None))
    assert made.keys() == {"itemType", "title", "url", "extra"}
    assert made["itemType"] == "webpage"
    assert made["extra"].count("\n") == 0


def test_a_whole_post_is_one_of_a_blog_with_its_day() -> None:
    made = fields(exported("A Post", None, "https://example.org/a", is_page=True))
    assert (made["itemType"], made["date"]) == ("blogPost", "2025-01-02")


def test_a_group_is_an_author_in_the_words_of_each_way_in() -> None:
    paper = exported(details=TOLD._replace(authors=("Ann Ice", "Glaciers Collaboration")))
    person = {"creatorType": "author", "firstName": "Ann", "lastName": "Ice"}
    connector, api = creators(paper, for_api=False), creators(paper, for_api=True)
    assert connector[0] == api[0] == person
    assert connector[1] == {"creatorType": "author", "lastName": "Glaciers Collaboration", "fieldMode": 1}
    assert api[1] == {"creatorType": "author", "name": "Glaciers Collaboration"}
    assert creators(exported(), for_api=True) == []


def test_labels_are_tags_and_tags_of_posts_are_not() -> None:
    assert tags(marked()) == [{"tag": "읽을 것"}, {"tag": "a, b"}]


def test_note_and_highlights_are_notes_of_their_own() -> None:
    (first, note), (second, highlights) = notes(marked(), ENGLISH)
    assert (first, second) == ("note", "highlights")
    assert "<h1>생각</h1>" in note
    assert highlights == ("<h1>Highlights</h1>\n<blockquote><p>토큰을 &lt;두 번&gt; 접는\n방법</p></blockquote>\n")
    assert notes(exported(), ENGLISH) == []


@pytest.mark.parametrize(
    ("item", "same"),
    [
        ({"archiveID": "arXiv:2501.00001"}, True),
        ({"url": "http://arxiv.org/abs/2501.00001v2"}, True),
        ({"extra": "arXiv: 2501.00001 [cs]"}, True),
        ({"DOI": "10.48550/arXiv.2501.00001"}, True),
        ({"DOI": "10.1234/fold"}, True),
        ({"DOI": "10.1234/other", "title": "Folding Long Texts"}, False),
        ({}, False),
    ],
)
def test_an_item_is_a_paper_of_arxiv_by_its_id_or_doi(item: dict[str, str], same: bool) -> None:
    assert is_paper(exported(details=TOLD), item) is same


def test_an_item_is_another_paper_by_its_page_or_else_its_whole_title() -> None:
    page = exported("A Page", None, "https://example.org/a")
    assert is_paper(page, {"url": "https://example.org/a"})
    assert not is_paper(page, {"url": "https://example.org/b", "title": "A Page"})
    bare = exported("A Page", None)
    assert is_paper(bare, {"title": "A Page"})
    assert not is_paper(bare, {"title": "A Page, revised"})


def test_zotero_is_asked_for_the_surest_name() -> None:
    assert words_to_find(exported()) == "2501.00001"
    assert words_to_find(exported("A", None, "https://example.org/a")) == "https://example.org/a"
    assert words_to_find(exported("A", None)) == "A"


def test_the_key_of_an_item_is_always_the_same_and_one_of_zoteros() -> None:
    keys = {key_of(paper, what) for paper in (exported(), exported("B", None)) for what in ("item", "note")}
    assert len(keys) == 4
    assert all(len(key) == 8 and not set(key) - set("23456789ABCDEFGHIJKLMNPQRSTUVWXYZ") for key in keys)
    assert key_of(exported(), "item") == key_of(marked(), "item")
