"""TeX of bibliographies is read as the letters it prints; what is no known command stays as it is written."""

import unicodedata

import pytest

from reader.services.tex_text import text_of_tex


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        *[(r"\o re", "øre"), (r"\O re", "Øre"), (r"\l{}", "ł"), (r"\L{}", "Ł"), (r"\ae{}", "æ"), (r"\AE{}", "Æ")],
        *[(r"\oe{}uvre", "œuvre"), (r"\OE{}uvre", "Œuvre"), (r"\aa{}", "å"), (r"{\AA}ngstr", "Ångstr"), (r"\i{}", "ı")],
        *[(r"Stra\ss e", "Straße"), (r"1\textendash{}2", "1–2"), (r"a\textemdash{}b", "a—b")],
        *[(r"\textbackslash{}n", "\\n"), (r"x\textasciicircum{}2", "x^2"), (r"\textasciitilde{}x", "~x")],
        *[
            (r"$\lbrace$a$\rbrace$", "{a}"),
            (r"50\% \& \#1 \$5 \_x \{y\}", "50% & #1 $5 _x {y}"),
            (r"hy\-phen", "hyphen"),
        ],
        *[("{Deep} {L}earning", "Deep Learning"), (r"\unknown{x}", r"\unknownx"), ("a\n  b", "a b")],
    ],
)
def test_a_command_is_what_it_prints(tex: str, text: str) -> None:
    assert text_of_tex(tex) == text


@pytest.mark.parametrize(
    ("accent", "name"),
    [
        *[("`", "GRAVE"), ("'", "ACUTE"), ("^", "CIRCUMFLEX"), ("~", "TILDE"), ("=", "MACRON"), ("u", "BREVE")],
        *[(".", "DOT ABOVE"), ('"', "DIAERESIS"), ("r", "RING ABOVE"), ("H", "DOUBLE ACUTE"), ("v", "CARON")],
        *[("c", "CEDILLA"), ("k", "OGONEK")],
    ],
)
def test_an_accent_is_on_its_letter_however_it_is_held(accent: str, name: str) -> None:
    letter = {"CEDILLA": "s", "OGONEK": "e", "TILDE": "n", "DOUBLE ACUTE": "o"}.get(name, "u")
    letter = "z" if name == "DOT ABOVE" else letter
    wanted = unicodedata.lookup(f"LATIN SMALL LETTER {letter.upper()} WITH {name}")
    assert (
        text_of_tex(rf"a\{accent}{{{letter}}}b" if not accent.isalpha() else rf"a\{accent} {letter}b") == f"a{wanted}b"
    )
    assert text_of_tex(rf"{{\{accent} {letter}}}") == wanted


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\.z \=u \v{s} \'\i", "ż ū š í".replace("í", unicodedata.normalize("NFC", "i\u0301"))),
        (r"a\\b", r"a\b"),
        (r"a\ b", "a b"),
        ("", ""),
    ],
)
def test_accents_and_signs_stand_beside_one_another(tex: str, text: str) -> None:
    assert text_of_tex(tex) == text
