"""Markdown of summaries and of pages written by hand → HTML that QTextBrowser draws, with no text lost."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.render import markdown
from reader.render.formula import Formula
from reader.render.html_blocks import followable
from reader.render.sheet import FilePicture, FormulaPicture, Labels, Look, Sheet
from reader.render.theme import LIGHT
from tests.render.reading_html import tags_of, text_of, words_of


def sheet(**wanted: object) -> Sheet:
    return Sheet(Look(LIGHT), Labels(), typeset=lambda _tex, _display: None, **wanted)  # type: ignore[arg-type]


def summary(text: str) -> str:
    return markdown.summary(text, sheet())


def page(text: str) -> str:
    return markdown.longform(text, sheet())


@pytest.mark.parametrize(
    "word",
    ["<Parallel>", "<Silence>", "<think>…</think>", "<0.03 bpp", "RMS->∞", "V*", "1~8", "^5", "µP", "√d", "a & b"],
)
@pytest.mark.parametrize("write", [summary, page])
def test_what_looks_like_markup_and_is_not_is_shown(write: Callable[[str], str], word: str) -> None:
    source = word.replace("*", "\\*")
    assert word in text_of(write(f"결과는 {source} 이다."))


def test_a_picture_of_raw_html_that_is_a_block_stands_alone() -> None:
    def written(text: str) -> str:
        return markdown.longform(text, sheet(find_picture=lambda source: Path("/blog") / source))

    assert '<p class="figure"><img src="file:0" alt=""></p>' in written('앞\n\n<img src="a.gif">\n\n뒤')
    assert "<p>앞 <img" in written('앞 <img src="a.gif">')


NARROW = "| 이름 | 값 |\n|---|---|\n| 긴 이름 하나 | 76.6 |"
WIDE = f"{'| 이름' + '| HumanEval' * 12} |\n{'|---' * 13}|\n| 긴 이름 하나 {'| 76.6 ' * 11}| {'긴 말 ' * 20}|"


def cells_of(text: str, *, scrolls: bool) -> list[tuple[str | None, str | None]]:
    written = markdown.summary(text, Sheet(Look(LIGHT, scrolls=scrolls), Labels()))
    return [(of.get("class"), of.get("width")) for tag, of in tags_of(written) if tag in ("td", "th")]


@pytest.mark.parametrize("scrolls", [True, False])
def test_words_of_a_table_are_whole_where_they_fit_and_lines_may_break(scrolls: bool) -> None:
    assert cells_of(NARROW, scrolls=scrolls) == [("whole", None), ("whole", None), (None, None), ("whole", None)]


def test_a_table_that_is_too_wide_makes_the_page_scroll_and_its_long_cells_a_column() -> None:
    assert cells_of(WIDE, scrolls=True) == [("whole", None)] * 25 + [(None, "256")]


def test_where_nothing_scrolls_it_is_squeezed() -> None:
    assert cells_of(WIDE, scrolls=False) == [(None, None)] * 26


def test_a_tag_at_the_beginning_of_a_line_does_not_swallow_what_follows() -> None:
    assert text_of(summary("<Parallel>\n뒤의 글\n\n<div>더</div>")).split() == [
        "<Parallel>",
        "뒤의",
        "글",
        "<div>더</div>",
    ]


def test_summaries_may_have_tables_strikethrough_and_code() -> None:
    html = summary("| a | b |\n|---|--:|\n| 1 | ~~2~~ |\n\n```\nx < 1\n```\n\n> 인용")
    assert "<s>2</s>" in html
    assert '<td align="right" class="whole">' in html
    assert "<pre>x &lt; 1</pre>" in html
    assert 'class="quote"' in html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "/assets/a", "vbscript:x"]
)
def test_only_links_to_the_web_can_be_followed(address: str) -> None:
    for html in (summary(f"[글]({address})"), page(f"[글]({address})"), page(f'<a href="{address}">글</a>')):
        assert not [tag for tag in tags_of(html) if "href" in tag[1]]
        assert "글" in text_of(html)


def test_links_to_the_web_are_links() -> None:
    assert ("a", {"href": "https://a.org/?x=1&y=2"}) in tags_of(summary("[글](https://a.org/?x=1&y=2)"))


HOSTILE = [
    "<script>alert('x')</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='file:///etc/passwd'>",
    "<svg onload=alert(1)><circle/></svg>",
    "<iframe src=https://evil.org></iframe>",
    "<a href='javascript:alert(1)' onclick=x()>눌러</a>",
    "<p style='background-image:url(https://evil.org/a.png);color:red'>글</p>",
    "<style>body{display:none}</style>",
    "<table background='https://evil.org/a.png' onmouseover=x()><tr><td>글</table>",
    "<object data=x><embed src=y></object>",
    "</table></td></body></html><h1>글</h1>",
    "<a name='section-0'>글</a><p class='section'>글</p>",
    '<img src="x" alt=\'"><script>x</script>\'>',
]


@pytest.mark.parametrize("source", HOSTILE)
def test_hostile_html_brings_in_nothing(source: str) -> None:
    html = page(f"앞 {source} 뒤\n\n{source}\n\n끝")
    allowed = {"p", "a", "span", "table", "tr", "td", "b", "br", "code", "s", "u", "div", "img"}
    for tag, attributes in tags_of(html):
        assert tag in allowed
        assert set(attributes) <= {"class", "href", "style", "width", "cellspacing", "cellpadding", "align", "name"}
        assert not str(attributes.get("href", "")).lower().startswith(("javascript", "data", "file"))
        assert "url(" not in str(attributes.get("style", ""))
        assert str(attributes.get("name", "card")) in ("card",)
    assert text_of(html).strip().startswith("앞")
    assert text_of(html).rstrip().endswith("끝")


def test_a_stray_closing_tag_cannot_break_the_page_around_it() -> None:
    html = page("> 인용 </td></tr></table></div>\n> 계속\n\n밖")
    assert html.count("<table") == html.count("</table>") == 1
    assert html.index("계속") < html.index("</table>") < html.index("밖")


def test_what_is_left_open_is_closed_where_it_was_opened() -> None:
    assert page("<span style='color:red'>열림\n\n다음").index("</span>") < page(
        "<span style='color:red'>열림\n\n다음"
    ).index("다음")
    assert page("<div align=center>\n\n글").endswith("</div>")


def test_of_a_whole_html_page_what_is_for_browsers_is_kept_beside() -> None:
    written = page('<html>\n<head><meta charset="utf-8"></head>\n<body>\n<h1>주전자</h1>\n</body>\n</html>')
    assert '<code class="aside">&lt;meta charset="utf-8"&gt;</code>' in written.replace("&quot;", '"')
    assert text_of(written).split() == ["<meta", 'charset="utf-8">', "주전자"]


def test_unknown_elements_are_shown_as_text() -> None:
    assert "<blink x=1>글</blink>" in text_of(page("<blink x=1>글</blink>"))
    assert "<!-- 주석 -->" in text_of(page("<!-- 주석 -->"))


KEPT = (
    "b",
    "code",
    "em",
    "i",
    "kbd",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "blockquote",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "li",
    "ol",
    "p",
    "pre",
    "ul",
    "table",
)


@pytest.mark.parametrize("element", KEPT)
def test_elements_of_text_and_blocks_are_kept(element: str) -> None:
    assert re.search(f"<{element}[^>]*>글</{element}>", page(f"<{element}>글</{element}>"))


@pytest.mark.parametrize("element", ["caption", "tbody", "td", "tfoot", "th", "thead", "tr"])
def test_parts_of_tables_are_kept_in_a_table_and_are_text_outside_of_one(element: str) -> None:
    assert f"<{element}>글</{element}>" in page(f"<table><{element}>글</{element}></table>")
    assert f"<{element}>글</{element}>" in text_of(page(f"앞 <{element}>글</{element}>"))
    quoted = page(f"<table><tr><td>\n\n> 앞 <{element}>글</{element}>\n\n</td></tr></table>")
    assert f"<{element}>글</{element}>" in text_of(quoted)  # of no table of the quotation's own


@pytest.mark.parametrize(
    ("element", "written"),
    [
        ("del", "s"),
        ("details", "div"),
        ("figcaption", "p"),
        ("figure", "div"),
        ("ins", "u"),
        ("mark", "u"),
        ("section", "div"),
        ("aside", "div"),
        ("body", "div"),
        ("main", "div"),
        ("strike", "s"),
        ("summary", "b"),
    ],
)
def test_elements_qt_does_not_draw_are_written_as_what_it_does(element: str, written: str) -> None:
    assert f"<{written}>글</{written}>" in page(f"<{element}>글</{element}>")


def test_headings_in_html_are_paragraphs_of_their_level() -> None:
    html = page("".join(f"<h{level}>글</h{level}>" for level in range(8)))
    assert [attributes["class"] for _, attributes in tags_of(html) if "class" in attributes] == [
        f"h{level}" for level in range(1, 7)
    ]
    assert "<h0>" in text_of(html)
    assert "<h7>" in text_of(html)


def test_a_picture_in_html_has_the_width_asked_for(tmp_path: Path) -> None:
    written = sheet(find_picture=lambda source: tmp_path / source)
    widths = ("300", "300px", " 12 ", "0", "50%", "2em", "99999")
    markdown.longform("".join(f'<img src="{n}.png" width="{wide}">' for n, wide in enumerate(widths)), written)
    assert [picture.width for picture in written.pictures.values() if isinstance(picture, FilePicture)] == [
        300,
        300,
        12,
        None,
        None,
        None,
        None,
    ]


def test_colours_of_an_author_stay_readable() -> None:
    assert '<span style="background-color:#f7ddbe">' in page("<span style=' background-color: #F7DDBE'>강조</span>")
    assert 'style="color:#ffff00"' not in page("<span style='color:yellow'>노랑</span>")
    assert "position" not in page("<span style='position:fixed;color:red'>글</span>")


def test_simple_tables_in_html_are_tables() -> None:
    html = page(
        "<table id=t data-x=1><tr><th colspan=2>머리</th></tr><tr><td rowspan=99999>1</td><td>2</td></tr></table>"
    )
    assert '<table class="grid" cellspacing="0">' in html
    assert '<th colspan="2">' in html
    assert "99999" not in html


# Jekyll's own


def test_raw_tags_vanish_and_what_stands_between_them_stays() -> None:
    assert text_of(page("{% raw  %}\n\n```html\n{{ a }}\n```\n\n{% endraw %}")).split() == ["{{", "a", "}}"]


def test_other_liquid_tags_are_shown_quietly() -> None:
    assert '<code class="aside">{% toc %}</code>' in page("앞 {% toc %} 뒤 {{ page.title }}")
    assert '<code class="aside">{{ page.title }}</code>' in page("앞 {% toc %} 뒤 {{ page.title }}")


def test_an_included_figure_is_a_picture() -> None:
    html = page('{% include figure.liquid loading="eager" path="assets/img/a b.jpg" title="그림" %}')
    assert "그림" in text_of(html)
    assert "a b.jpg" in text_of(html)


def test_a_highlighted_block_is_code() -> None:
    html = page("{% highlight text %}\nx = *1*\n\ny = _2_\n{% endhighlight %}\n\n뒤")
    assert "<pre>x = *1*\n\ny = _2_</pre>" in html


@pytest.mark.parametrize(
    "text", ['![그림](https://a.org/x.png){: width="700"}', "![그림](https://a.org/x.png)\n{: .wide }"]
)
def test_a_picture_elsewhere_is_not_fetched_but_has_its_place(text: str) -> None:
    written = sheet()
    html = markdown.longform(text, written)
    assert written.pictures == {}
    assert "<img" not in html
    assert "그림" in text_of(html)
    assert "a.org" in text_of(html)
    assert "{:" not in text_of(html)
    assert ("a", {"href": "https://a.org/x.png"}) in tags_of(html)


def test_a_picture_at_hand_is_shown_at_the_width_asked_for(tmp_path: Path) -> None:
    written = sheet(find_picture=lambda source: tmp_path / source)
    html = markdown.longform('![그림](a.png){: width="300"} ![둘](b.png)\n\n글 속 ![셋](c.png) 그림', written)
    assert list(written.pictures.values()) == [
        FilePicture(tmp_path / "a.png", 300, "그림"),
        FilePicture(tmp_path / "b.png", None, "둘"),
        FilePicture(tmp_path / "c.png", None, "셋"),
    ]
    assert [tag[1]["src"] for tag in tags_of(html) if tag[0] == "img"] == list(written.pictures)


def test_headings_are_gathered_with_their_words() -> None:
    written = sheet()
    markdown.longform("# **굵은** 제목\n\n### `코드` $p_g$ 와 [링크](https://a.org)", written)
    assert [(heading.text, heading.level) for heading in written.headings] == [
        ("굵은 제목", 1),
        ("코드 p_g 와 링크", 3),
    ]


# Mathematics


def formulas_of(text: str) -> list[tuple[str, bool]]:
    asked: list[tuple[str, bool]] = []

    def typeset(tex: str, display: bool) -> Formula:
        asked.append((tex, display))
        return Formula("<svg/>", 10, 8, 2)

    markdown.longform(text, Sheet(Look(LIGHT), Labels(), typeset))
    return asked


@pytest.mark.parametrize(
    ("text", "formulas"),
    [
        ("데이터 $x$에 대한 $G(z;\\theta_g)$로", [("x", False), ("G(z;\\theta_g)", False)]),
        ("just like $$ E = mc^2 $$.", [(" E = mc^2 ", False)]),
        ("$$\nE = mc^2\n$$", [("\nE = mc^2\n", True)]),
        ("> $$\n> a\n> $$", [("\na\n", True)]),
        (
            "앞\n$$\n\\begin{align}\na\n\\end{align}\n$$\n뒤 $x$",
            [("\n\\begin{align}\na\n\\end{align}\n", True), ("x", False)],
        ),
        ("- 앞\n  $$\n  a\n  $$\n  뒤", [("\n  a\n  ", True)]),
        ("앞\n$$\n뒤\n\n$$\na\n$$", [("\na\n", True)]),
        ("\\begin{equation}\na\n\\end{equation}", [("\\begin{equation}\na\n\\end{equation}", True)]),
        ("$f\\_\\alpha (x) $와 $D^\\*_G$", [("f_\\alpha (x) ", False), ("D^*_G", False)]),
        ("값은 $5이고 $10이다", []),
        ("값은 $5와 $10 사이이다. A hat $\\hat{x}$ is", [("\\hat{x}", False)]),
        ("costs $5 and $10 a month; $x$", [("x", False)]),
        ("$2 x $ 는", [("2 x ", False)]),
        ("값 \\(\\alpha_i\\) 와 \\(x\\), \\(p'\\)", [("\\alpha_i", False), ("x", False), ("p'", False)]),
        ("값 \\\\(a\\\\) 와 \\\\[12\\\\]", [("a", False), ("12", False)]),
        ("앞 \\[ a^2 \\] 뒤", [("a^2", False)]),
        ("앞\n\n\\[\n\\sum_i x_i\n\\]\n\n뒤", [("\\sum_i x_i", True)]),
        ("- 앞\n\n  \\[ a^2 \\]\n\n뒤", [("a^2", True)]),
        ("> \\[ a^2 \\]\n\n뒤", [("a^2", True)]),
        ("\\\\[ a^2 \\\\]", [("a^2", True)]),
        ("\\[ a^2 \\] 와 \\[ b^2 \\]", [("a^2", False), ("b^2", False)]),
        ("인용 \\[1\\] 과 \\(말\\)", []),
        ("\\[1\\]", []),
        ("\\(x", []),
        ("    \\[ a^2 \\]", []),
        ("`\\(x\\)`", []),
        (f"\\({'x ' * 1_000}^2\\)", []),
        ("`$x$`", []),
        ("\\$x\\$", []),
    ],
)
def test_formulas_are_found(text: str, formulas: list[tuple[str, bool]]) -> None:
    assert formulas_of(text) == formulas


def test_a_formula_that_is_not_typeset_is_shown_as_code() -> None:
    assert "<code>\\frac{a}{b}</code>" in page("값 $\\frac{a}{b}$ 이다")


def test_a_formula_is_no_wider_than_the_column() -> None:
    written = Sheet(Look(LIGHT, column=400), Labels(), lambda _tex, _display: Formula("<svg/>", 1000, 80, 20))
    html = markdown.longform("$$\na\n$$", written)
    picture = written.pictures["formula:0"]
    assert isinstance(picture, FormulaPicture)
    assert picture.width <= 400
    assert picture.ascent == pytest.approx(picture.width * 80 / 1000)
    assert ("img", {"src": "formula:0", "width": "376", "height": "38", "alt": "a"}) in tags_of(html)


# Nothing is lost, whatever comes


@given(st.text(alphabet=st.sampled_from("가나ab1 \n\t#*_`~[]()<>!|\\$-+.:{}%&;='\"/^"), max_size=300))
def test_no_summary_fails(text: str) -> None:
    text_of(summary(text))


@given(st.text(alphabet=st.sampled_from("가나ab1 \n\t#*_`~[]()<>!|\\$-+.:{}%&;='\"/^"), max_size=300))
def test_no_page_fails(text: str) -> None:
    html = page(text)
    assert html.count("<table") == html.count("</table>")


@given(
    st.lists(
        st.sampled_from(
            ["<div>", "</div>", "<table>", "<tr>", "<td>", "</table>", "> ", "- ", "\n\n", "글 ", "<b>", "</b>"]
        )
    )
)
def test_raw_tags_in_any_order_leave_whole_tables(parts: list[str]) -> None:
    html = page("".join(parts))
    assert html.count("<table") == html.count("</table>")
    assert html.count("<div") == html.count("</div>")


@pytest.mark.parametrize("name", ["2015-10-20-math", "2023-03-21-tables", "2023-04-30-StarGAN", "2024-01-09-GAN"])
def test_every_word_of_the_pages_in_the_corpus_is_on_the_page(shared: Path, name: str) -> None:
    source = (shared / "corpus" / "longform" / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    shown = text_of(page(source))
    lost = [word for word in words_of(_without_marks(source)) if word not in shown]
    assert [word for word in lost if not word.isdigit()] == []  # the numbers of lists are counted, not written


def _without_marks(source: str) -> str:
    """A source without what is not text: addresses, tags with their attributes, `{: … }`, `{% raw %}`, code's names."""
    return re.sub(
        r"\]\([^)]*\)|</?(?:table|t[hdr]|thead|span|p|img)\b[^>]*>|\{:[^}]*\}|\{% \w+  %\}|```\w+|&nbsp;", " ", source
    )


@pytest.mark.parametrize(
    ("href", "leads"),
    [
        ("https://water.example/a", True),
        ("HTTP://water.example", True),
        ("//water.example/a", True),
        ("mailto:a@water.example", True),
        ("#part", True),
        ("ftp://water.example/a", False),
        ("https:///a", False),
        ("javascript://water.example/%0Aalert(1)", False),
        ("a.md", False),
        ("", False),
    ],
)
def test_links_lead_to_the_web_to_mail_and_to_places_of_the_page_alone(href: str, leads: bool) -> None:
    assert followable(href) is leads
