"""A post's SVG → the harmless part of it: shapes, text and gradients, which name nothing outside the drawing.

In: the bytes of a file. Out: SVG of allow-listed elements and attributes, or None for what is no SVG or too much of it.
What QtSvg would draw of other files, hosts, filters and animations it never gets to see. `<use>` becomes a copy of
what it names.
"""

import re
from collections.abc import Mapping
from xml.etree import ElementTree
from xml.parsers import expat

MOST_BYTES = 2 << 20
_MOST_ELEMENTS = 20_000  # copies included
_DEEPEST = 40
_LONGEST = 200_000  # characters of one attribute: the longest paths of plots
_SVG = "http://www.w3.org/2000/svg"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")

_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
_ELEMENTS = {*_SHAPES, "svg", "g", "defs", "linearGradient", "radialGradient", "stop"}
_PAINTS = {"fill", "stroke", "color", "stop-color"}
_LOOKS = _PAINTS | {
    *("fill-opacity", "fill-rule", "opacity", "stop-opacity", "display", "visibility", "text-anchor"),
    *("stroke-opacity", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"),
    *("font-family", "font-size", "font-style", "font-weight", "font-variant"),
}
_PLACES = {
    *("id", "x", "y", "x1", "x2", "y1", "y2", "dx", "dy", "cx", "cy", "r", "rx", "ry", "fx", "fy", "d", "points"),
    *("width", "height", "viewBox", "transform", "preserveAspectRatio", "version"),
    *("gradientTransform", "gradientUnits", "spreadMethod", "offset"),
}
_NAMED = re.compile(r"url\(\s*#[\w.:-]+\s*\)")
_OUTWARD = re.compile(r"url\s*\(|[@\\<]|/\*", re.IGNORECASE)


class _TooMuchError(Exception):
    """The drawing has more in it than a picture of a post needs."""


def cleaned(source: bytes) -> bytes | None:
    """The harmless part of an SVG file; None where there is none."""
    if len(source) > MOST_BYTES:
        return None
    try:
        root = _parsed(source)
        if root.tag != f"{{{_SVG}}}svg":
            return None
        named = {element.get("id", ""): element for element in root.iter()}
        drawing = _Copy(named).of(root, 0)
        drawing.set("xmlns", _SVG)
        harmless: bytes = ElementTree.tostring(drawing, encoding="utf-8")
    except (expat.ExpatError, _TooMuchError, ValueError, LookupError, AssertionError):
        return None
    return harmless


def _parsed(source: bytes) -> ElementTree.Element:
    """The tree of a file. Entities of its own are refused: a few lines of them are gigabytes of text."""
    tree = ElementTree.TreeBuilder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def begin(name: str, attributes: dict[str, str]) -> None:
        tree.start(_braced(name), {_braced(key): value for key, value in attributes.items()})

    def refuse(*_: object) -> None:
        raise _TooMuchError

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda name: tree.end(_braced(name))
    parser.CharacterDataHandler = tree.data
    parser.EntityDeclHandler = refuse
    parser.Parse(source, True)
    return tree.close()


def _braced(name: str) -> str:
    return f"{{{name}" if "}" in name else name


class _Copy:
    """Copies a drawing, element by element."""

    def __init__(self, named: Mapping[str, ElementTree.Element]) -> None:
        self._named = named
        self._made = 0

    def of(self, element: ElementTree.Element, depth: int) -> ElementTree.Element:
        self._made += 1
        if self._made > _MOST_ELEMENTS or depth > _DEEPEST:
            raise _TooMuchError
        copy = ElementTree.Element(_name(element), _harmless(element))
        if _name(element) in ("text", "tspan"):
            copy.text = element.text
        for inner in element:
            name = _name(inner)
            if name in _ELEMENTS:
                copied = self.of(inner, depth + 1)
            elif name == "use":
                copied = self._used(inner, depth + 1)
            elif name in ("a", "symbol", "switch"):  # what is in them is drawn
                copied = self.of(_renamed(inner), depth + 1)
            else:
                continue
            copied.tail = inner.tail if _name(element) in ("text", "tspan") else None
            copy.append(copied)
        return copy

    def _used(self, use: ElementTree.Element, depth: int) -> ElementTree.Element:
        """A copy of what a `<use>` names, at its place; nothing where that is outside of the drawing."""
        place = f"translate({_number(use.get('x'))},{_number(use.get('y'))})"
        group = ElementTree.Element(
            f"{{{_SVG}}}g", {**_harmless(use), "transform": f"{use.get('transform', '')} {place}"}
        )
        address = next((use.get(name, "") for name in _HREFS if use.get(name)), "")
        wanted = self._named.get(address.removeprefix("#")) if address.startswith("#") else None
        if wanted is not None and (_name(wanted) in _ELEMENTS or _name(wanted) == "symbol"):
            group.append(self.of(_renamed(wanted) if _name(wanted) == "symbol" else wanted, depth + 1))
        return group


def _name(element: ElementTree.Element) -> str:
    tag = element.tag
    return tag.removeprefix(f"{{{_SVG}}}") if isinstance(tag, str) else ""  # comments have a function for a tag


def _renamed(element: ElementTree.Element) -> ElementTree.Element:
    group = ElementTree.Element(f"{{{_SVG}}}g", element.attrib)
    group.extend(element)
    return group


def _harmless(element: ElementTree.Element) -> dict[str, str]:
    kept = {name: value for name, value in element.attrib.items() if _may_stay(name, value)}
    for declared in element.get("style", "").split(";"):
        name, _, value = declared.partition(":")
        if name.strip() in _LOOKS and _may_stay(name.strip(), value.strip()):
            kept[name.strip()] = value.strip()
    return kept


def _may_stay(name: str, value: str) -> bool:
    if len(value) > _LONGEST or name not in _LOOKS | _PLACES:
        return False
    return (name in _PAINTS and bool(_NAMED.fullmatch(value.strip()))) or not _OUTWARD.search(value)


def _number(text: str | None) -> str:
    return text if text and re.fullmatch(r"-?\d{1,9}(?:\.\d{1,9})?(?:e-?\d)?", text) else "0"
