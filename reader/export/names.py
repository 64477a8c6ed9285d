"""File names that Windows, macOS, Linux and Obsidian all take.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file; Obsidian's links end at # ^ | [ and ].
"""

import re
import unicodedata
from collections.abc import Container

_MOST_CHARACTERS = 96
_MOST_BYTES = 180  # of UTF-8; file systems take 255, of which some are for endings and numbers
_FORBIDDEN = re.compile(r'[<>:"/\\|?*#^\[\]]')
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in "0123456789¹²³"}
)


def safe_name(text: str, fallback: str = "paper") -> str:
    """A name for a file, without its ending; in NFC, so that two ways to write a syllable give one name."""
    text = unicodedata.normalize("NFC", text)
    if not text.isprintable():
        text = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text if _is_writable(c))
    name = " ".join(_FORBIDDEN.sub(" ", text).split()).lstrip(". ")
    name = _cut(name).rstrip(". ") or fallback
    if name.partition(".")[0].rstrip().casefold() in _DEVICES:
        name = f"_{name}"
    return name


def free_name(name: str, taken: Container[str]) -> str:
    """The name, with a number where another has it; `taken` has folded names (see `folded_name`)."""
    number, free = 1, name
    while folded_name(free) in taken:
        number += 1
        free = f"{name} ({number})"
    return free


def folded_name(name: str) -> str:
    """One form for names that a file system may take for the same: case and composition make no difference."""
    return unicodedata.normalize("NFC", name).casefold()


def _is_writable(character: str) -> bool:
    return unicodedata.category(character) not in ("Cf", "Cs", "Co", "Cn")


def _cut(name: str) -> str:
    name = name[:_MOST_CHARACTERS]
    return name.encode()[:_MOST_BYTES].decode(errors="ignore")
