r"""A formula of a title stays one for TeX, and for programs that read its source; what TeX would choke on is text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from reader.export.bibtex import bibtex, escaped
from reader.export.formulas import is_formula, pieces
from tests.export.exported import exported


@pytest.mark.parametrize(
    "title",
    [
        "D$^3$QE: Learning",
        r"$\alpha$-Bench",
        r"Faster than $O(n \log n)$ and $O(n^2)$",
        r"$\mathbb{R}^n$ and $x_{a_b}^2$",
        r"$\frac{1}{2}$ of $\frac12$",
        r"$x^\mathrm{T} y$",
        "$x^2y^2$",
        "$x_1 y_1^2 z_1$",
        "$k$-NN, $5$",
    ],
)
def test_a_formula_is_written_as_it_is(title: str) -> None:
    assert escaped(title) == title
    entry = parse_string("".join(bibtex([exported(title)])), "bibtex").entries["arxiv-2501.00001"]
    assert entry.fields["title"] == f"{{{title}}}"


@pytest.mark.parametrize(
    "text",
    [
        "$5 to $10",
        "$5-$10",
        r"$\input{x}$",
        r"$\unknown$",
        "$x^2^3$",
        "$x ^2 ^3$",
        "$x^$",
        "$^^M$",
        r"$\frac1$",
        r"$x^\,$",
        "$x}{y$",
        "$50% x$",
        "$a & b$",
        "$π$",
        "$$x$$",
        r"\$5\$",
        "$ x$",
        "$x $",
        "$",
        "$$",
    ],
)
def test_what_is_no_formula_of_tex_is_text(text: str) -> None:
    assert [piece.text for piece in pieces(text)] == [text]
    written = escaped(text).replace(r"\$", "").replace(r"$\lbrace$", "").replace(r"$\rbrace$", "")
    assert not any(sign in written for sign in "$^")


def test_braces_around_a_formula_are_counted_without_it() -> None:
    assert escaped("{a $x_{1}$ b") == r"$\lbrace$a $x_{1}$ b"
    assert escaped("{a} $x_{1}$") == r"\{a\} $x_{1}$"


@given(st.text(st.sampled_from("ab1^_{}$ \\,%&")))
def test_what_is_cut_is_the_whole_text_and_its_braces_fit(text: str) -> None:
    cut = list(pieces(text))
    assert "".join(piece.text for piece in cut) == text
    for piece in cut:
        if piece.is_formula:
            assert is_formula(piece.text[1:-1])
            assert piece.text.count("{") == piece.text.count("}")
    written = escaped(text).replace(r"\{", "{").replace(r"\}", "}")
    assert written.count("{") == written.count("}")
