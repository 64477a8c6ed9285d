"""Made-up highlights, links and versions for the gallery."""

from datetime import UTC, datetime

from reader.marks.model import NoteVersion
from reader.ui.notes.note_rows import NoteRow
from reader.ui.widgets.highlight_colours import NAMES, colour_of

_SENTENCES = (
    ("의미와 픽셀을 함께 복원하는 손실을 도입해 압축된 잠재 공간을 만든다.", "Introduction"),
    (
        "96채널 잠재 공간에서도 세밀한 질감과 글자를 잃지 않으며, 같은 공간에서 편집까지 다룬다.",
        "Method",
    ),
    ("rFID 0.203", "Results"),
    (
        "아주 길게 고른 문장은 세 줄까지 보이고 그 뒤는 줄임표로 끝난다. " * 6,
        "아주 길고 길어서 다 들어가지 않는 절의 이름",
    ),
)


def highlight_rows(theme: str) -> list[NoteRow]:
    """A row of each colour, and one whose words are gone."""
    rows = []
    for number, (name, (words, section)) in enumerate(zip(NAMES, _SENTENCES, strict=True)):
        colour = colour_of(name, is_dark=theme == "dark")
        rows.append(NoteRow(str(number), words, section, colour.ground, colour.line))
    gone = colour_of(NAMES[0], is_dark=theme == "dark")
    rows.append(NoteRow("gone", "이제는 없다.", "본문에서 찾을 수 없음", gone.ground, gone.line, is_muted=True))
    return rows


LINK_ROWS = [
    NoteRow("", "이 메모가 가리키는 논문"),
    NoteRow("2511.23386", "One Codebook for Seeing and Drawing", "2511.23386"),
    NoteRow("9999.99999", "9999.99999", "라이브러리에 없음", is_muted=True),
    NoteRow("", "이 논문을 언급한 메모"),
    NoteRow(
        "2512.14870",
        "ManyClues: A Benchmark for Gathering Evidence in Video Question Answering\u2028방식이 닮았다",
        "2512.14870",
    ),
]

VERSIONS = [
    NoteVersion("# 다시 볼 것\n처음 쓴 글에 한 줄을 더했다.", datetime(2025, 12, 30, 5, 2, tzinfo=UTC)),
    NoteVersion("다른 창에서 쓴 글", datetime(2025, 12, 29, 11, 40, tzinfo=UTC), displaced=True),
    NoteVersion("처음 쓴 글", datetime(2025, 12, 28, 1, 15, tzinfo=UTC)),
]
