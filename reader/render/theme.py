"""The colours of the themes, as "#rrggbb", shared by the page's HTML and the window's palette.

Named by role: what a colour is for. Text on its own ground keeps a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
"""

from typing import NamedTuple


class Theme(NamedTuple):
    """One set of colours."""

    name: str  # one of THEMES
    is_dark: bool  # light text on a dark ground
    page: str  # ground of the section view
    chrome: str  # ground of tool bar, sidebar and status bar
    panel: str  # ground of the paper list
    field: str  # ground of inputs and buttons
    note: str  # ground of the notes pane
    line: str  # rules and borders
    text: str
    muted: str  # secondary text
    accent: str  # headings of sections, stars, unread dots, the chosen tab
    on_accent: str  # text on the accent
    chosen: str  # ground of the chosen line in the tree
    selected: str  # ground of the selected paper
    hover: str
    mark: str  # ground of found words
    code: str  # ground of code
    keyword: str  # in code, words of the language
    literal: str  # in code, texts and numbers
    called: str  # in code, names of what is called, defined or set
    focus: str  # ring around what has the keyboard


LIGHT = Theme(
    name="light",
    is_dark=False,
    page="#ffffff",
    chrome="#f5f5f3",
    panel="#fbfbfa",
    field="#ffffff",
    note="#fffdf5",
    line="#e4e3df",
    text="#1f2328",
    muted="#6a6f76",
    accent="#b3261e",
    on_accent="#ffffff",
    chosen="#fbe9e7",
    selected="#ecebe7",
    hover="#f1f0ed",
    mark="#fff1b8",
    code="#f4f3f0",
    keyword="#7a3e9d",
    literal="#2c6b3b",
    called="#1d5aa0",
    focus="#c9625b",
)

DARK = Theme(
    name="dark",
    is_dark=True,
    page="#1c1d1f",
    chrome="#232427",
    panel="#1f2022",
    field="#1c1d1f",
    note="#232220",
    line="#34363a",
    text="#e6e4df",
    muted="#9a9da3",
    accent="#ff8a80",
    on_accent="#1c1d1f",
    chosen="#3a2524",
    selected="#303236",
    hover="#292b2e",
    mark="#5c4a12",
    code="#26272a",
    keyword="#d2a8ff",
    literal="#9fd3a3",
    called="#8cc4ff",
    focus="#a5605b",
)

SEPIA = Theme(
    name="sepia",
    is_dark=False,
    page="#f8f1e3",
    chrome="#efe6d3",
    panel="#f5edde",
    field="#fbf6ec",
    note="#f4ebd4",
    line="#dccfb6",
    text="#3a2e21",
    muted="#665643",
    accent="#962c1a",
    on_accent="#ffffff",
    chosen="#efd9c6",
    selected="#e8dcc5",
    hover="#ede3cf",
    mark="#f2d98c",
    code="#efe5d0",
    keyword="#6d3a8c",
    literal="#3d6021",
    called="#24548a",
    focus="#b0623f",
)

CONTRAST = Theme(
    name="contrast",
    is_dark=True,
    page="#000000",
    chrome="#000000",
    panel="#000000",
    field="#000000",
    note="#0a0a00",
    line="#8c8c8c",
    text="#ffffff",
    muted="#d6d6d6",
    accent="#ffd84d",
    on_accent="#000000",
    chosen="#3a3200",
    selected="#333333",
    hover="#222222",
    mark="#6b5600",
    code="#161616",
    keyword="#e0b3ff",
    literal="#a6f3a6",
    called="#9ad4ff",
    focus="#4dd2ff",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, SEPIA, CONTRAST)}
