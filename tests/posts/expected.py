"""How a post is compared with what a shape or a sample says is right for it."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from reader.posts.model import Post


def fits(wanted: Any, came: Any) -> bool:
    """Whether a value is as wanted: equal, or one of a choice {"one of": […]}; lists entry by entry."""
    if isinstance(wanted, dict):
        return any(fits(each, came) for each in wanted["one of"])
    if isinstance(wanted, list) and isinstance(came, list):
        return len(wanted) == len(came) and all(fits(w, c) for w, c in zip(wanted, came, strict=True))
    return bool(wanted == came)


def whole_text(post: Post) -> str:
    """All of a post that a reader can come to see, as one text."""
    pieces = [post.title, post.preamble] if post.papers else [post.title, post.body]
    for paper in post.papers:
        pieces += [paper.title, paper.raw_title, paper.link or "", paper.alphaxiv or ""]
        for section in paper.sections:
            pieces += [section.heading, section.markdown]
    return " ".join(unicodedata.normalize("NFC", "\n".join(pieces)).split())


def unmet(post: Post, wanted: Mapping[str, Any]) -> list[str]:
    """What of a post is not as wanted, in words."""
    came: dict[str, Any] = {
        "title": post.title,
        "date": post.day.isoformat() if post.day else None,
        "tags": list(post.tags),
        "keys": [paper.key for paper in post.papers],
        "titles": [paper.title for paper in post.papers],
        "numbers": [paper.number for paper in post.papers],
    }
    told = [
        f"{name} {came[name]!r}, not {wanted[name]!r}"
        for name in came
        if not fits(wanted.get(name, came[name]), came[name])
    ]
    text = whole_text(post)
    last = " ".join(section.markdown for section in post.papers[-1].sections) if post.papers else ""
    told += [f"lost {word!r}" for word in wanted.get("contains", ()) if " ".join(word.split()) not in text]
    told += [f"kept {word!r}" for word in wanted.get("lacks", ()) if " ".join(word.split()) in text]
    told += [f"in the last: {word!r}" for word in wanted.get("lacks in last", ()) if word in last]
    codes = {remark.code for remark in post.remarks}
    told += [f"no remark {code}" for code in wanted.get("remarks", ()) if code not in codes]
    told += [f"remark {code}" for code in ("fault", *wanted.get("no remarks", ())) if code in codes]
    return told
