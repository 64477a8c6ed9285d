"""What an import changes, or would change, in words: for a list which papers, else as for a backup."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from reader.marks.merging import Difference, MergeReport
from reader.posts.model import PaperKey
from reader.ui.marks.backup_words import report_words

_SHOWN = 12  # of a kind; more are counted

TitleOf = Callable[[PaperKey], str]


def import_words(said: dict[str, Any], title_of: TitleOf) -> str:
    """`said` is what `import --json` says; "" where nothing changes and there is nothing to say."""
    if said["kind"] == "list":
        return "\n\n".join(_list_parts(said, title_of))
    changes = {kind: Difference(*map(tuple, lists.values())) for kind, lists in said["changes"].items()}
    parts = [report_words(MergeReport(changes), title_of)]
    if said["note_conflicts"]:
        words = QCoreApplication.translate(
            "Import", "Notes with another text here, whose older text is kept as a version"
        )
        parts.append(_part(words, [title_of(PaperKey(key)) for key in said["note_conflicts"]]))
    return "\n\n".join(filter(None, parts))


def changes_something(said: dict[str, Any]) -> bool:
    """Whether it is worth a second press."""
    if said["kind"] == "list":
        return bool(said["added"])
    return any(any(lists.values()) for lists in said["changes"].values())


def _list_parts(said: dict[str, Any], title_of: TitleOf) -> list[str]:
    translate = QCoreApplication.translate
    absent = set(said["absent"])
    known = [key for key in said["added"] if key not in absent]
    new = [key for key in said["added"] if key in absent]
    parts = (
        (translate("Import", "New bookmarks"), [title_of(PaperKey(key)) for key in known]),
        (translate("Import", "New bookmarks of papers that are in no post here"), new),
        (translate("Import", "Bookmarked already"), [title_of(PaperKey(key)) for key in said["known"]]),
        (translate("Import", "Not understood"), said["not_understood"]),
    )
    return [_part(words, names) for words, names in parts if names]


def _part(words: str, names: Sequence[str]) -> str:
    lines = [f"{words}  {len(names)}", *(f"  {name}" for name in names[:_SHOWN])]
    if len(names) > _SHOWN:
        more = QCoreApplication.translate("Import", "and %1 more").replace("%1", str(len(names) - _SHOWN))
        lines.append(f"  … {more}")
    return "\n".join(lines)
