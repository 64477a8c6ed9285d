"""Posts that somebody wrote to do harm: some hundreds, made by rules. In: where bait lies. Out: folders on the disk.

Each construct is one post with the files it names. `bait` is a folder outside of every library: who opens something
in it was led there by a post.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.factories import paper, post, write_post
from tests.hostile import drawings, photos, texts


@dataclass(frozen=True)
class Construct:
    """One post that means harm."""

    name: str  # of the kind of harm and its number: "svg-image-12"
    text: str | bytes
    files: dict[str, bytes | Path | None] = field(default_factory=dict)  # a Path is linked to, None is a pipe

    def write(self, folder: Path) -> Path:
        """Write it as a source folder; the path of its post."""
        for name, content in self.files.items():
            _write_file(folder / name, content)
        if isinstance(self.text, str):
            return write_post(folder, "2025-01-02-daily.md", self.text)
        path = folder / "2025-01-02-daily.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(self.text)
        return path


def constructs(bait: Path) -> list[Construct]:
    """All of them, in an order that stays."""
    return [*_pictures(bait), *_drawings(bait), *_written(bait)]


def addresses(bait: Path) -> list[str]:
    """Where a post could lead a careless program: hosts, shares, devices, files of the person's."""
    return [
        "http://127.0.0.1:9/a.png",
        "https://hostile.invalid/a.svg",
        "//hostile.invalid/a.png",
        "ftp://127.0.0.1/a.png",
        r"\\hostile.invalid\share\a.png",
        "smb://hostile.invalid/share/a.png",
        f"file://{bait}/secret.png",
        "file://hostile.invalid/share/a.png",
        f"{bait}/secret.png",
        f"{bait}/secret.svg",
        f"{'../' * 20}{str(bait).lstrip('/')}/secret.png",
        f"{'%2e%2e/' * 20}{str(bait).lstrip('/')}/secret.png",
        "/dev/zero",
        "/proc/self/environ",
        "/etc/passwd",
        "qrc:/a.png",
        ":/a.png",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>",
        "javascript:alert(1)",
        "daily-papers://paper/2501.00001",
    ]


_PICTURE_FORMS = (
    "![words]({})",
    "![words][there]\n\n[there]: <{}>",
    '<img src="{}" alt="words">',
    '<p style="background-image: url({})">words</p>',
)


def _pictures(bait: Path) -> Iterator[Construct]:
    for number, (form, address) in enumerate((f, a) for f in _PICTURE_FORMS for a in addresses(bait)):
        yield Construct(f"picture-{number}", in_method(form.format(address)))
    for name, content in photos.hostile(bait):
        shown = f'![words]({name}){{: width="680"}}\n\n<img src="{name}" width="999999999">'
        yield Construct(f"photo-{name}", in_method(shown), {name: content})
    shown = "![words](a.png) words " * 4_000
    yield Construct("photo-crowd", in_method(shown), {"a.png": photos.png(300, 200)})


def _drawings(bait: Path) -> Iterator[Construct]:
    for name, content in drawings.hostile(addresses(bait)):
        yield Construct(f"svg-{name}", in_method('![words](a.svg){: width="680"}'), {"a.svg": content})


def _written(bait: Path) -> Iterator[Construct]:
    for kind, bodies in (
        ("html", texts.html(addresses(bait))),
        ("formula", texts.formulas(bait)),
        ("link", texts.links(addresses(bait))),
        ("unicode", texts.signs()),
    ):
        yield from (Construct(f"{kind}-{number}", in_method(body)) for number, body in enumerate(bodies))
    for number, head in enumerate(texts.heads(bait)):
        yield Construct(f"head-{number}", head)


def in_method(body: str) -> str:
    """A post whose first paper says this about its method, and whose second is like any other."""
    link = "https://arxiv.org/abs/2501.00002"
    return post([paper(sections={"Method": body}), paper(2, "The Second", link)])


def _write_file(path: Path, content: bytes | Path | None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        os.mkfifo(path)
    elif isinstance(content, Path):
        path.symlink_to(content)
    else:
        path.write_bytes(content)
