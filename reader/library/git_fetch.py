"""Fetching a Git repository: a bare copy of the newest state of one branch, without history and without a checkout.

In: an address and the folder of the copy. Out: the copy, and whether it changed. Every failure is a `FetchError` in
words; the copy then is as it was before. Passwords are asked of Git's own credential helpers, keys of ssh-agent;
nothing secret is kept or logged. Library: https://www.dulwich.io.
"""

import errno
import logging
import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from traceback import clear_frames
from typing import NamedTuple
from urllib.parse import urlsplit

from dulwich.client import (
    FetchPackResult,
    GitClient,
    HTTPUnauthorized,
    SSHGitClient,
    Urllib3HttpGitClient,
    get_transport_and_path,
)
from dulwich.config import StackedConfig
from dulwich.errors import GitProtocolError, HangupException, NotGitRepository
from dulwich.objects import ObjectID
from dulwich.refs import Ref
from dulwich.repo import Repo

from reader.base.errors import reason_of
from reader.base.git_address import GitAddress
from reader.library.git_objects import DAMAGE, TIP, DamagedCopyError, blobs_lacking, is_damaged, look_for_damage

_log = logging.getLogger("reader.library.git_fetch")

_HEAD = Ref(b"HEAD")
_HEADS = b"refs/heads/"
_SECONDS = 30.0  # without a byte from the server
_MOST_PACKS = 40  # of small fetches; then the copy is made anew
_MOST_BYTES = 4 << 30  # of one fetch
_ASK_SECONDS = 10  # for a credential helper to answer
_SSH = "ssh -o BatchMode=yes -o ConnectTimeout=15"  # nobody is there to type a password

_UNREACHABLE = frozenset(
    number
    for name in ("ENETUNREACH", "EHOSTUNREACH", "ENETDOWN", "EHOSTDOWN", "ETIMEDOUT", "ECONNREFUSED", "ECONNRESET")
    if (number := getattr(errno, name, None)) is not None  # not every system has them all
)

_NO_TEXTS = b"blob:none"
_REFUSAL = "not our ref"  # what a server says that gives nothing but whole commits
_MUCH = 1 << 20  # bytes; a fetch that was cut behind so many is gone on with in steps
_AT_ONCE = 500  # files that are asked for by name; each such pack stays, whatever becomes of the next

Wanted = Callable[..., list[ObjectID]]
"""The server's branches → the objects that are wanted of it; as dulwich calls it."""

Progress = Callable[[int], None]
"""Called with how many bytes came so far."""


class FetchError(Exception):
    """Why nothing was fetched, in a sentence. `is_offline`: the server was not reached, which may be no fault."""

    def __init__(self, words: str, *, is_offline: bool = False) -> None:
        super().__init__(words)
        self.is_offline = is_offline


class CancelledError(Exception):
    """The person wants no more of it."""


class _Credentials(NamedTuple):
    username: str
    password: str


def fetch(
    address: GitAddress, folder: Path, *, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> bool:
    """Bring the copy in `folder` up to the branch's newest commit; whether that is another one. Raises FetchError.

    The caller sees to it that nobody else fetches into `folder` meanwhile.
    """
    watch = _Watch(progress or (lambda _: None), cancelled or (lambda: False))
    with _in_words(address):
        _sweep(folder)
        if _may_be_built_upon(folder):
            try:
                with Repo(str(folder)) as repository:
                    is_other = _take(address, repository, watch)
                shutil.rmtree(_half(folder), ignore_errors=True)
                return is_other
            except DAMAGE as error:  # of the copy or of what was sent: a new copy tells
                _log.warning("nothing can be added to %s (%s)", folder, type(error).__name__)
        return _clone(address, folder, watch)


def _clone(address: GitAddress, folder: Path, watch: "_Watch") -> bool:
    """Make the copy beside its place and put it there when it is whole; one that was cut off is gone on with."""
    before = _tip(folder)
    half = _half(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    if not (half.is_dir() and _go_on(address, half, watch)):
        shutil.rmtree(half, ignore_errors=True)
        try:
            with Repo.init_bare(str(half), mkdir=True) as repository:
                _take(address, repository, watch)
        except BaseException:
            if watch.bytes < _MUCH:
                shutil.rmtree(half, ignore_errors=True)
            raise
    shutil.rmtree(folder, ignore_errors=True)
    half.rename(folder)
    return _tip(folder) != before


def _go_on(address: GitAddress, half: Path, watch: "_Watch") -> bool:
    """Make half a copy whole, some files at a time, each for good; False where the server or the half one forbids it.

    Git sends a commit as one pack, which begins anew when it is cut. Servers that let one ask for a commit without the
    texts of its files (GitHub, GitLab and others) let one ask for texts by their names.
    """
    steps = 0
    try:
        with Repo(str(half)) as repository:
            tip = _fetch_tip(address, repository, watch, without_texts=True)
            lacking = blobs_lacking(repository, tip)
            for begin in range(0, len(lacking), _AT_ONCE):
                some = lacking[begin : begin + _AT_ONCE]
                _ask(address, repository, watch, lambda _, depth=None, some=some: some)  # noqa: ARG005  # dulwich's name
                steps += 1
            repository.refs[TIP] = tip
            return not blobs_lacking(repository, tip)
    except (NotGitRepository, DamagedCopyError, *DAMAGE) as error:
        _log.warning("half a copy at %s is begun anew (%s)", half, type(error).__name__)
        return False
    except CancelledError:
        raise
    except Exception as error:
        if isinstance(error, GitProtocolError) and _REFUSAL in str(error):
            return False
        if not steps:  # so that no half copy is in the way for ever
            shutil.rmtree(half, ignore_errors=True)
        raise


def _half(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.half")


def _sweep(folder: Path) -> None:
    """Remove what a fetch that was killed left: packs without an index, locks nobody holds."""
    for copy in (folder, _half(folder)):
        for lock in copy.rglob("*.lock"):
            lock.unlink()
        for pack in (copy / "objects" / "pack").glob("*.pack"):
            if not pack.with_suffix(".idx").exists():
                pack.unlink()


def _take(address: GitAddress, repository: Repo, watch: "_Watch") -> bool:
    """Fetch the branch's tip; whether it is another than before."""
    before = repository.refs.read_loose_ref(TIP)
    tip = _fetch_tip(address, repository, watch)
    repository.refs[TIP] = tip
    return bool(tip != before)


def _fetch_tip(address: GitAddress, repository: Repo, watch: "_Watch", *, without_texts: bool = False) -> ObjectID:
    """Have the branch's newest commit in the repository, if the server allows it without the texts of its files."""

    def wanted(refs: Mapping[Ref, ObjectID], depth: int | None = None) -> list[ObjectID]:  # noqa: ARG001  # a name of dulwich's
        tip = refs.get(_branch(address) if address.branch else _HEAD)
        return [tip] if tip and tip not in repository.object_store else []

    result = _ask(address, repository, watch, wanted, _NO_TEXTS if without_texts else None)
    tip = _tip_of(address, result.refs, result.symrefs)
    if tip not in repository.object_store:
        raise FetchError(f"{address.shown} did not send the newest state it names. Try again later.")
    return tip


def _ask(
    address: GitAddress, repository: Repo, watch: "_Watch", wanted: Wanted, only: bytes | None = None
) -> FetchPackResult:
    """Ask the server for objects; with a name and password if it wants one and Git knows it."""
    try:
        return _fetched(address, None, repository, watch, wanted, only)
    except HTTPUnauthorized as error:
        asked = _ask_git(address)
        if asked is None:
            raise FetchError(
                f"{address.shown} asks for a name and password. Store them once with Git (git credential), then sync"
                " again."
            ) from error
        return _fetched(address, asked, repository, watch, wanted, only)


def _client(address: GitAddress, credentials: _Credentials | None, watch: "_Watch") -> tuple[GitClient, str]:
    username, password = credentials or (None, None)
    client, path = get_transport_and_path(
        address.url,
        config=StackedConfig.default(),
        report_activity=watch.count,
        quiet=True,
        username=username,
        password=password,
    )
    if isinstance(client, SSHGitClient):
        own = None if client.ssh_command in (None, "ssh") else client.ssh_command  # core.sshCommand
        client.ssh_command = os.environ.get("GIT_SSH_COMMAND") or own or _SSH
    return client, path


def _fetched(
    address: GitAddress,
    credentials: _Credentials | None,
    repository: Repo,
    watch: "_Watch",
    wanted: Wanted,
    only: bytes | None,
) -> FetchPackResult:
    client, path = _client(address, credentials, watch)
    try:
        return client.fetch(path, repository, determine_wants=wanted, depth=1, filter_spec=only, progress=watch.look)
    except Exception as error:
        _let_go(error)
        raise
    finally:
        if isinstance(client, Urllib3HttpGitClient):
            client.pool_manager.clear()  # dulwich's close() does nothing


def _let_go(error: BaseException | None) -> None:
    """Empty the frames of an error and of those behind it: they hold answers of the server that dulwich leaves open."""
    while error:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


def _branch(address: GitAddress) -> Ref:
    return Ref(_HEADS + address.branch.encode())


def _tip_of(address: GitAddress, refs: Mapping[Ref, ObjectID | None], symrefs: Mapping[Ref, Ref]) -> ObjectID:
    if address.branch:
        tip = refs.get(_branch(address))
        if tip is None:
            heads = sorted(bytes(ref) for ref in refs if ref.startswith(_HEADS))
            there = ", ".join(head.removeprefix(_HEADS).decode(errors="replace") for head in heads[:8]) or "none"
            raise FetchError(f"{address.shown}: there is no branch {address.branch!r}. There are: {there}.")
        return tip
    tip = refs.get(_HEAD) or refs.get(symrefs.get(_HEAD, _HEAD))
    if tip is None:
        raise FetchError(f"{address.shown} has no commits yet.")
    return tip


class _Watch:
    """Counts what comes, and stops when that is too much or no longer wanted."""

    def __init__(self, progress: Progress, cancelled: Callable[[], bool]) -> None:
        self._progress = progress
        self._cancelled = cancelled
        self.bytes = 0

    def look(self, _said: bytes = b"") -> None:
        """The server said how far it is, or bytes came."""
        if self._cancelled():
            raise CancelledError

    def count(self, size: int, direction: str) -> None:
        """So many bytes went over the line, to "read" or to "write"."""
        if direction == "read":
            self.bytes += size
            if self.bytes > _MOST_BYTES:
                raise FetchError(f"The repository is larger than {_MOST_BYTES >> 30} GB.")
            self._progress(self.bytes)
        self.look()


def _may_be_built_upon(folder: Path) -> bool:
    """Whether a copy is there, whole as far as a fetch needs it, and no heap of small packs."""
    if not folder.is_dir() or is_damaged(folder):
        return False
    try:
        look_for_damage(folder)
    except (DamagedCopyError, NotGitRepository) as error:
        _log.warning("the copy %s is damaged (%s) and is made anew", folder, type(error).__name__)
        return False
    return len(list((folder / "objects" / "pack").glob("*.pack"))) <= _MOST_PACKS


def _tip(folder: Path) -> bytes | None:
    with suppress(OSError, NotGitRepository, *DAMAGE), Repo(str(folder)) as repository:
        return repository.refs.read_loose_ref(TIP)
    return None


def _ask_git(address: GitAddress) -> _Credentials | None:
    """A name and password from Git's credential helpers; None where there is no Git or it knows none."""
    parts = urlsplit(address.url)
    asked = f"protocol={parts.scheme}\nhost={parts.netloc}\npath={parts.path.lstrip('/')}\n\n"
    quiet = {**os.environ, "GIT_TERMINAL_PROMPT": "0", "GIT_ASKPASS": "", "SSH_ASKPASS": ""}
    try:
        said = subprocess.run(
            ["git", "credential", "fill"],
            check=False,
            input=asked,
            capture_output=True,
            text=True,
            timeout=_ASK_SECONDS,
            env=quiet,
        )
    except (OSError, subprocess.SubprocessError) as error:
        _log.info("Git's credential helpers could not be asked: %s", type(error).__name__)
        return None
    told = dict(line.split("=", 1) for line in said.stdout.splitlines() if "=" in line)
    if said.returncode or not told.get("password"):
        return None
    return _Credentials(told.get("username", ""), told["password"])


@contextmanager
def _in_words(address: GitAddress) -> Iterator[None]:
    """Make a FetchError of whatever goes wrong on the way to a server."""
    before = socket.getdefaulttimeout()
    socket.setdefaulttimeout(_SECONDS)
    try:
        yield
    except (FetchError, CancelledError):
        raise
    except HTTPUnauthorized as error:
        raise FetchError(f"{address.shown}: the name or password that Git keeps for it is not accepted.") from error
    except NotGitRepository as error:
        raise FetchError(f"There is no Git repository at {address.shown}. Check the address.") from error
    except (HangupException, TimeoutError) as error:
        raise FetchError(f"{address.shown} ended the connection before all was there.", is_offline=True) from error
    except GitProtocolError as error:
        reason = error.__cause__ or error.__context__ or error
        if isinstance(reason, TimeoutError):
            raise FetchError(f"{address.shown} does not answer.", is_offline=True) from error
        raise _of_a_library(address, reason) from error
    except OSError as error:
        raise _of_the_system(address, error) from error
    except Exception as error:
        raise _of_a_library(address, error) from error
    finally:
        socket.setdefaulttimeout(before)


def _of_the_system(address: GitAddress, error: OSError) -> FetchError:
    if isinstance(error, ConnectionError | socket.gaierror) or error.errno in _UNREACHABLE:
        return FetchError(f"{address.shown} cannot be reached: {reason_of(error)}.", is_offline=True)
    return FetchError(f"The copy of {address.shown} could not be written: {reason_of(error)}.")


def _of_a_library(address: GitAddress, error: BaseException) -> FetchError:
    """What urllib3 raises for a network that is away; anything else is an answer that makes no sense."""
    from urllib3.exceptions import HTTPError, SSLError

    reason = getattr(error, "reason", None) or error
    if isinstance(reason, SSLError):
        return FetchError(f"{address.shown} has no certificate that can be trusted: {_short(reason)}.")
    if isinstance(error, HTTPError):
        return FetchError(f"{address.shown} cannot be reached: {_short(reason)}.", is_offline=True)
    _log.warning("a fetch failed with %s: %s", type(error).__name__, error)
    return FetchError(f"{address.shown} does not answer as a Git server: {_short(error)}.")


def _short(error: BaseException) -> str:
    """The last part of what a library says, where the reason stands."""
    while len(error.args) > 1 and isinstance(error.args[-1], BaseException):
        error = error.args[-1]
    said = str(error).split("\n", 1)[0].rsplit(": ", 1)[-1]
    return (said[:160] or type(error).__name__).rstrip(".")
