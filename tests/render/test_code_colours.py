"""Code in colour: nothing of it is lost, and its words have the colours of the theme."""

import re
from html import unescape

import pytest

from reader.render.code_colours import MOST_CODE, coloured
from reader.render.markdown import longform
from reader.render.sheet import Labels, Look, Sheet, no_pictures
from reader.render.theme import DARK, LIGHT, THEMES, Theme

CODE = """\
# 접는 선을 센다
@cache
def fold(paper: Paper, lines=3) -> list[str]:
    return [f"{line} < {lines}" for line in paper if line is not None]\t
"""


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def colours_of(html: str) -> dict[str, str]:
    return {unescape(words): colour for colour, words in re.findall(r'<span style="color:(#\w+)">([^<]*)</span>', html)}


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_words_have_the_colours_of_the_theme_and_all_letters_stay(theme: Theme) -> None:
    html = coloured(CODE, "python", theme)
    assert words_of(html) == CODE
    colours = colours_of(html)
    assert colours["# 접는 선을 센다"] == theme.muted
    assert colours["def"] == colours["return"] == theme.keyword
    assert colours["fold"] == colours["@cache"] == theme.called
    assert colours["3"] == theme.literal
    assert "paper" not in colours


@pytest.mark.parametrize("language", ["", "of-nobody", "mermaid-live"])
def test_code_of_no_known_language_has_one_colour(language: str) -> None:
    assert coloured("a < b\n", language, LIGHT) == "a &lt; b\n"


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("Python", "def f(): pass"),
        ("c++", "int main() { return 0; }"),
        ("bash", "if true; then echo '가'; fi"),
        ("json", '{"a": [1, true]}'),
        ("diff", "-a\n+b"),
        ("html", "<p class='a'>b</p>\n\n"),
        ("tex", "\n\\frac{1}{2} % half"),
        ("cpp", "return 0; // the end"),
    ],
)
def test_other_languages_are_known_and_lose_nothing(language: str, code: str) -> None:
    html = coloured(code, language, DARK)
    assert "<span" in html
    assert words_of(html) == code


def test_a_comment_at_the_end_is_one() -> None:
    assert colours_of(coloured("return 0; // end", "cpp", LIGHT))["// end"] == LIGHT.muted


def test_code_too_long_to_be_quick_has_one_colour() -> None:
    line = "x = 1\n"
    assert "<span" in coloured(line * (MOST_CODE // len(line)), "python", LIGHT)
    assert "<span" not in coloured(line * (MOST_CODE // len(line) + 1), "python", LIGHT)


@pytest.mark.parametrize(
    "opening", ["```python", "``` python title=x", "```{.python .numberLines}", "```language-python", "~~~ {python}"]
)
def test_the_language_is_what_stands_behind_the_fence(opening: str) -> None:
    sheet = Sheet(Look(DARK, 16, 680), Labels(), lambda tex, display: None, no_pictures)
    html = longform(f"{opening}\nreturn 1\n{opening[:3]}\n", sheet)
    assert f'<span style="color:{DARK.keyword}">return</span>' in html


def test_a_block_of_jekylls_says_its_language_too() -> None:
    sheet = Sheet(Look(DARK, 16, 680), Labels(), lambda tex, display: None, no_pictures)
    html = longform("{% highlight python %}\nreturn 1\n{% endhighlight %}\n", sheet)
    assert f'<span style="color:{DARK.keyword}">return</span>' in html
