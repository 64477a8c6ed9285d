"""A drawing keeps its shapes and loses whatever reaches out of it."""

import re
import time

import pytest

from reader.render.svg import cleaned

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inner: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<svg {NS} width="40" height="30">{inner}</svg>'.encode()


REACHING_OUT = [
    '<image href="/etc/passwd"/>',
    '<image xlink:href="file:///dev/zero" width="9" height="9"/>',
    '<image href="//host/share/a.png"/>',
    '<image href="data:image/png;base64,AAAA"/>',
    '<use href="/etc/passwd#a"/>',
    '<use xlink:href="http://host/a.svg#b"/>',
    '<style>@import url("http://host/a.css"); rect { fill: url(file:///etc/passwd) }</style>',
    '<rect style="fill:url(http://host/#a)"/>',
    '<rect fill="url(file:///etc/passwd#a)"/>',
    '<rect filter="url(#blur)" mask="url(http://host)"/>',
    '<script href="http://host/a.js">alert(1)</script>',
    '<foreignObject><iframe src="http://host"/></foreignObject>',
    '<a href="javascript:alert(1)"><rect/></a>',
    '<a xlink:href="http://host"><rect/></a>',
    '<rect onload="alert(1)" onclick="alert(1)"/>',
    '<animate href="#a" attributeName="x" to="http://host"/>',
    '<linearGradient id="a" xlink:href="http://host/#b"/>',
    "<text style=\"font-family:'a';src:url(http://host)\">a</text>",
    '<feImage href="/etc/passwd"/>',
    '<pattern id="p"><image href="/etc/passwd"/></pattern>',
    '<font-face><font-face-uri href="http://host"/></font-face>',
    '<rect style="fill:u\\72l(http://host)"/>',
]


@pytest.mark.parametrize("inner", REACHING_OUT)
def test_nothing_reaches_out_of_a_drawing(inner):
    kept = cleaned(drawing(inner))
    assert kept is not None
    text = kept.decode()
    for sign in ("host", "passwd", "/dev", "data:", "alert", "href", "url(", "import", "72l"):
        assert sign not in text, text


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://host/a.dtd"> %a;]>',
    ],
)
def test_a_drawing_with_entities_is_none(head):
    assert cleaned(drawing("<text>a</text>", head)) is None


def test_a_document_type_and_a_style_sheet_of_others_are_left_out():
    head = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://host/svg11.dtd"><?xml-stylesheet href="http://host/a"?>'
    )
    kept = cleaned(drawing("<rect/>", head))
    assert kept is not None
    assert b"host" not in kept


def test_shapes_text_and_gradients_stay():
    inner = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>'
        '<path d="M0 0 L9 9" style="fill:url(#g);stroke: #123456; stroke-width:2"/>'
        '<text x="3" y="4">모델 <tspan>a</tspan> b</text>'
    )
    text = (cleaned(drawing(inner)) or b"").decode()
    for sign in (
        "linearGradient",
        'stop-color="#fff"',
        'fill="url(#g)"',
        'stroke="#123456"',
        "모델 ",
        "> b</",
        'd="M0 0 L9 9"',
    ):
        assert sign in text, text


def test_what_is_used_is_copied_to_its_place():
    """As plots have their letters and markers."""
    inner = '<defs><path id="m" d="M0 0"/></defs><use xlink:href="#m" x="3" y="-4.5" transform="scale(2)" fill="red"/>'
    text = (cleaned(drawing(inner)) or b"").decode()
    assert text.count('d="M0 0"') == 2
    assert 'transform="scale(2) translate(3,-4.5)"' in text


ENDLESS = [
    '<g id="a"><use href="#a"/></g>',
    "".join(f'<g id="a{n}"><use href="#a{n + 1}"/><use href="#a{n + 1}"/></g>' for n in range(60)) + '<rect id="a60"/>',
    "<g>" * 5000 + "</g>" * 5000,
    "<rect/>" * 100_000,
    '<path d="' + "M0 0" * 500_000 + '"/>',
]


@pytest.mark.parametrize("inner", ENDLESS, ids=["itself", "doubling", "deep", "many", "long"])
def test_no_drawing_is_endless(inner):
    begun = time.process_time()
    kept = cleaned(drawing(inner))
    assert time.process_time() - begun < 2
    assert kept is None or len(kept) < 10_000


@pytest.mark.parametrize(
    "source", [b"", b"<", b"\x89PNG", b"<html/>", "<svg>한</svg>".encode("utf-16"), b"<svg><g></svg>"]
)
def test_what_is_no_drawing_is_none(source):
    assert cleaned(source) is None


SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "g", "defs")
LOOKS = re.findall(
    r"\S+",
    """fill stroke color stop-color fill-opacity fill-rule opacity stop-opacity display visibility text-anchor
stroke-opacity stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
font-family font-size font-style font-weight font-variant""",
)
PLACES = re.findall(
    r"\S+",
    """id x y x1 x2 y1 y2 dx dy cx cy r rx ry fx fy d points width height viewBox transform preserveAspectRatio
version gradientTransform gradientUnits spreadMethod offset""",
)


@pytest.mark.parametrize("name", [*SHAPES, "linearGradient", "radialGradient", "stop"])
def test_what_a_plot_is_drawn_with_stays(name):
    kept = (cleaned(drawing(f"<{name}/>")) or b"").decode()
    assert f"<{name} />" in kept or f":{name} />" in kept


@pytest.mark.parametrize("name", [*LOOKS, *PLACES])
def test_how_it_looks_and_where_it_stands_stays(name):
    assert f' {name}="1"' in (cleaned(drawing(f'<rect {name}="1"/>')) or b"").decode()
    styled = (cleaned(drawing(f'<rect style="{name}: 1"/>')) or b"").decode()
    assert (f' {name}="1"' in styled) is (name in LOOKS)


def test_what_is_kept_is_a_drawing_that_can_be_kept_once_more():
    kept = cleaned(drawing('<g><text>물 <tspan>불</tspan> 김</text><rect x="1"/></g>'))
    assert kept is not None
    assert b'xmlns="http://www.w3.org/2000/svg"' in kept
    again = cleaned(kept)
    assert again is not None
    assert again.count(b"xmlns") >= 1
    assert "불" in again.decode()


def test_a_symbol_is_drawn_where_it_is_used():
    inner = '<symbol id="s"><path d="M0 0"/></symbol><use href="#s" x="3"/><use href="#none"/><use href="#i"/>'
    kept = (cleaned(drawing(inner + '<image id="i"/>')) or b"").decode()
    assert kept.count('d="M0 0"') == 2
    assert "symbol" not in kept
    assert "image" not in kept


@pytest.mark.parametrize("wrap", ["g", "symbol"])
def test_copies_of_copies_end_at_the_fortieth_level(wrap):
    def chain(length: int) -> str:
        inner = "".join(f'<{wrap} id="a{n}"><use href="#a{n + 1}"/></{wrap}>' for n in range(length))
        return f'<defs>{inner}<rect id="a{length}"/></defs><use href="#a0"/>'

    assert cleaned(drawing(chain(18))) is not None
    assert cleaned(drawing(chain(20))) is None
