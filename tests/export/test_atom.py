"""A feed is well-formed whatever is in titles and notes, and names each paper once and for ever."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from reader.arxiv.model import Details
from reader.export.atom import atom
from reader.export.model import ENGLISH, ExportedPaper
from reader.posts.model import PaperKey
from tests.export.exported import HARD_TITLES, exported, marked

ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=60)
ATOM = "{http://www.w3.org/2005/Atom}"


def feed(*papers: ExportedPaper) -> ElementTree.Element:
    return ElementTree.fromstring("".join(atom(papers, ENGLISH, "en")))


def test_an_entry_has_what_the_format_asks_for() -> None:
    root = feed(marked(), exported("Steam", None, day=None)._replace(key=PaperKey("title:steam & co")))
    assert [root.findtext(f"{ATOM}{name}") for name in ("id", "updated")] == [
        "daily-papers:feed",
        "2025-01-02T00:00:00Z",
    ]
    first, second = root.findall(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}id") == "https://arxiv.org/abs/2501.00001"
    assert first.findtext(f"{ATOM}title") == "Folding Long Texts"
    assert "토큰을 <code>" in (first.findtext(f"{ATOM}content") or "")
    assert [each.get("term") for each in first.findall(f"{ATOM}category")] == ["papers", "llm"]
    assert second.findtext(f"{ATOM}id") == "daily-papers://paper/title%3Asteam%20%26%20co"
    assert second.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_an_entry_leads_to_addresses_of_the_web_alone() -> None:
    links = ("https://a.org/?x=1&y=2", "http://a.org", "javascript:alert(1)", "file:///a")
    entries = feed(*(exported(link, None, link) for link in links)).findall(f"{ATOM}entry")
    led = [[each.get("href") for each in entry.findall(f"{ATOM}link")] for entry in entries]
    assert led == [["https://a.org/?x=1&y=2"], ["http://a.org"], [], []]


def test_hard_titles_come_through() -> None:
    root = feed(*(marked(title) for title in HARD_TITLES))
    assert [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")] == list(HARD_TITLES)


@given(ANY_TEXT, ANY_TEXT)
def test_any_text_leaves_the_feed_well_formed(title: str, note: str) -> None:
    assert len(feed(exported(title, note=note, tags=(note,)))) == 5


def test_an_entry_names_the_authors_that_were_filled_in() -> None:
    told = Details("2501.00001", authors=("Ann & Bob", "김 민준"))
    first, second = feed(exported(details=told), exported("next", "2501.00002")).findall(f"{ATOM}entry")
    assert [name.text for name in first.findall(f"{ATOM}author/{ATOM}name")] == ["Ann & Bob", "김 민준"]
    assert second.find(f"{ATOM}author") is None
