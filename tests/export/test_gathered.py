"""What a person marked and wrote, gathered from many papers: the whole text, as Markdown and as a page."""

from reader.export.gathered import Gathered, html_gathered, markdown_gathered

MARKED = Gathered(
    "둘째 줄은\n<b>짧다</b>", False, "셋째 줄이다", "Folding <Long> Texts", "https://arxiv.org/abs/1", ("Method",)
)
WRITTEN = Gathered("**다시** 볼 것\n", True, "", "종이접기", "file:///etc/passwd", ("2025-01-02", "<note>"))
GROUPS = (("Papers <new>", (MARKED, WRITTEN)), ("다른 논문", ()))


def test_as_markdown() -> None:
    assert "".join(markdown_gathered("나의 <글>", GROUPS, "Correction")) == (
        "# 나의 <글>\n"
        "\n## Papers \\<new>\n"
        "\n> 둘째 줄은\n> \\<b>짧다\\</b>\n>\n> Correction: 셋째 줄이다\n"
        "\n— [Folding \\<Long> Texts](<https://arxiv.org/abs/1>) · Method\n"
        "\n**다시** 볼 것\n"
        "\n— 종이접기 · 2025-01-02 · \\<note>\n"
        "\n## 다른 논문\n"
    )


def test_as_a_page() -> None:
    page = "".join(html_gathered("나의 <글>", GROUPS, "Correction", "ko"))
    assert page.startswith('<!DOCTYPE html>\n<html lang="ko">')
    body = page.partition("<body>\n")[2]
    assert body == (
        "<main>\n<h1>나의 &lt;글&gt;</h1>\n"
        "<h2>Papers &lt;new&gt;</h2>\n"
        "<blockquote>둘째 줄은\n&lt;b&gt;짧다&lt;/b&gt;</blockquote>\n"
        "<p>Correction: 셋째 줄이다</p>\n"
        '<p class="about"><a href="https://arxiv.org/abs/1">Folding &lt;Long&gt; Texts</a> · Method</p>\n'
        "<p><strong>다시</strong> 볼 것</p>\n"
        '<p class="about">종이접기 · 2025-01-02 · &lt;note&gt;</p>\n'
        "<h2>다른 논문</h2>\n"
        "</main>\n</body>\n</html>\n"
    )
