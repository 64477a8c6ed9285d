"""What a browser is given, and what a person is shown of a link."""

import pytest

from reader.base.links import paper_of_address
from reader.base.outgoing import shown, web_address


@pytest.mark.parametrize(
    ("address", "given"),
    [
        ("https://arxiv.org/abs/2512.17909", "https://arxiv.org/abs/2512.17909"),
        ("http://a.org:8080/b?c=d&e=%20f#g", "http://a.org:8080/b?c=d&e=%20f#g"),
        ("https://한국.kr/논문", "https://xn--3e0b707e.kr/%EB%85%BC%EB%AC%B8"),
        ("https://[::1]/a", "https://[::1]/a"),
        ('https://a.org/";rm -rf', "https://a.org/%22;rm%20-rf"),
        ("https://arxiv.org@evil.example/a", "https://evil.example/a"),
    ],
)
def test_a_browser_is_given_plain_ascii(address, given):
    assert web_address(address) == given


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "javascript:alert(1)", "data:text/html,a", "vbscript:a", "ssh://a.org", "smb://a/b"),
        *("mailto:a@b.org", "daily-papers://paper/1", "--help", "-x https://a.org", "", "https://", "https:///a"),
        *(
            "https://a.org/\u202egro",
            "https://a.org/\x1b]0;a",
            "https://a.org/a\nb",
            "https://a.org/\u200bb",
            "https://a\x00.org",
        ),
        *("https://a.org/\ud800", "https://a.org:port/", "https://" + "a" * 9000 + ".org", "https://a..org/ü.\u2066"),
    ],
)
def test_anything_else_stays_here(address):
    assert web_address(address) is None


def test_letters_that_could_be_others_are_shown_as_what_they_are():
    assert shown("https://\u0430rxiv.org/abs/1") == "https://xn--rxiv-43d.org/abs/1"
    assert shown("https://ο\u0440enreview.net/").startswith("https://xn--")
    assert shown("https://한국.kr/a") == "https://한국.kr/a"
    assert shown("https://arxiv.org/abs/1") == "https://arxiv.org/abs/1"
    assert shown("https://arxiv.org@evil.example/") == "https://evil.example/"
    assert shown("ma\u202eilto:a") == "mailto:a"


@pytest.mark.parametrize(
    "address",
    [
        *("daily-papers://reset", "daily-papers:paper/1"),
        *("daily-papers://paper/a%0Ab", "daily-papers://paper/%E2%80%AE1", "daily-papers://paper/" + "9" * 3000),
    ],
)
def test_an_address_of_ours_names_a_paper_and_nothing_else(address):
    assert paper_of_address(address) is None
