"""Write resources/phrases.txt from the table of concepts: `.venv/bin/python packaging/phrases.py`.

Which phrases the names of concepts are takes a third of a second to tell, and is asked whenever a post comes. A test
fails while the file says something else than the table.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from reader.search.concepts.phrases import phrases_of  # noqa: E402  # of this tree, whatever is installed
from reader.search.store.phrases import Phrases  # noqa: E402
from reader.services.concepts import shipped_concepts  # noqa: E402

FILE = ROOT / "resources" / "phrases.txt"


def names() -> list[str]:
    """The phrases as the table has them now, each as one term."""
    return sorted(Phrases(phrases_of(shipped_concepts())).names)


if __name__ == "__main__":
    FILE.write_text("\n".join((*names(), "")), encoding="utf-8", newline="\n")
