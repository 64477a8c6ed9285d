"""What is in the built program besides our own code: each part with version and licence, for notices and the SBOM.

The Python packages are those our own package needs, and what those need, as installed in this environment; the rest
(Python, PyInstaller's bootloader, what the Qt wheels and this machine bring) is listed here by hand.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import NamedTuple

from facts import PACKAGE, PACKAGING

LICENCES = PACKAGING / "licences"
_OWN_TEXTS = {  # for packages without a licence file
    "whoosh": ("Whoosh.txt",),
    "latex2mathml": ("latex2mathml.txt",),
    "pyside6-essentials": ("Qt.txt",),
    "shiboken6": ("Qt.txt",),
}
_LICENCES = {"whoosh": "BSD-2-Clause", "pyside6-essentials": "LGPL-3.0-only", "shiboken6": "LGPL-3.0-only"}


class Part(NamedTuple):
    """Something that is bundled."""

    name: str
    version: str
    licence: str  # an SPDX expression, or the words of its makers
    home: str  # where its source is
    texts: tuple[Path, ...]  # its licences
    purl: str = ""  # https://github.com/package-url/purl-spec


def parts(program: Path) -> list[Part]:
    """All that is bundled in a built program, by name. Raises FileNotFoundError for a part without its licence."""
    found = [_python(), _bootloader()]
    found += [_package(each) for each in _needed(PACKAGE)]
    qt = next(part for part in found if part.name.lower() == "pyside6_essentials")
    found.append(qt._replace(name="Qt", home="https://download.qt.io/official_releases/qt/", purl=""))
    files = {file.name for file in program.rglob("*")}
    if icu := next((name for name in sorted(files) if re.match(r"libicudata|icudt", name)), None):
        version = re.sub(r"\D*(\d+).*", r"\1", icu)
        found.append(Part("ICU", version, "Unicode-3.0", "https://icu.unicode.org", (LICENCES / "ICU.txt",)))
    if any(name.startswith("libxcb-") for name in files):
        texts = (LICENCES / "xcb-util.txt",)
        found.append(Part("xcb-util libraries", "of the system built on", "X11", "https://xcb.freedesktop.org", texts))
    for font, licence, home in (
        ("STIX Two Math", "OFL-1.1", "https://github.com/stipub/stixfonts"),
        ("DejaVu", "Bitstream-Vera", "https://dejavu-fonts.github.io"),
    ):
        found.append(Part(font, "of ziamath", licence, home, (LICENCES / f"{font.replace(' ', '-')}.txt",)))
    if lacking := [part.name for part in found if not part.texts or not all(text.is_file() for text in part.texts)]:
        raise FileNotFoundError(f"no licence text for {', '.join(lacking)}; add it to packaging/licences")
    return sorted(found, key=lambda part: part.name.lower())


def _needed(name: str, known: set[str] | None = None) -> Iterator[Distribution]:
    """What a package needs to run, and what that needs in turn; without extras and packages for other systems."""
    known = set() if known is None else known
    for line in distribution(name).requires or ():
        other = re.split(r"[\s<>=!~;\[(]", line, maxsplit=1)[0].lower().replace("_", "-")
        if "extra ==" in line or other in known:
            continue
        known.add(other)
        try:
            yield distribution(other)
        except PackageNotFoundError:
            continue  # for another system
        yield from _needed(other, known)


def _package(found: Distribution) -> Part:
    meta = found.metadata
    name, bare = meta["Name"], meta["Name"].lower().replace("_", "-")
    texts = [
        Path(str(file.locate()))
        for file in found.files or ()
        if ".dist-info" in str(file) and re.match(r"(licen[cs]e|copying|notice)", file.name, re.IGNORECASE)
    ]
    texts += [LICENCES / text for text in _OWN_TEXTS.get(bare, ())]
    licence = _LICENCES.get(bare) or _field(found, "License-Expression", "License") or _classifier(found)
    return Part(name, found.version, licence, _home(found), tuple(texts), f"pkg:pypi/{bare}@{found.version}")


def _home(found: Distribution) -> str:
    """Where a package's source is, by what it says itself. Raises LookupError for one that does not say."""
    pages = {"home-page": _field(found, "Home-page")}
    for line in found.metadata.get_all("Project-URL") or ():
        label, _, address = str(line).partition(", ")
        pages[label.lower()] = address
    for label in ("home-page", "homepage", "repository", "source", "source code", "code"):
        if pages.get(label):
            return pages[label]
    raise LookupError(f"{found.metadata['Name']} names no page of its own; add where its source is")


def _field(found: Distribution, *names: str) -> str:
    """The first of these fields that a package has; "" without any."""
    return next((str(value) for name in names for value in found.metadata.get_all(name) or ()), "")


def _classifier(found: Distribution) -> str:
    named = [line for line in found.metadata.get_all("Classifier", ()) if line.startswith("License ::")]
    return named[0].rpartition(":: ")[2] if named else "see below"


def _python() -> Part:
    version = ".".join(map(str, sys.version_info[:3]))
    places = [Path(sys.base_prefix) / "LICENSE.txt"]
    places.append(Path(sys.base_prefix) / "lib" / f"python3.{sys.version_info.minor}" / "LICENSE.txt")
    places.append(Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright"))  # Debian's own Python
    texts = tuple(place for place in places if place.is_file())[:1]
    return Part("Python", version, "Python-2.0.1", "https://www.python.org/downloads/source/", texts)


def _bootloader() -> Part:
    part = _package(distribution("pyinstaller"))
    return part._replace(name="PyInstaller bootloader", licence="GPL-2.0-or-later WITH Bootloader-exception")
