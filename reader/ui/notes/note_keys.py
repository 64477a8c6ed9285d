"""What keys do to a note's lists: Enter goes on with a list, a task's box is ticked. Every edit is one step of undo."""

import re

from PySide6.QtGui import QTextBlock, QTextCursor

from reader.ui.notes.note_highlighter import TASK
from reader.ui.session.units import to_units

_ENTRY = re.compile(r"(\s*(?:>\s*)*)([-*+]|(\d+)([.)]))(\s+)(\[[ xX]\]\s+)?")
_QUOTE = re.compile(r"\s*(?:>\s?)+")


def continue_list(cursor: QTextCursor) -> bool:
    """Begin the next entry of the list or line of the quotation the cursor is in; an empty one ends it.

    False, and nothing happens, where the cursor is in neither.
    """
    text, at = cursor.block().text(), cursor.positionInBlock()
    entry = _ENTRY.match(text)
    begin = entry or _QUOTE.match(text)
    if begin is None or cursor.hasSelection() or at < to_units(text, begin.end()):
        return False
    cursor.beginEditBlock()
    if not text[begin.end() :].strip():
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
    else:
        cursor.insertText("\n" + (_next_entry(entry) if entry else begin[0]))
    cursor.endEditBlock()
    return True


def toggle_task(block: QTextBlock) -> bool:
    """Tick the box of a line, or no longer; False where there is none."""
    text = block.text()
    task = TASK.match(text)
    if task is None:
        return False
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + to_units(text, task.start(2)))
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText("x" if task[2] == " " else " ")
    return True


def _next_entry(entry: re.Match[str]) -> str:
    before, mark, number, point, space, box = entry.groups()
    following = f"{int(number) + 1}{point}" if number else mark
    return f"{before}{following}{space}{'[ ] ' if box else ''}"
