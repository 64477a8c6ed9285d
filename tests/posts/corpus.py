"""Keys and words of the real posts as short hashes, to compare a change of the parser with the state before.

    PYTHONPATH=. python -m tests.posts.corpus FOLDER     writes corpus_digests.json anew, from the folder of real posts

A change of what stands there is argued in the commit that changes it. No text of a post is kept, only hashes.
"""

import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

from reader.posts.model import Post
from reader.posts.parse import parse
from reader.posts.plain import plain_text

DIGESTS = Path(__file__).with_name("corpus_digests.json")
FOLDERS = ("posts", "corpus")

PaperDigest = tuple[str, str, tuple[str, ...]]  # key, hash of its title, "kind:hash" of each section
PostDigest = tuple[str, list[PaperDigest], str]  # day and hash of title and tags; its papers; hash of preamble or page


def digest(text: str) -> str:
    """A short hash of the words of a text."""
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold())
    return hashlib.blake2b(" ".join(words).encode(), digest_size=5).hexdigest()


def digest_of(post: Post) -> PostDigest:
    """What is compared of a post."""
    papers = [
        (
            str(paper.key),
            digest(f"{paper.number} {paper.title} {paper.raw_title}"),
            tuple(f"{s.kind.value}:{digest(s.markdown)}:{digest(plain_text(s.markdown))}" for s in paper.sections),
        )
        for paper in post.papers
    ]
    head = f"{post.day} {digest(' '.join((post.title, *post.tags, *post.categories)))}"
    return head, papers, digest(post.preamble if post.papers else post.body)


def digests(shared: Path) -> dict[str, PostDigest]:
    """Every post below the folders of real posts, by its path."""
    return {
        str(path.relative_to(shared)): digest_of(parse(path.read_bytes(), path.name))
        for folder in FOLDERS
        for path in sorted((shared / folder).rglob("*.md"))
    }


if __name__ == "__main__":
    found = digests(Path(sys.argv[1]))
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(each)}" for name, each in found.items())
    DIGESTS.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
