"""SVG that means harm: it names other files and hosts, or is more than it looks."""

import gzip
from collections.abc import Iterator, Sequence
from html import escape

_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="90" height="60">{}</svg>'
)
_NAMING = (
    '<image href="{}" width="90" height="60"/>',
    '<image xlink:href="{}" width="90" height="60"/>',
    '<use href="{}#a"/>',
    '<rect width="90" height="60" style="fill: url({}#a)"/>',
    '<style>@import url("{}"); rect {{ fill: url({}) }}</style><rect width="9" height="9"/>',
    '<foreignObject width="90" height="60"><img xmlns="http://www.w3.org/1999/xhtml" src="{}"/></foreignObject>',
)


def hostile(addresses: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """Names with contents."""
    for form, inner in enumerate(_NAMING):
        for number, address in enumerate(addresses[:10]):
            escaped = escape(address)
            yield f"naming-{form}-{number}", _FRAME.format(inner.format(escaped, escaped)).encode()
    for name, text in {**_entities(), **_large(), **_odd()}.items():
        yield name, text if isinstance(text, bytes) else text.encode()


def _entities() -> dict[str, str]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    body = _FRAME.format("<text>&l9;</text>")
    return {
        "laughs": f'<!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]>{body}',
        "outside": f'<!DOCTYPE svg [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>{body}',
        "outside-type": f'<!DOCTYPE svg SYSTEM "http://127.0.0.1:9/a.dtd">{_FRAME.format("<rect/>")}',
        "parameter": f'<!DOCTYPE svg [<!ENTITY % a SYSTEM "file:///etc/passwd"> %a;]>{_FRAME.format("<rect/>")}',
        "sheet": f'<?xml-stylesheet href="http://127.0.0.1:9/a.css"?>{_FRAME.format("<rect/>")}',
    }


def _large() -> dict[str, str]:
    doubled = "".join(f'<g id="g{n}"><use href="#g{n - 1}"/><use href="#g{n - 1}"/></g>' for n in range(1, 30))
    return {
        "doubling": _FRAME.format(f'<g id="g0"><rect width="9" height="9"/></g>{doubled}'),
        "itself": _FRAME.format('<g id="a"><use href="#a"/></g>'),
        "deep": _FRAME.format("<g>" * 50_000),
        "deep-closed": _FRAME.format("<g>" * 5_000 + "</g>" * 5_000),
        "path": _FRAME.format(f'<path stroke="red" d="M0 0{" L9 9 L0 50" * 15_000}"/>'),
        "arcs": _FRAME.format(f'<path d="M0 0{" A1e9 1e9 0 1 1 1e9 1e9" * 6_000}"/>'),
        "many": _FRAME.format('<circle r="1e9" stroke="red" stroke-width="1e8" opacity="0.5"/>' * 19_000),
        "text": _FRAME.format(f"<text>{'가' * 600_000}</text>"),
        "letters": _FRAME.format('<text font-size="1e9">가나다</text>'),
        "stops": _FRAME.format(f'<linearGradient id="a">{"<stop/>" * 15_000}</linearGradient><rect fill="url(#a)"/>'),
        "dashes": _FRAME.format('<path d="M0 0 H1e9" stroke="red" stroke-dasharray="0.0001" stroke-width="9"/>'),
        "transform": _FRAME.format(f'<rect transform="{"scale(9) " * 9_000}" width="9" height="9"/>'),
        "attribute": _FRAME.format(f'<rect fill="{"a" * 1_500_000}"/>'),
        "size": _FRAME.replace('"90"', '"1e30"').format("<rect/>"),
        "not-a-size": _FRAME.replace('"90"', '"nan"').format('<rect width="inf" height="-inf"/>'),
    }


def _odd() -> dict[str, str | bytes]:
    return {
        "script": _FRAME.format("<script>fetch('http://127.0.0.1:9')</script><rect onload='alert(1)'/>"),
        "animated": _FRAME.format('<rect><animate attributeName="x" dur="1e-9s" repeatCount="indefinite"/></rect>'),
        "filter": _FRAME.format('<filter id="f"><feTurbulence numOctaves="99999"/></filter><rect filter="url(#f)"/>'),
        "pattern": _FRAME.format('<pattern id="p" width="1e-9" height="1e-9"><rect/></pattern><rect fill="url(#p)"/>'),
        "packed": gzip.compress(bytes(80_000_000)),
        "packed-drawing": gzip.compress(_FRAME.format('<image href="/etc/passwd"/>').encode()),
        "utf-16": _FRAME.format('<image href="/etc/passwd"/>').encode("utf-16"),
        "utf-7": b'<?xml version="1.0" encoding="utf-7"?>' + _FRAME.format("+ADw-script+AD4-").encode(),
        "nulls": _FRAME.format("\0" * 100_000),
        "no-end": '<svg xmlns="http://www.w3.org/2000/svg"><rect' + " a='b'" * 100_000,
    }
