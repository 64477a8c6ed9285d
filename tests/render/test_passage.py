"""One section stands below its paper's title, and a text's two versions show what became of its words."""

from reader.posts.model import Points, SectionKind
from reader.render.passage import Head, differences, passage
from reader.render.sheet import Labels, Look, no_formulas
from reader.render.theme import LIGHT
from tests.render.reading_html import tags_of, text_of

LOOK = Look(LIGHT, text_size=20)


def body(head: Head, text: str = "물이 **끓는다**.", *, unknown: bool = False) -> str:
    page = passage(text, SectionKind.METHOD, head, LOOK, typeset=no_formulas, unknown=unknown)
    assert [(anchor.section, anchor.kind) for anchor in page.anchors] == [(0, SectionKind.METHOD)]
    return page.html.partition("<body>")[2].removesuffix("</body></html>")


def test_a_title_and_a_line_about_the_paper_stand_above_the_text() -> None:
    html = body(Head("느린 <주전자>", ("2601.91011", "1월 5일")))
    assert html.startswith(
        '<p class="passage"><a name="label"></a>느린 &lt;주전자&gt;</p>'
        '<p class="about"><a name="section-0"></a>2601.91011 · 1월 5일</p>'
    )
    assert text_of(html).split() == ["느린", "<주전자>", "2601.91011", "·", "1월", "5일", "물이", "끓는다."]


def test_an_anchor_has_a_character_to_hang_on_where_nothing_is_said_of_the_paper() -> None:
    assert '<p class="about"><a name="section-0"></a>&#8203;</p>' in body(Head("주전자"))


def test_without_a_title_there_is_the_text_alone() -> None:
    assert [tag for tag, _ in tags_of(body(Head("", ("2601.91011",))))] == ["p", "strong"]
    assert text_of(body(Head(""))).split() == ["물이", "끓는다."]


def test_that_nothing_is_known_is_written_as_it_is_and_muted() -> None:
    assert body(Head(""), "정보 *부족*", unknown=True) == '<p class="unknown">정보 *부족*</p>'


def test_title_and_line_keep_their_share_of_the_text_size() -> None:
    style = passage("물", SectionKind.METHOD, Head("a"), LOOK, typeset=no_formulas).html.partition("</style>")[0]
    title = style.partition("p.passage {")[2].partition("}")[0]
    about = style.partition("p.about {")[2].partition("}")[0]
    assert "font-size:22px" in title
    assert "margin-right:44px" in title
    assert "font-size:16px" in about
    assert f"color:{LIGHT.muted};" in about
    assert "margin-bottom:10px" in about


def test_words_that_went_are_struck_through_and_new_ones_lie_on_the_ground_of_found_words() -> None:
    html = differences([("same", "물이 "), ("gone", "차다\n"), ("new", "끓는다 <"), ("same", " 끝")], LOOK).html
    assert html.endswith(
        '<p>물이 <span class="gone">차다</span><br><span class="mark">끓는다 &lt;</span> 끝</p></body></html>'
    )
    assert f"span.gone {{ color:{LIGHT.muted}; text-decoration:line-through }}" in html


POINTS = Points(goal="찻물을 <빨리> 끓인다.", contribution="새 주전자.", rest="그리고 **나머지**")


def introduction(column: int, points: Points = POINTS) -> str:
    look = LOOK._replace(column=column)
    labels = Labels(goal="목표", contribution="기여")
    made = passage(
        "- Goal: x", SectionKind.INTRODUCTION, Head(""), look, typeset=no_formulas, points=points, labels=labels
    )
    return made.html.partition("<body>")[2].removesuffix("</body></html>")


def test_the_points_of_an_introduction_stand_beside_their_labels_where_there_is_room() -> None:
    html = introduction(600)
    assert html.startswith('<table class="points"')
    assert text_of(html).split() == ["목표", "찻물을", "<빨리>", "끓인다.", "기여", "새", "주전자.", "그리고", "나머지"]


def test_in_a_narrow_column_labels_stand_above_the_points_as_the_programs_own_words() -> None:
    html = introduction(599)
    assert "<table" not in html
    assert html.startswith('<p class="label"><a name="label"></a>목표</p><p>찻물을 &lt;빨리&gt; 끓인다.</p>')
    assert html.count('<a name="label"></a>') == 2
    assert text_of(html).split() == text_of(introduction(600)).split()


def test_an_introduction_that_names_no_points_is_shown_as_it_is() -> None:
    assert text_of(introduction(599, Points(rest="anything"))).split() == ["Goal:", "x"]
