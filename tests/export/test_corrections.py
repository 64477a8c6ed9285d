"""A person's correction of highlighted words goes into every file that has highlights, and is said to be theirs."""

from reader.export.anki import cards
from reader.export.html import html_page
from reader.export.markdown import vault_file
from reader.export.model import ENGLISH, KOREAN, Quotation
from reader.export.returning import note_in
from reader.export.table import table
from reader.services.outside.zotero_items import notes
from tests.export.exported import exported

CORRECTED = exported(
    "Paper", note="내 메모", highlights=(Quotation("Results", "14B", "yellow", correction="<b>가 아니라 14억"),)
)


def test_a_vault_has_it_inside_the_quotation_in_the_persons_language():
    text = vault_file(CORRECTED, KOREAN, lambda _: None)
    assert "> 14B\n>\n> 내 정정: \\<b>가 아니라 14억\n>\n> — Results · yellow" in text


def test_the_note_of_such_a_file_ends_before_the_highlights():
    body = vault_file(CORRECTED, ENGLISH, lambda _: None).split("---\n", 2)[2]
    assert note_in(body, "", ["## Introduction"]).text == "내 메모"


def test_a_page_has_it_below_the_marked_words_as_text():
    page = "".join(html_page([CORRECTED], ENGLISH, "en"))
    assert '>14B</mark><p class="correction">My correction: &lt;b&gt;가 아니라 14억</p></blockquote>' in page


def test_a_table_has_it_behind_an_arrow():
    assert "14B → <b>가 아니라 14억" in "".join(table([CORRECTED]))


def test_a_card_has_it_on_its_back():
    (card,) = cards(CORRECTED)
    assert card.back.startswith("<b>14B</b><br>→ &lt;b&gt;가 아니라 14억")


def test_zotero_gets_it_in_the_note_of_highlights():
    highlights = dict(notes(CORRECTED, ENGLISH))["highlights"]
    assert "<p>14B</p><p>My correction: &lt;b&gt;가 아니라 14억</p></blockquote>" in highlights


def test_highlights_without_one_are_written_as_ever():
    plain = CORRECTED._replace(highlights=(Quotation("Results", "14B", "yellow"),))
    assert "My correction" not in vault_file(plain, ENGLISH, lambda _: None) + "".join(
        html_page([plain], ENGLISH, "en")
    )
