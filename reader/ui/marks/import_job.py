"""An import, or a look at what it would change, in a child process: this same program, as `import --events`."""

from pathlib import Path
from typing import Any

from reader.ui.session.jobs import ChildJob


class ImportJob(ChildJob):
    """One run at a time. Signals: those of every job; what is reported has the shape of `import --json`."""

    def start(self, path: Path, *, dry_run: bool) -> None:
        """Import a file or folder, or only look at it."""
        if not self.is_running:
            self._begin(["import", *(["--dry-run"] if dry_run else []), str(path)])

    def _take(self, event: dict[str, Any]) -> None:
        """It says nothing on the way."""

    def _cut_off(self) -> str:
        return self.tr("The import was cut off.")

    def _not_started(self) -> str:
        return self.tr("The import could not be started.")
