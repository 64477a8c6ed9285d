"""The application's style sheet: rules that Qt can read, with colours of the theme alone."""

import re

import pytest

from reader.render.theme import THEMES
from reader.ui.widgets.stylesheet import style_sheet


@pytest.mark.parametrize("name", THEMES)
def test_every_rule_begins_with_a_widget_and_has_its_colours(name: str) -> None:
    theme = THEMES[name]
    sheet = re.sub(r"/\*.*?\*/", "", style_sheet(theme), flags=re.DOTALL)
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", sheet)
    assert len(rules) > 20
    assert "".join(f"{selectors}{{{body}}}" for selectors, body in rules).strip() == sheet.strip()
    for selectors, body in rules:
        for selector in selectors.split(","):
            assert re.fullmatch(r"(?:[A-Z]\w+|#\w+|\*)[^{};$]*", selector.strip()), selector
        for line in filter(None, (part.strip() for part in body.split(";"))):
            assert re.fullmatch(r"[a-z-]+: [^$:]+", line), line
    assert rules[0][0].strip() == "QToolTip"
    assert f"background: {theme.field}" in rules[0][1]
