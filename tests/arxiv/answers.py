"""Answers as arXiv's API gives them, with invented papers."""

from collections.abc import Callable, Mapping
from urllib.parse import parse_qs, urlsplit

from tests.network.loopback import Answer, says

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">
  <link href="http://arxiv.org/api/query?id_list={ids}" rel="self" type="application/atom+xml"/>
  <title type="html">ArXiv Query: id_list={ids}</title>
  <id>http://arxiv.org/api/abcdefg</id>
  <updated>2026-11-28T00:00:00-05:00</updated>
  <opensearch:totalResults>{count}</opensearch:totalResults>
{entries}
</feed>
"""
ENTRY = """  <entry>
    <id>http://arxiv.org/abs/{id}v{version}</id>
    <updated>2025-03-04T17:59:59Z</updated>
    <published>2025-01-02T09:00:00Z</published>
    <title>{title}</title>
    <summary>  {summary}
</summary>
{authors}
    <arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">{comment}</arxiv:comment>
    {more}
    <link href="http://arxiv.org/abs/{id}v{version}" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="stat.ML" scheme="http://arxiv.org/schemas/atom"/>
    <category term="68T50; I.2.7" scheme="http://arxiv.org/schemas/atom"/>
  </entry>"""
AUTHORS = ("Zoë Müller-Čech", "Aäron van den Oord", "김 민준", "The Boat Collaboration")
MORE = (
    '<arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1234/abc.5</arxiv:doi>'
    '<arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">J. Boats 12 (2025) 3-45</arxiv:journal_ref>'
)


def entry(arxiv_id: str, **more: object) -> str:
    """One paper; `authors` are names, the rest XML."""
    names = more.pop("authors", AUTHORS)
    usual = {
        "title": f"Paper {arxiv_id}",
        "summary": "We fold &amp; unfold.\n  Twice.",
        "version": 2,
        "comment": "8 pages",
    }
    authors = "\n".join(f"    <author>\n      <name>{name}</name>\n    </author>" for name in names)  # type: ignore[attr-defined]
    return ENTRY.format(**{"id": arxiv_id, "authors": authors, "more": MORE, **usual, **more})


def feed(*entries: str, ids: str = "") -> bytes:
    return FEED.format(ids=ids, count=len(entries), entries="\n".join(entries)).encode()


def arxiv(known: Callable[[str], str | None]) -> Answer:
    """Answers as arXiv does; `known` gives the entry of an id, None for one that it does not know."""

    def answer(handler: object) -> None:
        query: Mapping[str, list[str]] = parse_qs(urlsplit(handler.path).query)  # type: ignore[attr-defined]
        ids = query["id_list"][0].split(",")
        entries = [text for one in ids[: int(query["max_results"][0])] if (text := known(one))]
        says(feed(*entries, ids=",".join(ids)), Content_Type="application/atom+xml")(handler)  # type: ignore[arg-type]

    return answer


ERROR = feed(
    """<entry><id>http://arxiv.org/api/errors#incorrect_id_format_for_x</id><title>Error</title>
<summary>incorrect id format for x</summary></entry>"""
)
