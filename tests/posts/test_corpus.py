"""No paper's key and no section's words are other than before. Skipped where the real posts are not beside us."""

import json
from pathlib import Path

from tests.posts.corpus import DIGESTS, digests


def test_no_papers_key_or_text_changed(shared: Path) -> None:
    before = json.loads(DIGESTS.read_text(encoding="utf-8"))
    now = json.loads(json.dumps(digests(shared)))
    assert now.keys() == before.keys()
    assert {name: post for name, post in now.items() if post != before[name]} == {}
