"""One section of many papers, as Markdown and as a page: those that say something first, the silent ones in a list."""

from reader.export.excerpts import Excerpt, Heads, html_excerpts, markdown_excerpts
from reader.export.html import END

HEADS = Heads("Limits & <b>\n2025-12", "Nothing known")
SAYS = Excerpt("A <b> & B", "A *<b>* & B", "https://a.org/1?x=1&y=2", ("2025-12-01", "<key>"), "\n느리다 <think>.\n")
BARE = Excerpt("Plain", "", "", (), "짧다.")
SILENT = Excerpt("Silent <i>", "", "https://a.org/2", ("2025-12-03",), "")
LOCAL = Excerpt("Local", "", "file:///etc/passwd", (), "")
ALL = (SAYS, SILENT, BARE, LOCAL)


def test_markdown_has_a_heading_a_paper_and_the_silent_ones_at_the_end() -> None:
    assert "".join(markdown_excerpts(ALL, HEADS)) == (
        "# Limits & \\<b> 2025-12\n"
        "\n## [A *\\<b>* & B](<https://a.org/1?x=1&y=2>)\n\n2025-12-01 · <key>\n\n느리다 \\<think>.\n"
        "\n## Plain\n\n짧다.\n"
        "\n## Nothing known\n\n- [Silent \\<i>](<https://a.org/2>)\n- [Local](<file:///etc/passwd>)\n"
    )


def test_a_page_has_an_article_a_paper_and_the_silent_ones_in_a_line_that_opens() -> None:
    head, _, body = "".join(html_excerpts(ALL, HEADS, "ko")).partition("</head>\n")
    assert '<html lang="ko">' in head
    assert "@media print { article { break-before: auto } }" in head
    assert body == (
        "<body>\n<main>\n<h1>Limits &amp; &lt;b&gt;\n2025-12</h1>\n"
        '<article>\n<h2><a href="https://a.org/1?x=1&amp;y=2">A &lt;b&gt; &amp; B</a></h2>\n'
        '<p class="about">2025-12-01 · &lt;key&gt;</p>\n<p>느리다 &lt;think&gt;.</p>\n</article>\n'
        "<article>\n<h2>Plain</h2>\n<p>짧다.</p>\n</article>\n"
        "<details>\n<summary>Nothing known (2)</summary>\n<ul>\n"
        '<li><a href="https://a.org/2">Silent &lt;i&gt;</a></li>\n<li>Local</li>\n'
        "</ul>\n</details>\n" + END
    )


def test_where_every_paper_says_something_there_is_no_list_of_silent_ones() -> None:
    assert "Nothing known" not in "".join(markdown_excerpts([SAYS], HEADS))
    assert "<details>" not in "".join(html_excerpts([SAYS], HEADS, "ko"))
