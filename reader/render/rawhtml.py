"""Raw HTML of a hand-written post → the safe part of it, in the subset QTextBrowser draws.

In: what Markdown calls inline HTML or an HTML block. Out: allow-listed elements with allow-listed attributes; anything
else is shown as the text it is, never executed and never lost. Elements are closed in the order they were opened, so
that a stray `</table>` can't break the page around it.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape
from html.parser import HTMLParser

from markdown_it.common.html_re import HTML_TAG_RE, close_tag, open_tag

from reader.render import colour, html_blocks
from reader.render.sheet import Sheet

_TAG = re.compile(HTML_TAG_RE.pattern.removeprefix("^"))
_ELEMENT = re.compile(f"(?:{open_tag}|{close_tag}|<![A-Za-z][^<>]*>)")
_DEEPEST = 200  # elements open in one another; more would keep the page's layout busy for minutes
_ENTITY = re.compile(r"&(?:amp;)(#?\w+;)")
_VOID = {"br", "hr", "img"}
_TABLE = ("table", "tbody", "td", "tfoot", "th", "thead", "tr", "caption")
_TEXT = ("b", "br", "code", "em", "i", "kbd", "s", "small", "span", "strong", "sub", "sup", "u")
_BLOCKS = ("blockquote", "center", "dd", "div", "dl", "dt", "li", "ol", "p", "pre", "ul")
_SAME = frozenset((*_TABLE, *_TEXT, *_BLOCKS))
_OTHERWISE = {
    "del": "s",
    "details": "div",
    "figcaption": "p",
    **{f"h{level}": "p" for level in range(1, 7)},  # Qt adds to the size of h1 to h6 whatever the style sheet says
    "figure": "div",
    "ins": "u",
    "mark": "u",
    "strike": "s",
    "summary": "b",
    "a": "a",
    "img": "img",
    "hr": "hr",
}
_OTHERWISE |= dict.fromkeys(
    ("address", "article", "aside", "body", "footer", "header", "head", "html", "main", "nav", "section"), "div"
)
_FOR_BROWSERS = ("base", "link", "meta", "noscript", "script", "style", "title")
"""Of whole HTML pages: not meant to be read."""
_IN_ROWS = frozenset(_TABLE) - {"table"}
_ALIGNED = {"p", "div", "td", "th"}
_HEADING = re.compile(r"h[1-6]")
_STYLES = re.compile(r"\s*(color|background-color|background)\s*:\s*([^;]+)", re.IGNORECASE)
_SPAN = re.compile(r"[1-9]\d?")
_FENCE = ""  # stands in the list of open tags where a container begins
_PIXELS = re.compile(r"(\d{1,4})(?:px)?")


def cleaned(raw: str, sheet: Sheet) -> str:
    """Clean a piece of raw HTML; elements it opens and doesn't close stay open until its container is left."""
    out, end = [], 0
    for tag in _tags_in(raw):
        out += [_text(raw[end : tag.start()]), _tag(tag[0], sheet)]
        end = tag.end()
    return "".join((*out, _text(raw[end:])))


def _tags_in(raw: str) -> Iterator[re.Match[str]]:
    """The tags, comments and declarations in order. After the last end of a comment no other is looked for."""
    last = max(raw.rfind(sign) + len(sign) if sign in raw else 0 for sign in ("-->", "?>", "]]>"))
    yield from _TAG.finditer(raw, 0, last)
    yield from _ELEMENT.finditer(raw, last)


def enter(sheet: Sheet) -> None:
    """Begin a container: elements outside of it can't be closed from within."""
    sheet.open_tags.append(_FENCE)


def leave(sheet: Sheet) -> str:
    """End a container: close what was opened in it and not closed."""
    out = []
    while sheet.open_tags and (tag := sheet.open_tags.pop()) != _FENCE:
        out.append(f"</{tag}>")
    return "".join(out)


def pixels(text: str | None) -> int | None:
    """A width in whole px ("700", "700px"), None for other units or nothing."""
    found = _PIXELS.fullmatch((text or "").strip())
    return int(found[1]) if found and int(found[1]) else None


def attributes(tag: str) -> dict[str, str]:
    """The attributes of one start tag, names in lower case; the first of a doubled name counts."""
    reader = _Attributes()
    reader.feed(tag)
    return reader.found


class _Attributes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            self.found.setdefault(name, value or "")


def _text(text: str) -> str:
    return _ENTITY.sub(r"&\1", escape(text, quote=False))


def _tag(source: str, sheet: Sheet) -> str:
    if source.startswith(("<!", "<?")):
        return html_blocks.aside(source)
    closing = source.startswith("</")
    name = re.split(r"[\s/>]", source[2 if closing else 1 :], maxsplit=1)[0].lower()
    if name in _FOR_BROWSERS:
        return html_blocks.aside(source)
    element = name if name in _SAME else _OTHERWISE.get(name)
    if element is None or (element in _IN_ROWS and "table" not in _opened_here(sheet)):
        return escape(source, quote=False)
    if closing:
        return _closed(element, sheet)
    if element not in _VOID and len(sheet.open_tags) >= _DEEPEST:
        return escape(source, quote=False)
    found = attributes(source) | {"class": name if _HEADING.fullmatch(name) else ""}
    return _opened(element, found, sheet)


def _opened(element: str, found: Mapping[str, str], sheet: Sheet) -> str:
    if element == "img":
        return _image(found, sheet)
    if element == "hr":
        return html_blocks.RULE
    if element not in _VOID:
        sheet.open_tags.append(element)
    return f"<{element}{_kept(element, found, sheet)}>"


def _closed(element: str, sheet: Sheet) -> str:
    if element not in _opened_here(sheet):
        return ""
    out = ""
    while True:
        tag = sheet.open_tags.pop()
        out += f"</{tag}>"
        if tag == element:
            return out


def _opened_here(sheet: Sheet) -> list[str]:
    tags = sheet.open_tags
    fences = [index for index, tag in enumerate(tags) if tag == _FENCE]
    return tags[fences[-1] + 1 :] if fences else tags


def _image(found: Mapping[str, str], sheet: Sheet) -> str:
    source, alt = found.get("src", ""), found.get("alt", "")
    return html_blocks.picture_in_line(source, alt, pixels(found.get("width")), sheet)


def _kept(element: str, found: Mapping[str, str], sheet: Sheet) -> str:
    kept = {"class": found["class"]} if found["class"] else {}
    if element == "a" and html_blocks.followable(found.get("href", "")):
        kept["href"] = found["href"]
    if element in _ALIGNED and found.get("align", "").lower() in ("left", "center", "right", "justify"):
        kept["align"] = found["align"].lower()
    if element in ("td", "th"):
        kept |= {name: found[name] for name in ("colspan", "rowspan") if _SPAN.fullmatch(found.get(name, ""))}
    if element == "table":
        kept |= {"class": "grid", "cellspacing": "0"}
    if style := _style(found.get("style", ""), sheet):
        kept["style"] = style
    return "".join(f' {name}="{escape(value)}"' for name, value in kept.items())


def _style(style: str, sheet: Sheet) -> str:
    """The colours of a style, bent so that text stays readable on the theme's ground."""
    theme, out = sheet.look.theme, []
    for name, value in _STYLES.findall(style):
        asked = colour.read(value)
        if asked and name.lower() == "color":
            out.append(f"color:{colour.bent(asked, theme.text, theme.page)}")
        elif asked:
            out.append(f"background-color:{colour.bent(asked, theme.page, theme.text)}")
    return ";".join(out)
