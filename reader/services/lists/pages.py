"""HTML: the bookmarks a browser exports, and the page that this program writes."""

from html.parser import HTMLParser

from reader.base.links import is_archive
from reader.services.lists.named import Listed, Named, key_named, once


def links(html: str) -> Listed:
    """The papers of a page: those it says it has, if this program wrote it; else where its links lead."""
    page = _Page()
    page.feed(html)
    page.close()
    return Listed(once(page.papers or page.links), [])


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.papers: list[Named] = []
        self.links: list[Named] = []
        self._words: list[str] | None = None
        self._link = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "article" and (key := named.get("data-key")):
            self.papers.append(Named(keys=tuple(filter(None, [key_named(key)])), own=key))
        elif tag == "h2" or (tag == "a" and named.get("href")):
            self._words, self._link = [], named.get("href") or ""

    def handle_data(self, data: str) -> None:
        if self._words is not None:
            self._words.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._words is None or tag not in ("a", "h2"):
            return
        title = " ".join("".join(self._words).split())
        if tag == "h2" and self.papers and not self.papers[-1].title:
            self.papers[-1] = self.papers[-1]._replace(title=title)
        elif tag == "a" and (key := key_named(self._link)):
            self.links.append(Named((key,), title, is_sure=is_archive(self._link)))
        self._words = None
