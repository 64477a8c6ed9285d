"""Which keys an action has: those of the table, or a person's own; and which keys are in one another's way.

Keys are portable text ("Ctrl+Shift+E"), strokes one after another with ", " between them ("G, P").
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from reader.base.hangul import HANGUL_KEYS
from reader.ui.actions.action_table import ACTIONS, ActionSpec

OwnKeys = Mapping[str, Sequence[str]]
"""By the name of an action its keys, where a person chose others than the table's."""

_LATIN = {jamo: letter for letter, jamo in HANGUL_KEYS.items()}


def keys_of(spec: ActionSpec, own: OwnKeys) -> tuple[str, ...]:
    """The keys of an action."""
    return tuple(own[spec.name]) if spec.name in own else spec.keys


def with_keys(own: OwnKeys, name: str, keys: Sequence[str]) -> dict[str, list[str]]:
    """A person's keys with others for one action; what is as in the table is not among them."""
    usual = next(spec.keys for spec in ACTIONS if spec.name == name)
    rest = {other: list(given) for other, given in own.items() if other != name}
    return rest if tuple(keys) == usual else {**rest, name: list(keys)}


def rivals(name: str, key: str, own: OwnKeys) -> list[ActionSpec]:
    """The other actions that have a key, or one that begins with it or that it begins with."""
    return [
        spec for spec in ACTIONS if spec.name != name and any(collide(key, theirs) for theirs in keys_of(spec, own))
    ]


def is_bare(key: str) -> bool:
    """Whether a key writes something where one types: it has neither Ctrl nor Alt, and is no function key."""
    first = key.split(", ", maxsplit=1)[0]
    if first.startswith(("Ctrl+", "Alt+", "Meta+")) or "+Ctrl+" in first or "+Alt+" in first:
        return False
    stroke = first.removeprefix("Shift+")
    return not (len(stroke) > 1 and stroke[0] == "F" and stroke[1:].isdigit())


def in_hangul(key: str) -> str:
    """The same physical keys under a Korean layout: "G, P" is "ㅎ, ㅔ", "Shift+J" is "Shift+ㅓ"."""
    letter = key.removeprefix("Shift+").lower()
    if key.startswith("Shift+") and letter in HANGUL_KEYS:
        return f"Shift+{HANGUL_KEYS[letter]}"
    strokes = key.split(", ")
    if all(stroke.lower() in HANGUL_KEYS for stroke in strokes):
        return ", ".join(HANGUL_KEYS[stroke.lower()] for stroke in strokes)
    return key


def in_latin(letter: str) -> str:
    """The letter on the key that writes a jamo; anything else as it is."""
    return _LATIN.get(letter, letter).upper()


def collide(key: str, other: str) -> bool:
    """Whether two keys are in one another's way: they are the same, or one begins with the other."""
    pairs = zip_longest(key.split(", "), other.split(", "))
    return all(one == two or None in (one, two) for one, two in pairs)
