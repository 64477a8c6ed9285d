"""Papers on their way from the list to somewhere else: what is carried, and how it is read."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QMimeData

from reader.posts.model import PaperKey

KIND = "application/x-daily-papers-keys"


def carried(keys: Sequence[PaperKey]) -> QMimeData:
    """Papers to be dragged; other programs get their keys as lines of text."""
    data = QMimeData()
    data.setData(KIND, QByteArray(json.dumps(keys).encode()))
    data.setText("\n".join(keys))
    return data


def papers_in(data: QMimeData) -> list[PaperKey]:
    """The papers that are dragged; none where it is something else."""
    if not data.hasFormat(KIND):
        return []
    return [PaperKey(key) for key in json.loads(bytes(data.data(KIND).data()))]
