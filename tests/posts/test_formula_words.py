"""Short formulas as letters and signs; what these cannot say stays TeX."""

import pytest

from reader.posts.formula_words import with_formulas_as_words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (r"$\beta$에 얼마나 $\Lambda_0$", "β에 얼마나 Λ₀"),
        (r"$x^2 \leq 10^{-3}$", "x² ≤ 10⁻³"),
        (r"$\pi \times r^2$과 $\alpha_{max}$", "π × r²과 αₘₐₓ"),
        ("$k$-means", "k-means"),
        (r"$a\,b$", "a b"),
    ],
)
def test_letters_signs_and_small_numbers_are_read(written: str, read: str) -> None:
    assert with_formulas_as_words(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "from $5 to $10",
        r"\$x$",
        r"$\frac{1}{2}$",
        "$a_b$",
        r"$\ALPHA$",
        r"$\unknown$",
        "$x^{2$",
        "$ x $",
        "$" + "x" * 61 + "$",
    ],
)
def test_what_is_no_short_formula_stays_as_it_is_written(written: str) -> None:
    assert with_formulas_as_words(written) == written
