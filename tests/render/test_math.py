"""TeX → drawings, and TeX that can't be drawn."""

import io
import re
import time

import pytest

from reader.base.budget import OverBudget
from reader.render import math
from reader.render.formula import Formula
from reader.render.math import _effort, cleaned, typeset
from reader.render.typesetter import answer_of, read_answer, request_of, run


def test_a_formula_becomes_a_drawing_in_the_colour_asked_for() -> None:
    formula = typeset(r"p_{data}(x)")
    assert formula is not None
    assert formula.svg("#aabbcc").startswith(b"<svg")
    assert b"#aabbcc" in formula.svg("#aabbcc")
    assert b"<symbol" not in formula.svg("#aabbcc")


@pytest.mark.parametrize("tex", [r"\overline{AB}", r"\underline{AB}", r"\frac{a}{b}", r"\sqrt{x}", r"\boxed{x}"])
def test_every_line_of_a_formula_has_its_colour(tex: str) -> None:
    formula = typeset(tex)
    assert formula is not None
    shapes = re.findall(r"<(?:rect|path|line|polyline) [^>]*>", formula.svg("#aabbcc").decode())
    assert shapes and all("#aabbcc" in shape for shape in shapes)


def test_what_hangs_below_the_line_has_depth_and_what_floats_has_none() -> None:
    below, floating = typeset("y_g"), typeset("-")
    assert below is not None
    assert floating is not None
    assert below.depth > 2
    assert floating.depth < 0
    assert floating.ascent > 0


@pytest.mark.parametrize("tex", ["", "  ", r"\frac{a}{", r"\unheardof{x}", r"\text{한글}", "}{"])
def test_what_cannot_be_read_is_no_formula(tex: str) -> None:
    assert typeset(tex) is None


def test_display_style_is_larger() -> None:
    inline, display = typeset(r"\sum_{k=1}^n k", False), typeset(r"\sum_{k=1}^n k", True)
    assert inline is not None
    assert display is not None
    assert display.ascent + display.depth > inline.ascent + inline.depth


@pytest.mark.parametrize("sum_", [r"\sum_t", r"\sum^T", r"\prod_{i=1}^n", r"\bigcup_i", r"\int_0^1"])
@pytest.mark.parametrize(
    "within", [r"\left[%s x\right]", r"\left(\frac{1}{n} %s x\right)", r"%s \frac{\frac{a}{b}}{c}"]
)
def test_a_sum_has_one_size_and_makes_no_bracket_around_it_higher(sum_: str, within: str) -> None:
    alone, formula = typeset(f"{sum_} x", True), typeset(within % sum_, True)
    assert alone is not None and formula is not None
    assert formula.ascent + formula.depth < alone.ascent + alone.depth + 24


def test_numbers_of_equations_are_left_out() -> None:
    assert cleaned("\\begin{equation}\n\\label{eq:a}\na = b \\nonumber\n\\end{equation}") == "a = b"


@pytest.mark.parametrize("name", ["align", "align*", "flalign", "eqnarray*"])
def test_rows_of_a_formula_are_aligned_and_not_numbered(name: str) -> None:
    rows = "{%s} a &= b \\\\ c &= d "
    starred = typeset("\\begin" + rows % "align*" + "\\end{align*}", True)
    assert starred is not None
    assert typeset("\\begin" + rows % name + f"\\end{{{name}}}", True) == starred


@pytest.mark.parametrize(
    ("tex", "effort"),
    [
        ("x" * 10, 10),
        ("{xxxxxxxxxx}", 23),
        ("{{xx}}", 0 + 1 * 2 + 3 * 4 + 1 * 2 + 1),
        (r"\left(x\right)", 7 * 2 + 7),
        (r"\{x\}", 5),
        ("}}x", 3),
    ],
)
def test_every_level_of_groups_doubles_the_effort(tex: str, effort: int) -> None:
    assert _effort(tex) == effort


@pytest.mark.parametrize("tex", ["{" * 400 + "x" + "}" * 400, r"\left(" * 40 + "x" + r"\right)" * 40, "x" * 100_000])
def test_a_formula_that_would_take_forever_is_given_up_at_once(tex: str) -> None:
    begun = time.perf_counter()
    assert typeset(tex) is None
    assert time.perf_counter() - begun < 1


def test_the_typesetter_answers_in_order() -> None:
    answers = io.StringIO()
    run([request_of("x", False), request_of(r"\frac{", False), request_of("y\n", True)], answers)
    assert [read_answer(line) for line in answers.getvalue().splitlines()] == [typeset("x"), None, typeset("y\n", True)]
    assert read_answer(answer_of(None)) is None


def test_a_formula_that_takes_too_long_is_none_and_the_third_one_ends_the_process(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def slow(tex: str, display: bool) -> Formula | None:
        if tex == "slow":
            raise OverBudget
        return Formula(tex, 1.0, 2.0, float(display))

    monkeypatch.setattr(math, "typeset", slow)
    answers = io.StringIO()
    run([request_of(tex, True) for tex in ("a", "slow", "b", "slow", "slow", "c")], answers)
    read = [read_answer(line) for line in answers.getvalue().splitlines()]
    assert read == [Formula("a", 1.0, 2.0, 1.0), None, Formula("b", 1.0, 2.0, 1.0), None, None]


def test_a_formula_without_end_is_given_up_after_three_seconds_of_work() -> None:
    answers = io.StringIO()
    begun = time.process_time()
    run([request_of("x+" * 4_000 + "x", True), request_of("y", False)], answers)
    assert time.process_time() - begun < 4.5
    assert [read_answer(line) is None for line in answers.getvalue().splitlines()] == [True, False]
