"""A page as one piece of HTML: its pictures and formulas are in it, so that it can be kept or sent as it is."""

from base64 import b64encode
from html import escape

from reader.render import svg
from reader.render.sheet import FilePicture, FormulaPicture, Page, Picture

_KINDS = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp", ".bmp": "bmp"}
_MOST_BYTES = 20 << 20  # of one picture


def embedded(page: Page) -> str:
    """The page's HTML with what it names; a picture that cannot be read leaves its words."""
    html = page.html
    for name, picture in page.pictures.items():
        html = html.replace(f'src="{escape(name)}"', f'src="{_address(picture)}"')
    return html


def _address(picture: Picture) -> str:
    if isinstance(picture, FormulaPicture):
        return _data("svg+xml", picture.svg)
    content = _content(picture)
    ending = picture.path.suffix.lower()
    if content is None:
        return ""
    if ending == ".svg":
        cleaned = svg.cleaned(content)
        return _data("svg+xml", cleaned) if cleaned else ""
    return _data(_KINDS.get(ending, "png"), content)


def _content(picture: FilePicture) -> bytes | None:
    try:
        with picture.path.open("rb") as file:
            content = file.read(_MOST_BYTES + 1)
    except OSError:
        return None
    return content if len(content) <= _MOST_BYTES else None


def _data(kind: str, content: bytes) -> str:
    return f"data:image/{kind};base64,{b64encode(content).decode()}"
