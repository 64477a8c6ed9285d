"""A label or a number taken off the front of some Markdown, with the markers around it and none of the text's own.

In `**Goal**: x`, `**Goal:** x` and `__Goal__: **x**` the label's markers go with it; `**x**` behind it stays. Markers
that open before the label and close behind the text (`**Goal: x**`) are the text's: they are put back before it.
"""

import re

_CLOSING = {"[": "]", "(": ")", "【": "】", "［": "］", "〔": "〕", "<": ">", "（": "）"}
_MARKERS = re.compile(r"[*_`\[(【［〔<（]")


def behind(opened: str, text: str, sign: re.Pattern[str]) -> str | None:
    """What stands behind a label's words; None where no `sign` (a colon, a full stop) follows them.

    `opened` is what stands before the words, `text` what follows them: closing markers, the sign, and closing markers.
    """
    waiting = _MARKERS.findall(opened)
    text = _closed(waiting, text.lstrip())
    found = sign.match(text)
    if found is None:
        return None
    text = _closed(waiting, text[found.end() :])
    if waiting and re.match(r"\s+[*_`]+\s", text):  # `**Goal: ** x`, which Markdown itself does not see as emphasis
        text = _closed(waiting, text.lstrip())
    text = text.strip()
    closing = "".join(map(_closing, reversed(waiting)))
    return f"{''.join(waiting)}{text}" if closing and closing in text else text


def _closed(waiting: list[str], text: str) -> str:
    """The text without the markers at its front that close those that wait, which wait no longer."""
    count = 0
    while waiting and text[count : count + 1] == _closing(waiting[-1]):
        waiting.pop()
        count += 1
    return text[count:]


def _closing(marker: str) -> str:
    return _CLOSING.get(marker, marker)
