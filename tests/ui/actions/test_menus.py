"""The menus and the flags of actions: what is where, what is ticked, what needs a paper, which keys write letters."""

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenuBar, QWidget

from reader.base.git_address import GitAddress
from reader.ui.actions.action_table import ACTIONS, MENUS
from reader.ui.actions.actions import Actions, action_text
from reader.ui.actions.bindings import collide, in_hangul, in_latin, is_bare, rivals, with_keys
from reader.ui.actions.menus import Menus

TICKED = {"lens", "sidebar", "notes_pane", "reading_mode", "full_screen"}
OF_A_PAPER = {
    *("open_arxiv", "open_alphaxiv", "open_pdf", "open_html", "open_huggingface", "related", "bookmark"),
    *("toggle_read", "revisit", "labels", "note", "highlight", "quote", "fill", "zotero", "copy_bibtex"),
    *("copy_markdown", "copy_text", "copy_link", "explain", "find_in_page", "next_hit", "previous_hit", "compare"),
}
OF_NO_PAPER = {
    *("add_folder", "sync", "backup", "export", "import", "settings", "quit", "undo", "redo", "search", "palette"),
    *("go_all", "go_unread", "back", "next_paper", "next_unread", "next_pane", "table", "sidebar", "larger", "theme"),
    *("keys", "updates", "about", "select_all", "mark_all_read", "save_search", "as_typed", "clear_history"),
}


@pytest.fixture
def actions(page: QWidget) -> Actions:
    made = Actions(page)
    made.retranslate()
    return made


def test_what_can_be_on_or_off_is_ticked_and_nothing_else(actions: Actions) -> None:
    assert {spec.name for spec in ACTIONS if actions[spec.name].isCheckable()} >= TICKED
    assert not any(actions[name].isCheckable() for name in OF_NO_PAPER - TICKED)


def test_what_is_about_a_paper_needs_one(actions: Actions) -> None:
    actions.set_has_paper(False)
    waiting = {spec.name for spec in ACTIONS if not actions[spec.name].isEnabled()}
    assert waiting >= OF_A_PAPER
    assert not waiting & OF_NO_PAPER
    actions.set_has_paper(True)
    assert all(actions[spec.name].isEnabled() for spec in ACTIONS)


def test_keys_that_write_letters_act_only_where_nobody_types() -> None:
    assert {spec.name for spec in ACTIONS if spec.bare} == {
        spec.name for spec in ACTIONS if any(is_bare(key) for key in spec.keys)
    } | {"select_all"}  # Ctrl+A selects text where one types


def test_each_menu_has_its_actions_in_groups(actions: Actions, page: QWidget) -> None:
    menus = Menus(actions, page)
    assert (
        [each.menu().title() for each in menus.main.actions()]
        == [
            "Library",
            "Paper",
            "Go",
            "View",
            "Help",
        ]
        == [menus.by_name[name].title() for name, _ in MENUS]
    )
    for menu in menus.by_name.values():
        said = ["---" if each.isSeparator() else each.text() for each in menu.actions()]
        assert "---" not in (said[0], said[-1])
        assert ("---", "---") not in pairwise(said)
    paper, view = groups(menus, "paper"), groups(menus, "view")
    for together in (
        {"Open on arXiv", "Open the PDF", "Related papers"},
        {"Bookmark", "Read / unread", "Revisit…", "Labels…", "Write a note", "Quote the selected words in the note"},
        {"Copy as BibTeX", "Copy as Markdown", "Copy as plain text", "Copy the link"},
        {"Select all in this list", "Mark all in this list as read"},
        {"Undo the last mark", "Redo"},
    ):
        assert any(together <= group for group in paper), together
    for together in ({"Sidebar", "Notes", "Reading mode"}, {"Larger text", "Smaller text", "Usual text size"}):
        assert any(together <= group for group in view), together
    assert not any({"Light / dark", "Full screen"} <= group for group in view)
    assert [each.text() for each in menus.by_name["help"].actions()] == [
        "Keys",
        "",
        "Check for updates",
        "About Daily Papers Reader",
    ]


def groups(menus: Menus, name: str) -> list[set[str]]:
    """The words of a menu between its lines."""
    found: list[set[str]] = [set()]
    for each in menus.by_name[name].actions():
        if each.isSeparator():
            found.append(set())
        else:
            found[-1].add(each.text())
    return found


def test_a_menu_bar_has_the_same_menus(actions: Actions, page: QWidget) -> None:
    menus, bar = Menus(actions, page), QMenuBar(page)
    menus.fill_bar(bar)
    assert [each.menu() for each in bar.actions()] == list(menus.by_name.values())


def test_sources_that_can_be_removed_stand_above_the_look_for_new_posts(actions: Actions, page: QWidget) -> None:
    menus = Menus(actions, page)
    menus.show_sources([])
    assert not menus.sources.isEnabled()
    address = GitAddress("https://example.org/ann/blog")
    menus.show_sources([Path("/posts")], [address])
    assert menus.sources.isEnabled()
    assert [each.data() for each in menus.sources.actions()] == [Path("/posts"), address]
    assert menus.sources.actions()[1].text() == address.shown
    library = [each.text() for each in menus.by_name["library"].actions()]
    assert library.index("Remove from the library") == library.index("Look for new posts") - 1


@pytest.mark.parametrize(
    ("key", "bare"),
    [
        ("J", True),
        ("Shift+J", True),
        ("G, P", True),
        ("Space", True),
        ("Backspace", True),
        ("F", True),
        ("?", True),
        ("F5", False),
        ("F11", False),
        ("Shift+F3", False),
        ("Ctrl+J", False),
        ("Alt+Left", False),
        ("Meta+J", False),
        ("Shift+Ctrl+J", False),
        ("Shift+Alt+J", False),
    ],
)
def test_a_key_writes_unless_it_has_ctrl_or_alt_or_is_a_function_key(key: str, bare: bool) -> None:
    assert is_bare(key) == bare


def test_the_same_keys_under_a_korean_layout() -> None:
    assert (in_hangul("J"), in_hangul("G, P"), in_hangul("Shift+J"), in_hangul("[")) == (
        "ㅓ",
        "ㅎ, ㅔ",
        "Shift+ㅓ",
        "[",
    )
    assert (in_latin("ㅓ"), in_latin("j"), in_latin("[")) == ("J", "J", "[")


def test_keys_are_in_one_anothers_way_where_one_begins_with_the_other() -> None:
    assert collide("G", "G, P")
    assert collide("G, P", "G, P")
    assert not collide("G, P", "G, X")
    assert not collide("J", "K")
    assert [each.name for each in rivals("theme", "G", {})][:1] == ["open_pdf"]
    assert rivals("bookmark", "B", {}) == []
    assert [each.name for each in rivals("theme", "B", {})] == ["bookmark"]


def test_only_keys_that_are_others_than_usual_are_a_persons_own() -> None:
    assert with_keys({}, "bookmark", ["M"]) == {"bookmark": ["M"]}
    assert with_keys({"bookmark": ["M"], "theme": []}, "bookmark", ["B"]) == {"theme": []}
    assert with_keys({"theme": ["T"]}, "bookmark", []) == {"theme": ["T"], "bookmark": []}


def test_an_action_is_called_with_its_number(actions: Actions) -> None:
    third = next(spec for spec in ACTIONS if spec.name == "section_3")
    assert action_text(third) == "Section 3"
    assert actions["section_3"].text() == "Section 3"
