# Settings of dmgbuild (https://dmgbuild.readthedocs.io): the .app beside a link to where it belongs.
# `defines` is dmgbuild's: what it was given by -D.
from pathlib import Path

app = Path(defines["app"])  # type: ignore[name-defined]  # noqa: F821
icon = defines["icon"]  # type: ignore[name-defined]  # noqa: F821
format = "ULMO"  # lzma, from macOS 10.15
files = [str(app)]
symlinks = {"Applications": "/Applications"}
icon_locations = {app.name: (160, 180), "Applications": (440, 180)}
window_rect = ((200, 200), (600, 400))
icon_size = 112
