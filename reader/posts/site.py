"""Which folders of a site hold its posts, by the site's own configuration.

In: what a folder has, and the text of its configuration. Out: `Site`. Reads no disk.

https://jekyllrb.com/docs/collections/, https://gohugo.io/getting-started/directory-structure/
"""

from collections.abc import Callable, Collection
from typing import NamedTuple

from reader.posts.heads.yaml_head import keys_and_texts

_JEKYLL = {"_posts", "_drafts", "_config.yml", "_config.yaml"}
_HUGO = {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json"}
_HUGO_FOLDERS = {"archetypes", "themes", "layouts"}
_POSTS = frozenset({"_posts", "_drafts"})


class Site(NamedTuple):
    """A site and the names of its folders of posts; everything else in it is no post."""

    program: str  # "Jekyll" or "Hugo"
    folders: frozenset[str]

    @property
    def why_not(self) -> str:
        """Why a file outside those folders is no post, in English words."""
        return f"a {self.program} site has its posts in {', '.join(sorted(self.folders))}"


def site_of(names: Collection[str], read: Callable[[str], str]) -> Site | None:
    """The site that a folder is the root of, told by what it has; None for a plain folder.

    `read` gives the text of one of its files, "" for one that cannot be read.
    """
    if _JEKYLL & set(names):
        config = next((name for name in ("_config.yml", "_config.yaml") if name in names), None)
        return Site("Jekyll", _POSTS | (_collections(read(config)) if config else frozenset()))
    if "content" in names and (_HUGO | _HUGO_FOLDERS) & set(names):
        return Site("Hugo", frozenset({"content"}))
    return None


def makes_a_site(name: str) -> bool:
    """Whether a file or folder of this name decides whether its folder is a site, and which of its folders count."""
    return name in _JEKYLL or name in _HUGO or name in _HUGO_FOLDERS


def _collections(config: str) -> frozenset[str]:
    return frozenset(f"_{name}" for name in keys_and_texts(config, "collections"))
