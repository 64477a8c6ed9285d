"""A folder of posts that somebody, or some program, keeps writing in: one chance edit after the other."""

import random
from pathlib import Path

from reader.posts.model import PaperKey
from tests.factories import METHOD_ONLY, SECTIONS, paper, post

OPEN = PaperKey("2502.00001")
"""A paper that no edit takes away: it is rewritten and changes its day and its file."""

_FEWEST, _MOST = 30, 70  # posts
_KINDS = ("add", "rewrite", "retitle", "reformat", "rename", "delete", "back-date", "half", "open", "storm")


class FolderEdits:
    """Edits by chance; the same seed gives the same ones."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._folder = folder
        self._chance = random.Random(seed)
        self._edition = 0
        self._halves: dict[Path, str] = {}  # what is still to be written of files
        folder.mkdir(parents=True)
        self._open = folder / "2025-06-15-open.md"
        self._write(self._open, post(self._open_papers(), date="2025-06-15 08:15:00"))
        while len(self._others()) < (_FEWEST + _MOST) // 2:
            self._add()

    def edit(self) -> str:
        """Do one, and say what."""
        self._edition += 1
        self.finish()
        posts = len(self._others())
        kind = self._chance.choice(_KINDS if _FEWEST < posts < _MOST else ("add",) if posts < _MOST else ("delete",))
        return f"{kind} {self._do(kind)}"

    def finish(self) -> None:
        """Write the rest of files that were written in part."""
        for path, rest in self._halves.items():
            with path.open("a", encoding="utf-8") as file:
                file.write(rest)
        self._halves.clear()

    def _do(self, kind: str) -> str:
        if kind == "add":
            return self._add()
        if kind == "storm":
            return " ".join(self._add() for _ in range(12)) + self._thin_out()
        path = self._open if kind == "open" else self._chance.choice(self._others())
        text = path.read_text(encoding="utf-8")
        match kind:
            case "rewrite":
                self._write(path, text.replace("다.", f"다. {self._edition}번 고쳤다.", 3))
            case "retitle":
                self._write(path, self._retitled(text))
            case "reformat":
                self._write(path, text.replace("\n\n", "\n\n\n").replace(". ", ".\n", 2))
            case "delete":
                path.unlink()
            case "back-date":
                self._write(path, text.replace("date: 20", f"date: {self._chance.choice(('19', '20'))}", 1))
            case "half":
                half = len(text) // 2
                self._halves[path] = text[half:]
                self._write(path, text[:half])
            case "rename":
                self._rename(path, text)
            case _:
                return self._edit_open(text)
        return path.name

    def _edit_open(self, text: str) -> str:
        kind = self._chance.choice(("rewritten", "renamed", "dated"))
        if kind == "rewritten":
            self._write(self._open, text.replace("다.", f"다. {self._edition}번 고쳤다.", 2))
        elif kind == "renamed":
            self._open = self._rename(self._open, text)
        else:
            before = text.split("date: ", 1)[1][:10]
            self._write(self._open, text.replace(before, f"2025-06-{self._chance.randint(10, 20)}", 1))
        return kind

    def _retitled(self, text: str) -> str:
        """A title grows by a line, or is short again: rows change their heights."""
        long = " and Everything That Was Ever Written About It"
        return text.replace(long, "", 1) if long in text else text.replace(" of Folding", f" of Folding{long}", 2)

    def _rename(self, path: Path, text: str) -> Path:
        """As tools that synchronise folders do it: the new name comes before the old one goes."""
        new = path.with_name(f"{self._day()}-{self._edition:04}-renamed.md")
        self._write(new, text)
        path.unlink()
        return new

    def _thin_out(self) -> str:
        for path in self._chance.sample(self._others(), 12):
            path.unlink()
        return ", as many gone"

    def _add(self) -> str:
        self._edition += 1
        day = self._day()
        sections = self._chance.choice((SECTIONS, METHOD_ONLY))
        papers = [
            paper(at, f"Study {number} of Folding", f"https://arxiv.org/abs/2501.{number:05}", sections)
            for at, number in enumerate(self._chance.sample(range(1, 400), self._chance.randint(1, 6)), 1)
        ]
        name = f"{day}-{self._edition:04}.md"
        time = f"{self._edition // 60 % 24:02}:{self._edition % 60:02}:00"
        self._write(self._folder / name, post(papers, date=f"{day} {time}"))
        return name

    def _open_papers(self) -> list[str]:
        return [
            paper(1, "The Paper Before It", "https://arxiv.org/abs/2502.00000"),
            paper(2, "The Open Paper", f"https://arxiv.org/abs/{OPEN}"),
            paper(3, "The Paper Behind It", "https://arxiv.org/abs/2502.00002"),
        ]

    def _others(self) -> list[Path]:
        return sorted(path for path in self._folder.glob("*.md") if path != self._open)

    def _day(self) -> str:
        return f"2025-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}"

    def _write(self, path: Path, text: str) -> None:
        """At once, as editors do it: a sync that looks in between finds no empty file."""
        part = path.with_suffix(".part")
        part.write_text(text, encoding="utf-8")
        part.replace(path)
