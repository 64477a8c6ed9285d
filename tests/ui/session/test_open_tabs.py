"""Tabs: each with its own way back and forward; closed ones come back; there is always one."""

from reader.posts.model import PaperKey
from reader.ui.session.history import Visit
from reader.ui.session.open_tabs import OpenTabs
from reader.ui.session.places import ALL, UNREAD


def visit(name: str) -> Visit:
    return Visit(ALL, PaperKey(name))


def keys(tabs: OpenTabs) -> list[str]:
    return [tab.here.key if tab.here else "" for tab in tabs.tabs]


def begun(*names: str, front: int = 0) -> OpenTabs:
    tabs = OpenTabs()
    tabs.begin([visit(name) for name in names], front)
    return tabs


def test_a_tab_opened_behind_stands_after_the_front_one_and_leaves_it_there() -> None:
    tabs = begun("a", "b", front=0)
    tabs.open(visit("c"), behind=True)
    assert (keys(tabs), tabs.front) == (["a", "c", "b"], 0)
    tabs.open(visit("b"), behind=False)  # it has a tab
    assert (keys(tabs), tabs.front) == (["a", "c", "b"], 2)


def test_each_tab_goes_back_along_its_own_way() -> None:
    tabs = begun("a")
    tabs.history.add(visit("b"))
    tabs.split()
    tabs.history.add(visit("c"))
    assert keys(tabs) == ["b", "c"]
    assert tabs.history.go(-1, lambda _: True) == visit("b")
    assert tabs.history.go(-1, lambda _: True) is None
    tabs.front = 0
    assert tabs.history.go(-1, lambda _: True) == visit("a")


def test_closing_keeps_the_neighbour_in_front_and_never_the_last_goes() -> None:
    tabs = begun("a", "b", "c", front=1)
    assert tabs.close(0)
    assert (keys(tabs), tabs.front) == (["b", "c"], 0)
    tabs.front = 1
    assert tabs.close(1)
    assert (keys(tabs), tabs.front) == (["b"], 0)
    assert not tabs.close(0)
    assert keys(tabs) == ["b"]


def test_what_was_closed_comes_back_the_latest_first_with_its_place() -> None:
    tabs = begun("a", "b")
    tabs.open(Visit(UNREAD, PaperKey("c")), behind=False)
    tabs.close(tabs.front)
    tabs.close(tabs.front)
    assert tabs.reopen() and tabs.reopen()
    assert tabs.tabs[keys(tabs).index("c")].here == Visit(UNREAD, PaperKey("c"))
    assert not tabs.reopen()


def test_moving_a_tab_keeps_the_same_one_in_front() -> None:
    tabs = begun("a", "b", "c", front=1)
    tabs.move(1, 2)
    assert (keys(tabs), tabs.front) == (["a", "c", "b"], 2)
    tabs.move(0, 1)
    assert (keys(tabs), tabs.front) == (["c", "a", "b"], 2)


def test_a_front_that_was_edited_out_of_reach_is_the_last_tab() -> None:
    assert begun("a", "b", front=9).front == 1
    assert begun("a", "b", front=-3).front == 0
