"""3. Identity: when two papers are one."""

from tests.posts.kinds.shape import KEY, LINK, LINK2, METHOD, ONE_KEYS, Kind

KIND = Kind(3)
add = KIND.add

ARXIV = (
    "arXiv, Understanding the arXiv identifier: a version is no other paper; the pages of other hosts are by arXiv id"
)
for form in (
    f"https://arxiv.org/abs/{KEY}",
    f"http://arxiv.org/abs/{KEY}",
    f"https://arxiv.org/abs/{KEY}v3",
    f"https://arxiv.org/pdf/{KEY}",
    f"https://arxiv.org/pdf/{KEY}v2.pdf",
    f"https://arxiv.org/pdf/{KEY}.pdf#page=3",
    f"https://arxiv.org/html/{KEY}v1",
    f"https://arxiv.org/format/{KEY}",
    f"https://arxiv.org/ps/{KEY}",
    f"https://arxiv.org/e-print/{KEY}",
    f"https://arxiv.org/src/{KEY}",
    f"https://export.arxiv.org/abs/{KEY}",
    f"https://www.arxiv.org/abs/{KEY}",
    f"https://browse.arxiv.org/html/{KEY}v1",
    f"http://cn.arxiv.org/abs/{KEY}",
    f"https://ARXIV.org/abs/{KEY}",
    f"https://arxiv.org:443/abs/{KEY}",
    f"https://arxiv.org/abs/{KEY}/",
    f"https://arxiv.org//abs/{KEY}",
    f"https://arxiv.org/abs/{KEY}#S1",
    f"https://arxiv.org/abs/{KEY}?context=cs.CL",
    f"https://arxiv.org/abs/{KEY}?utm_source=mail",
    f"https://arxiv.org/abs/arXiv:{KEY}",
    f"https://doi.org/10.48550/arXiv.{KEY}",
    f"https://doi.org/10.48550/arxiv.{KEY}",
    f"https://dx.doi.org/10.48550/ARXIV.{KEY}",
    f"https://hf.co/papers/{KEY}",
    f"https://huggingface.co/papers/{KEY}",
    f"https://www.huggingface.co/papers/{KEY}#community",
    f"https://www.semanticscholar.org/arxiv/{KEY}",
    f"https://papers.cool/arxiv/{KEY}",
    f"https://ar5iv.org/abs/{KEY}",
    f"https://ar5iv.labs.arxiv.org/html/{KEY}",
    f"https://www.alphaxiv.org/abs/{KEY}v1",
    f"https://www.alphaxiv.org/ko/overview/{KEY}",
    f"https://alphaxiv.org/pdf/{KEY}",
    f"https://scirate.com/arxiv/{KEY}",
    f"https://www.arxiv-vanity.com/papers/{KEY}/",
    f"https://web.archive.org/web/2026/https://arxiv.org/abs/{KEY}",
    f"https://web.archive.org/web/20260105083000/http://arxiv.org/pdf/{KEY}v1.pdf",
    f"https://web.archive.org/web/20260105id_/https://arxiv.org/abs/{KEY}",
):
    add(f"one paper under {form}", f"# 1. [Slow Kettles]({form}){METHOD}", ARXIV, **ONE_KEYS)
for form in ("math.GT/0309136", "math/0309136", "math/0309136v2"):
    add(
        f"an old id as {form}",
        {
            "a.md": f"# 1. [Slow Kettles](https://arxiv.org/abs/{form}){METHOD}",
            "b.md": f"# 1. [Slow Kettles](https://arxiv.org/pdf/math/0309136){METHOD}",
        },
        "arXiv: the subject class of an old id may be left out",
        one_key=True,
    )
add(
    "an old id of physics",
    f"# 1. [Slow Kettles](https://arxiv.org/abs/hep-th/9901001v1){METHOD}",
    "arXiv: old ids, archive with a hyphen",
    keys=["hep-th/9901001"],
)
add(
    "an old id as a DOI",
    {
        "a.md": f"# 1. [Slow Kettles](https://doi.org/10.48550/arXiv.hep-th/9901001){METHOD}",
        "b.md": f"# 1. [Slow Kettles](https://arxiv.org/abs/hep-th/9901001){METHOD}",
    },
    "arXiv DOIs: 10.48550/arXiv.ID",
    one_key=True,
)
for form, rule in (
    (f"https://notarxiv.org/abs/{KEY}", "another host"),
    (f"https://arxiv.org.evil.example/abs/{KEY}", "another host"),
    (f"https://example.org/{KEY}", "a number on another host"),
    (f"https://arxiv.org/search/?query={KEY}", "a search, no paper"),
    ("https://arxiv.org/list/cs.CL/2601", "a list, no paper"),
    (f"https://github.com/example/{KEY}", "a repository"),
):
    add(
        f"{form} is no arXiv paper",
        f"# 1. [Slow Kettles]({form}){METHOD}",
        f"links count on hosts that name papers: {rule}",
        titles=["Slow Kettles"],
        not_keys=[KEY],
    )
OTHERS = "Ours: OpenReview, ACL Anthology, bioRxiv and DOI are identities as well"
for one, other in (
    ("https://openreview.net/forum?id=KettleSing1", "https://openreview.net/pdf?id=KettleSing1"),
    ("https://openreview.net/forum?id=KettleSing1", "https://openreview.net/forum?id=KettleSing1&noteId=abc"),
    ("https://openreview.net/forum?id=KettleSing1", "https://openreview.net/attachment?id=KettleSing1&name=pdf"),
    ("https://aclanthology.org/2026.kettle-main.7", "https://aclanthology.org/2026.kettle-main.7.pdf"),
    ("https://aclanthology.org/2026.kettle-main.7", "https://www.aclanthology.org/2026.kettle-main.7/"),
    ("https://aclanthology.org/P99-9067", "https://www.aclweb.org/anthology/P99-9067/"),
    ("https://aclanthology.org/P99-9067", "https://aclweb.org/anthology/papers/P/P99/P99-9067/"),
    ("https://doi.org/10.9999/kettle.7", "http://dx.doi.org/10.9999/kettle.7"),
    ("https://doi.org/10.9999/kettle.7", "https://www.doi.org/10.9999/kettle.7?utm_source=x"),
    (
        "https://www.biorxiv.org/content/10.1101/2026.01.05.900011v1",
        "https://www.biorxiv.org/content/10.1101/2026.01.05.900011v2.full",
    ),
    (
        "https://doi.org/10.1101/2026.01.05.900011",
        "https://www.biorxiv.org/content/10.1101/2026.01.05.900011v1.full.pdf",
    ),
    ("https://kettle.example/a/?utm_source=mail&fbclid=1", "http://www.kettle.example/a#top"),
):
    add(
        f"{one} is {other}",
        {"a.md": f"# 1. [Slow Kettles]({one}){METHOD}", "b.md": f"# 3. [Slow Kettles]({other}){METHOD}"},
        OTHERS,
        one_key=True,
    )
add(
    "two papers of OpenReview",
    {
        "a.md": f"# 1. [A](https://openreview.net/forum?id=Kettle1){METHOD}",
        "b.md": f"# 1. [B](https://openreview.net/forum?id=Kettle2){METHOD}",
    },
    OTHERS,
    distinct=2,
)
SHARED = "Ours: two papers with one link in a post are two papers"
add(
    "two papers share a page",
    f"# 1. [Slow Kettles](https://fair.example/day){METHOD}# 2. [Cold Spoons](https://fair.example/day){METHOD}",
    SHARED,
    titles=["Slow Kettles", "Cold Spoons"],
    distinct=2,
)
add(
    "two papers share an arXiv link by a slip",
    f"# 1. [Slow Kettles]({LINK}){METHOD}# 2. [Cold Spoons]({LINK}){METHOD}",
    SHARED,
    titles=["Slow Kettles", "Cold Spoons"],
    distinct=2,
)
add(
    "two papers have one title and no link",
    f"# 1. Slow Kettles{METHOD}# 2. Slow Kettles{METHOD}",
    SHARED,
    titles=["Slow Kettles", "Slow Kettles"],
    distinct=2,
)
add(
    "a citation in the first sentence",
    f"# 1. Slow Kettles\n\n[Cold Spoons]({LINK2})를 고쳐 쓴 논문이다.{METHOD}",
    "Ours: a paper without a link is not the one that its first sentence cites",
    keys=["title:slow kettles"],
)
add(
    "a bare address in the first sentence",
    f"# 1. Slow Kettles\n\n이 논문은 {LINK2} 의 뒤를 잇는다.{METHOD}",
    "Ours: a citation says nothing of this paper",
    keys=["title:slow kettles"],
)
add(
    "a labelled line says which paper it is",
    f"# 1. Slow Kettles\n\narXiv: {LINK}{METHOD}",
    "Seen: extra lines `arXiv: …`",
    keys=[KEY],
)
add(
    "a quoted link says which paper it is",
    f"# 1. Slow Kettles\n\n> [Alphaxiv](https://www.alphaxiv.org/ko/overview/{KEY}){METHOD}",
    "Seen: a line with a link to Alphaxiv",
    keys=[KEY],
)
