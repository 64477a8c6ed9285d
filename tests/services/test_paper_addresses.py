"""daily-papers:// addresses: what they name, and that the window opens on it."""

import pytest

from reader.app import _go_to
from reader.base.errors import ReaderError
from reader.base.links import local_path, paper_of_address


@pytest.mark.parametrize(
    ("address", "paper"),
    [
        ("daily-papers://paper/2512.17909", "2512.17909"),
        (" daily-papers://paper/2512.17909/ ", "2512.17909"),
        ("daily-papers://paper/hep-th%2F9901001", "hep-th/9901001"),
        ("daily-papers://paper/hep-th/9901001", "hep-th/9901001"),
        ("daily-papers://paper/", ""),
        ("daily-papers://run/rm", None),
        ("daily-papers:paper/2512.17909", None),
        ("https://arxiv.org/abs/2512.17909", None),
        ("~/posts", None),
        ("daily-papers://[", None),
    ],
)
def test_what_an_address_names(address: str, paper: str | None):
    assert paper_of_address(address) == paper


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/srv/posts", "/srv/posts"),
        ("~/posts", "~/posts"),
        ("file:///home/person/%EA%B8%80%20%EB%AA%A8%EC%9D%8C", "/home/person/글 모음"),
        ("file:///C:/posts", "C:/posts"),
    ],
)
def test_a_folder_from_a_file_manager_is_a_path(text: str, path: str):
    assert local_path(text) == path


class Window:
    """Stands in for the window: its list has one paper."""

    def __init__(self) -> None:
        self.did: list[tuple[str, str]] = []

    def choose_paper(self, key: str) -> None:
        self.did.append(("opened", key))

    def search(self, query: str) -> None:
        self.did.append(("searched", query))


class Library:
    def key_of(self, text: str) -> str:
        if text == "9999.99999":
            raise ReaderError("There is no such paper.")
        return text


@pytest.mark.parametrize(
    ("paper", "did"),
    [("2512.17909", ["opened"]), ("2512.00002", ["opened"]), ("9999.99999", ["searched"])],
)
def test_the_window_opens_on_a_paper_and_searches_for_one_that_is_not_there(paper: str, did: list[str]):
    window = Window()
    _go_to(window, Library(), paper)
    assert window.did == [(what, paper) for what in did]
