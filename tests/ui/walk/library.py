"""A library that changes: posts that come, are rewritten and go, and another program that marks papers meanwhile.

All of it is done in this process, on connections of its own, as the sync and `daily-papers` do it in theirs.
"""

from pathlib import Path

from reader.base.paths import ProfilePaths
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.services.refresh import refresh
from tests.factories import SECTIONS, age, paper, post

WORDS = ("빙하", "확산 모델", "강화학습", "이미지 생성", "diffusion")
"""Something to search for: paper N speaks of word N mod 5."""


def key_of(number: int) -> PaperKey:
    """The key of paper N."""
    return PaperKey(f"2502.{number:05d}")


def title_of(number: int) -> str:
    """The title of paper N."""
    return f"Study {number} of {WORDS[number % len(WORDS)]}"


class ChangingLibrary:
    """Posts by file name, each with its day and its papers by number."""

    def __init__(self, folder: Path, profile: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.profile = Profile(ProfilePaths.of(profile))
        self.profile.make_folders()
        self.profile.settings.add_sources([folder])
        self.posts: dict[str, list[int]] = {}
        self._edition = 0

    def write(self, day: str, papers: list[int]) -> None:
        """Write the post of a day with these papers, each with a text it did not have before."""
        self._edition += 1
        self.posts[day] = papers
        text = post([self._paper(at, number) for at, number in enumerate(papers, 1)], date=f"{day} 08:15:00")
        path = self.folder / f"{day}-daily.md"
        path.write_text(text, encoding="utf-8")
        age(path, 60 * self._edition)

    def remove(self, day: str) -> None:
        """Delete the post of a day."""
        del self.posts[day]
        (self.folder / f"{day}-daily.md").unlink()

    def papers(self) -> list[int]:
        """Every paper that a post has."""
        return sorted({number for papers in self.posts.values() for number in papers})

    def sync(self) -> None:
        """Bring catalogue and index up to date."""
        refresh(self.profile)

    def close(self) -> None:
        """Let go of the profile."""
        self.profile.close()

    def _paper(self, at: int, number: int) -> str:
        method = f"{WORDS[number % len(WORDS)]}의 방법이다. " * (1 + 12 * (number % 3))
        sections = {**SECTIONS, "Method": f"{method} 제{self._edition}판."}
        return paper(at, title_of(number), f"https://arxiv.org/abs/{key_of(number)}", sections)
