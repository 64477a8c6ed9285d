"""The colours of the two themes, as "#rrggbb", shared by the page's HTML and the window's palette.

Named by role: what a colour is for. Text on its own ground keeps a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3).
"""

from typing import NamedTuple


class Theme(NamedTuple):
    """One set of colours."""

    name: str  # "light" or "dark"
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
    focus: str  # ring around what has the keyboard


LIGHT = Theme(
    name="light",
    page="#ffffff",
    chrome="#f5f5f3",
    panel="#fbfbfa",
    field="#ffffff",
    note="#fffdf5",
    line="#e4e3df",
    text="#1f2328",
    muted="#6b7077",
    accent="#b3261e",
    on_accent="#ffffff",
    chosen="#fbe9e7",
    selected="#ecebe7",
    hover="#f1f0ed",
    mark="#fff1b8",
    code="#f4f3f0",
    focus="#d98b86",
)

DARK = Theme(
    name="dark",
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
    focus="#a5605b",
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
