"""macOS: the .app that the recipe made, signed and notarised if there is a certificate for it, on a disk image.

In: the built .app. Out: a .dmg. From the environment: DAILY_PAPERS_SIGN_AS, the name of a Developer ID certificate in
the keychain; DAILY_PAPERS_NOTARY, a profile made by `xcrun notarytool store-credentials`. Without them the .app is
signed ad hoc, and people who download it have to allow it in the system's settings. The authors have no Mac: this is
not tried.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from facts import NAME, PACKAGE, PACKAGING, version


def make_image(app: Path, icons: Path, dist: Path, sums: Callable[[Path], str]) -> Path:
    """The disk image. `sums` lists a folder's files. Raises CalledProcessError."""
    contents = app / "Contents"
    # Files that signing changes are listed by the signature itself.
    lines = [line for line in sums(contents).splitlines() if "/MacOS/" not in line and "_CodeSignature" not in line]
    plain = [line for line in lines if not line.endswith((".dylib", ".so")) and "/Versions/" not in line]
    (contents / "Resources" / "files.sha256").write_text("\n".join(plain) + "\n", encoding="utf-8")
    name = os.environ.get("DAILY_PAPERS_SIGN_AS") or "-"
    entitlements = str(PACKAGING / "macos" / "entitlements.plist")
    sign = ["codesign", "--force", "--deep", "--options", "runtime", "--entitlements", entitlements, "--sign", name]
    _run([*sign, *(["--timestamp"] if name != "-" else []), str(app)])
    _run(["codesign", "--verify", "--deep", "--strict", str(app)])
    _run([str(contents / "MacOS" / "daily-papers"), "selftest"])
    image = dist / f"{PACKAGE}-{version()}-macos-{platform.machine()}.dmg"
    image.unlink(missing_ok=True)
    settings = ["-s", str(PACKAGING / "macos" / "image.py"), "-D", f"app={app}", "-D", f"icon={icons / 'app.icns'}"]
    _run([sys.executable, "-P", "-m", "dmgbuild", *settings, NAME, str(image)])
    if name != "-":
        _run(["codesign", "--sign", name, "--timestamp", str(image)])
    if profile := os.environ.get("DAILY_PAPERS_NOTARY"):
        _run(["xcrun", "notarytool", "submit", str(image), "--keychain-profile", profile, "--wait"])
        _run(["xcrun", "stapler", "staple", str(image)])
    return image


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True)
