"""Places in a text: Python counts characters, Qt UTF-16 units, two for a character such as 𝔼 or 🙂."""


def to_units(text: str, characters: int) -> int:
    """A place in a text as Qt counts it."""
    return characters if text.isascii() else len(text[:characters].encode("utf-16-le", "surrogatepass")) // 2


def to_characters(text: str, units: int) -> int:
    """A place in a text as Python counts it, from Qt's; one inside a character is the place behind it."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))
