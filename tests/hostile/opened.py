"""Opens posts as the program does, one folder after another, and says what each took: `python -m tests.hostile.opened`.

In: a profile and folders of one post each, as arguments. Out: one JSON object a folder. Before each, a file is looked
for whose name begins with MARK: who watches the system's calls sees by that whose they are.
"""

import json
import os
import resource
import sys
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import Any

MARK = "/hostile-post-"
_SETTLED_SECONDS = 8.0


def main(profile: Path, folders: list[Path]) -> int:
    """Open the posts of some folders; returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from reader.render.theme import LIGHT
    from reader.ui.page.section_view import SectionView

    application = QApplication([])
    faults: list[str] = []
    sys.excepthook = lambda kind, error, _trace: faults.append(f"{kind.__name__}: {error}")
    view = SectionView(LIGHT)
    view.resize(900, 700)
    view.show()
    for folder in folders:
        print(
            json.dumps({"name": folder.name, **_opened(application, view, profile, folder), "faults": faults}),
            flush=True,
        )
        faults.clear()
    print(json.dumps({"name": "", "most": _kilobytes("VmHWM") / 1000}))
    return 0


def _opened(application: Any, view: Any, place: Path, folder: Path) -> dict[str, Any]:
    """Sync a folder, show every paper of it, and what that took."""
    from reader.base.paths import ProfilePaths
    from reader.commands import cli
    from reader.services.profile import Profile

    Path(f"{MARK}{folder.name}").exists()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    before, begun, begun_below = _kilobytes("VmRSS"), time.process_time(), _below()
    with redirect_stdout(StringIO()):
        code = cli.run(["--profile", str(place / folder.name), "sync", str(folder)])
    took = {"sync": time.process_time() - begun, "show": 0.0}
    with Profile(ProfilePaths.of(place / folder.name)) as profile:
        records = [profile.listing.record(key) for key in profile.listing.all_keys()]
    for record in records:
        begun = time.process_time()
        view.show_paper(record)
        _settle(application, view)
        view.grab()
        took["show"] = max(took["show"], time.process_time() - begun)
    grown = (_kilobytes("VmHWM") - before) / 1000
    below = {"below": _below() - begun_below, "grown_below": _largest_below()}
    return {**took, **below, "code": code, "papers": len(records), "grown": grown}


def _settle(application: Any, view: Any) -> None:
    end = time.monotonic() + _SETTLED_SECONDS
    application.processEvents()
    while not view.is_settled and time.monotonic() < end:
        application.processEvents()
        time.sleep(0.01)  # the children's time is measured, not ours


def _below() -> float:
    """The processor's time of all children that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _largest_below() -> float:
    """MB of the largest child so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


def _kilobytes(name: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition(f"{name}:")[2].split()[0])


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]]))
