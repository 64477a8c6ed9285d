"""Marks of kramdown, pandoc and Obsidian in summaries are shown as meant; what only looks like one stays words."""

import pytest

from reader.posts.parse import parse
from reader.render import markdown
from reader.render.page import page
from reader.render.sheet import Labels, Look, Sheet
from reader.render.theme import LIGHT
from tests.posts.kinds import pieces
from tests.posts.kinds.shape import Shape
from tests.render.reading_html import tags_of, text_of

SHOWN = [shape for shape in pieces.KIND.shapes if "html" in shape.expect]


def summary(text: str) -> str:
    return markdown.summary(text, Sheet(Look(LIGHT), Labels(), typeset=lambda _tex, _display: None))


@pytest.mark.parametrize("shape", SHOWN, ids=[shape.name for shape in SHOWN])
def test_a_piece_of_a_post_is_shown_as_its_program_shows_it(shape: Shape) -> None:
    (source,) = shape.files.values()
    post = parse(source.encode() if isinstance(source, str) else source, "note.md")
    html = page(post.papers[0], Look(LIGHT)).html.partition("</style>")[2]
    assert [piece for piece in shape.expect["html"]["contains"] if piece not in html] == []
    assert [piece for piece in shape.expect["html"]["lacks"] if piece in html] == []


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[[2501.00001|이 논문]]을 보라", "이 논문을 보라"),
        ("a == b 이고 c==d 이다", "a == b 이고 c==d 이다"),
        ("=== 줄 ===", "=== 줄 ==="),
        ("==굵은 **글**==", "굵은 글"),
        ("{.5} 와 {#없다} 그리고 {x: y}", "{.5} 와 {#없다} 그리고 {x: y}"),
        ("[[안 닫힌", "[[안 닫힌"),
        ("{% 안 닫힌", "{% 안 닫힌"),
        ("물{{ 값 }}불", "물{{ 값 }}불"),
        ("> [!note]+ 접힌 것\n> 물", "접힌 것 물"),
        ("> [!tip]\n> 물", "Tip 물"),
        ("$5와 $10, 그리고 $x", "$5와 $10, 그리고 $x"),
        ("\\\\[a + b\\\\]", "a + b"),
        ("## 제목 {#id}", "제목"),
        ("`코드`{.py} 뒤", "코드 뒤"),
        ("물<br/>불<BR>김", "물 불 김"),
        ("[물]{.underline}과 [*불*]{#id .mark}", "물과 불"),
        ("[물]{안} [물](불){", "[물]{안} 물{"),
        (":::note 제목\n물\n:::", "제목 물"),
        (":::tip[제목]\n물\n:::", "제목 물"),
        ('::: {.callout-note title="제목"}\n- 물\n:::', "제목 물"),
        (":::: {.callout-tip}\n물\n::::", "Tip 물"),
        ("::: columns\n물\n:::", "물"),
        (":::{figure} a.png", ":::{figure} a.png"),
        ("물::: 불", "물::: 불"),
        ("물 <!-- 속 --> 불", "물 <!-- 속 --> 불"),
        ("물 <!-- 속 불", "물 <!-- 속 불"),
        ("물 <? 속 불", "물 <? 속 불"),
        ("물 <![CDATA[ 속 불", "물 <![CDATA[ 속 불"),
        ("{% highlight %}", "{% highlight %}"),
        ("[물](#a){.class} 불", "물 불"),
        ("![](a.png){width=70} 불", "[Picture not found: a.png] 불"),
        ("물\\\\(안 닫힌", "물\\(안 닫힌"),
        ("\\\\(a\\\\)\\\\(b\\\\)", "ab"),
        ("\\\\(a\\\\)물\\\\[b\\\\]불", "a물b불"),
        ("물\n\n## {#id}", "물"),
        ("[[물]](불)", "[물]"),
        ("[[물#불]]", "물 › 불"),
        ("[[#불]]", "불"),
        ("::: warning\n물\n:::", "Warning 물"),
        ("::: danger\n물\n:::", "Danger 물"),
        ("::: important\n물\n:::", "Important 물"),
        ("::: caution\n물\n:::", "Caution 물"),
        ("::: info\n물\n:::", "Info 물"),
        ("물\n::: note\n불\n:::", "물 Note 불"),
        ("- 물\n::: note\n불\n:::", "물 Note 불"),
    ],
)
def test_what_is_a_mark_goes_and_what_is_none_stays(written: str, shown: str) -> None:
    assert " ".join(text_of(summary(written)).split()) == shown


def test_a_link_to_a_note_that_is_a_papers_id_leads_to_the_paper() -> None:
    assert ("a", {"href": "https://arxiv.org/abs/2501.00001"}) in tags_of(summary("[[2501.00001v2|이 논문]]"))


@pytest.mark.parametrize(
    "unit",
    [
        "{%aaa",
        "{: aaa ",
        "{{ a ",
        "==a ",
        "[[a ",
        "\\\\(a ",
        "![[a",
        "> [!note]\n",
        "{% highlight py %}\n",
        "$a ",
        "`a ",
    ],
)
def test_marks_that_never_end_take_no_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    words = {word for word in unit.split() if word.isalpha()}
    assert words <= set(text_of(summary(text)).split())


@pytest.mark.parametrize("unit", ["<!--a ", "<b>a</i> ", "<?a ", "<![CDATA[a ", "<!a ", "<b><i>a ", "{% a %}<!-- "])
def test_raw_html_that_never_ends_takes_no_time(unit: str) -> None:
    html = markdown.longform("물 " + unit * (60_000 // len(unit)), Sheet(Look(LIGHT), Labels()))
    assert "a" in text_of(html) and html.count("<b>") <= 400
