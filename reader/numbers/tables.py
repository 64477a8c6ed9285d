"""Tables of words as they are written down: one string, words parted by spaces."""


def listed(text: str) -> frozenset[str]:
    """The words of a table, to look up."""
    return frozenset(text.split())


def in_order(text: str) -> tuple[str, ...]:
    """The words of a table in order, to try one after another."""
    return tuple(text.split())
