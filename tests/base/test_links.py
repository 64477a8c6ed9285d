"""arXiv ids and links: every form people paste, read into one."""

import pytest

from reader.base.links import ArxivId, PaperLinks, arxiv_id, local_path, normalised, paper_links, paper_of_address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2512.17909", ArxivId("2512.17909")),
        ("0704.0001", ArxivId("0704.0001")),
        ("2512.17909v12", ArxivId("2512.17909", 12)),
        (" <arXiv: 2512.17909V2> ", ArxivId("2512.17909", 2)),
        ("hep-th/9901001", ArxivId("hep-th/9901001")),
        ("math.GT/0309136v1", ArxivId("math/0309136", 1)),
        ("https://arxiv.org/abs/2512.17909v3", ArxivId("2512.17909", 3)),
        ("http://www.arxiv.org/pdf/2512.17909.pdf", ArxivId("2512.17909")),
        ("https://EXPORT.arxiv.org/abs/2512.17909", ArxivId("2512.17909")),
        ("https://ar5iv.org/abs/2512.17909", ArxivId("2512.17909")),
        ("https://ar5iv.labs.arxiv.org/html/2512.17909", ArxivId("2512.17909")),
        ("https://arxiv.org/abs/hep-th%2F9901001", ArxivId("hep-th/9901001")),
        ("www.alphaxiv.org/ko/overview/2512.17909", ArxivId("2512.17909")),
        ("https://huggingface.co/papers/2512.17909", ArxivId("2512.17909")),
        ("https://paperswithcode.com/paper/arxiv-2512.17909", ArxivId("2512.17909")),
        ("https://xxx.lanl.gov/abs/hep-th/9901001", ArxivId("hep-th/9901001")),
        ("https://www.emergentmind.com/papers/2512.17909", ArxivId("2512.17909")),
        ("https://bytez.com/docs/arxiv/2512.17909/paper", ArxivId("2512.17909")),
    ],
)
def test_an_id_is_read_in_every_form_people_paste(text: str, found: ArxivId) -> None:
    assert arxiv_id(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2512.179",
        "2512.179091",
        "12512.17909",
        "see 2512.17909",
        "https://example.org/2512.17909",
        "https://huggingface.co/models/2512.17909",
        "https://arxiv.org/abs/2512.1790912",
        "https://arxiv.org/abs/1.2512.17909",
        "https://arxiv.org/list/cs",
        "ftp://arxiv.org/abs/2512.17909",
        "https://[arxiv.org/abs/2512.17909",
    ],
)
def test_what_is_no_id_is_none(text: str) -> None:
    assert arxiv_id(text) is None


@pytest.mark.parametrize(
    ("link", "form"),
    [
        (" http://www.Example.org/Paper/ ", "https://example.org/Paper"),
        ("https://example.org/a?utm_source=x&id=2&REF=y#part", "https://example.org/a?id=2"),
        ("https://example.org/a?fbclid=1&gclid=2&source=3&sources=4", "https://example.org/a?sources=4"),
        ("example.org/a/b", "https://example.org/a/b"),
        ("https://api2.openreview.net/pdf?id=AbC", "https://openreview.net/forum?id=AbC"),
        (" no address ", "no address"),
        ("example.org", "example.org"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
        ("ftp://example.org/a", "ftp://example.org/a"),
        ("https:///a", "https:///a"),
    ],
)
def test_links_to_one_page_have_one_form(link: str, form: str) -> None:
    assert normalised(link) == form


@pytest.mark.parametrize(
    ("address", "named"),
    [
        (" daily-papers://paper/2512.17909 ", "2512.17909"),
        ("daily-papers://paper/hep-th%2F9901001/", "hep-th/9901001"),
        ("daily-papers://search/2512.17909", None),
        ("https://paper/2512.17909", None),
        ("daily-papers://[paper/1", None),
    ],
)
def test_an_address_of_ours_names_a_paper_and_nothing_else(address: str, named: str | None) -> None:
    assert paper_of_address(address) == named


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("file:///home/me/my%20posts", "/home/me/my posts"),
        ("file:///C:/posts", "C:/posts"),
        ("/home/me/50%20", "/home/me/50%20"),
    ],
)
def test_a_path_is_taken_as_a_file_manager_gives_it(text: str, path: str) -> None:
    assert local_path(text) == path


def test_a_paper_on_arxiv_has_five_pages_and_another_its_own() -> None:
    assert paper_links(ArxivId("2512.17909", 2), "https://example.org/a") == PaperLinks(
        arxiv="https://arxiv.org/abs/2512.17909",
        pdf="https://arxiv.org/pdf/2512.17909",
        html="https://arxiv.org/html/2512.17909",
        alphaxiv="https://www.alphaxiv.org/ko/overview/2512.17909",
        huggingface="https://huggingface.co/papers/2512.17909",
    )
    assert paper_links(ArxivId("2512.17909"), alphaxiv="https://alphaxiv.org/x").alphaxiv == "https://alphaxiv.org/x"
    assert paper_links(None, "https://example.org/a", "https://alphaxiv.org/x") == PaperLinks(
        alphaxiv="https://alphaxiv.org/x", other="https://example.org/a"
    )
