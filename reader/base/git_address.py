"""Addresses of Git repositories, in the forms in which people paste them.

In: a text. Out: a `GitAddress`, or None where the text is no address but a path. No network is touched.
"""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, quote, unquote, urlencode, urlsplit

from reader.base.errors import ReaderError

PREFIX = "git+"
"""Begins the text of a repository among the sources, as in pip: git+https://host/owner/name#branch=b&folder=f."""
_SCHEMES = ("https", "http", "ssh", "git", "file")
_HOSTS = ("github.com", "gitlab.com", "codeberg.org", "bitbucket.org")
_PAGES = {"github.io": "github.com", "gitlab.io": "gitlab.com", "codeberg.page": "codeberg.org"}
"""Where the blogs of a host are, and the host: owner.github.io is made from github.com/owner/owner.github.io."""
_SCP = re.compile(r"(?:(?P<user>[\w.-]+)@)(?P<host>[\w.-]+):(?!//)(?P<path>\S+)")
_VIEW = re.compile(r"/(?:-/)?(?P<kind>tree|blob|src/branch|src)/(?P<branch>[^/]+)(?:/(?P<folder>.*))?$")
"""What a host's page of a folder or file has behind the repository's address."""


class GitAddress(NamedTuple):
    """A repository, its branch and a folder in it."""

    url: str  # with scheme; without password
    branch: str = ""  # "" for the one that the repository itself names
    folder: str = ""  # "/" between names; "" for all of it

    def __str__(self) -> str:
        """As it is kept among the sources; `read_address` reads it."""
        given = {name: text for name, text in (("branch", self.branch), ("folder", self.folder)) if text}
        return f"{PREFIX}{self.url}" + (f"#{urlencode(given, quote_via=quote)}" if given else "")

    @property
    def shown(self) -> str:
        """As a person reads it: without scheme, user and `.git`."""
        parts = urlsplit(self.url)
        name = f"{(parts.hostname or '')}{unquote(parts.path)}".removesuffix("/").removesuffix(".git")
        behind = f" ({self.branch})" if self.branch else ""
        return f"{name}{f'/{self.folder}' if self.folder else ''}{behind}"

    @property
    def file_name(self) -> str:
        """A name for the folder of its copy, another for every repository and branch."""
        import hashlib  # the start needs no name of a copy

        words = re.sub(r"[^\w.-]+", "-", self.shown.rsplit("/", 1)[-1], flags=re.ASCII).strip("-.")[:40]
        digest = hashlib.blake2b(f"{self.url}#{self.branch}".encode(), digest_size=6).hexdigest()
        return f"{words or 'posts'}-{digest}"


def read_address(text: str) -> GitAddress | None:
    """The repository a text names; None if it is a path. Raises ReaderError for an address that cannot be kept."""
    text = text.strip()
    if text.startswith(PREFIX):
        return _kept(text.removeprefix(PREFIX))
    if scp := _SCP.fullmatch(text):
        return _tidy(f"ssh://{scp['user']}@{scp['host']}/{scp['path'].lstrip('/')}")
    if "://" in text:
        return _tidy(text)
    host = text.split("/", 1)[0].lower().removeprefix("www.")
    if host in _HOSTS or host.endswith(tuple(f".{pages}" for pages in _PAGES)):
        return _tidy(f"https://{text}")
    return None


def _kept(text: str) -> GitAddress:
    url, _, behind = text.partition("#")
    given = parse_qs(behind)
    return GitAddress(url, *("".join(given.get(name, [""])[:1]) for name in ("branch", "folder")))


def _tidy(text: str) -> GitAddress:
    """The repository behind an address with a scheme, which may be that of a host's page or of a blog."""
    parts = urlsplit(text)
    scheme, host, path = parts.scheme.lower(), (parts.hostname or "").lower(), parts.path.rstrip("/")
    if scheme not in _SCHEMES:
        raise ReaderError(f"{scheme}:// is no address of a Git repository. Use https, ssh, git or file.")
    if parts.password or (parts.username and scheme in ("https", "http")):
        raise ReaderError(
            "The address has a name or password in it, which is not kept. Leave it out: Git's own credential helper is"
            " asked for them."
        )
    if scheme == "file":
        return GitAddress(f"file://{path}")
    pages = next((pages for pages in _PAGES if host.endswith(f".{pages}")), None)
    if pages:
        owner = host.removesuffix(f".{pages}")
        name = host if pages != "codeberg.page" else "pages"
        return GitAddress(f"https://{_PAGES[pages]}/{owner}/{name}")
    host = host.removeprefix("www.") if host.removeprefix("www.") in _HOSTS else host
    branch, folder = "", ""
    if scheme in ("https", "http") and (view := _VIEW.search(path)):
        branch, folder = unquote(view["branch"]), unquote(view["folder"] or "")
        if view["kind"] == "blob":
            folder = folder.rpartition("/")[0]
        path = path[: view.start()]
    if not path.strip("/"):
        raise ReaderError(f"{text} names no repository. Write https://host/owner/name.")
    user = f"{parts.username}@" if parts.username else ""
    port = f":{parts.port}" if parts.port else ""
    return GitAddress(f"{scheme}://{user}{host}{port}{path}", branch, folder)
