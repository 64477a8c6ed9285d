"""HTML as somebody reads it: for tests that ask what a page says."""

import re
from html.parser import HTMLParser

_BLOCKS = ("p", "td", "th", "tr", "li", "pre", "div", "table", "br")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._in_style = tag == "style"
        if tag in _BLOCKS:
            self.text.append(" ")
        if tag == "img":
            self.text.append(f" {dict(attrs).get('alt') or ''} ")

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.text.append(data)


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


def text_of(html: str) -> str:
    """All text of a page, the words of its pictures included."""
    return "".join(_read(html).text)


def tags_of(html: str) -> list[tuple[str, dict[str, str | None]]]:
    """All start tags with their attributes."""
    return _read(html).tags


def words_of(text: str) -> list[str]:
    """The words of a text, without any mark."""
    return re.findall(r"\w+", text)
