"""An export in a child process: this same program, started as `export --events`."""

from collections.abc import Sequence
from pathlib import Path

from reader.posts.model import PaperKey
from reader.ui.export.paper_job import PaperJob


class ExportJob(PaperJob):
    """An export. Files it has written when it is stopped are whole. Signals: those of PaperJob."""

    def start(
        self,
        form: str,
        out: Path,
        which: Sequence[str] | Sequence[PaperKey],
        language: str,
        *,
        fill: bool = False,
        notes: bool = True,
    ) -> None:
        """Export to a file or folder; `which` are options of the command ("--bookmarked"), or keys of papers.

        `fill`: ask arXiv for authors before. `notes`: with the person's notes and highlights.
        """
        command = ["export", "--format", form, f"--out={out}", "--lang", language]
        self.run([*command, *(["--fill"] if fill else []), *([] if notes else ["--no-notes"])], which)

    def _cut_off(self) -> str:
        return self.tr("The export was cut off.")

    def _not_started(self) -> str:
        return self.tr("The export could not be started.")
