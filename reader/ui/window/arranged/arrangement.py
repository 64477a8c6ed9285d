"""Which panes stand side by side in a window of some width: rules alone, no widgets."""

from typing import NamedTuple

_FOLDS_TREE = 1000  # px of window below which the tree is folded into a button
_TAKES_TURNS = 700  # px below which list and page take turns
_NOTES_BESIDE = 1080  # px of page and notes from which notes stand beside the text: its column, and theirs


class Arrangement(NamedTuple):
    """How the panes of a window are arranged."""

    tree_folded: bool = False  # it opens over the other panes
    takes_turns: bool = False  # the list or the page is shown, never both

    @property
    def name(self) -> str:
        """Sizes of panes are remembered by this name."""
        return "turns" if self.takes_turns else "narrow" if self.tree_folded else "wide"


def arranged(width: int, scale: float = 1.0) -> Arrangement:
    """The arrangement for a width in px, where text is `scale` times as large as usual."""
    return Arrangement(width < _FOLDS_TREE * scale, width < _TAKES_TURNS * scale)


def notes_stand_beside(width: int, scale: float = 1.0) -> bool:
    """Whether the notes have room beside the text; `width` is that of both, px."""
    return width >= _NOTES_BESIDE * scale
