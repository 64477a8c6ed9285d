"""Fetching a Git repository: a bare copy of the newest state of one branch, without history and without a checkout.

In: an address and the folder of the copy. Out: the copy, and whether it changed. Every failure is a `FetchError` in
words; the copy then is as it was before. How a server is talked to stands in server.py.
"""

import logging
import shutil
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from dulwich.errors import GitProtocolError, NotGitRepository
from dulwich.objects import ObjectID
from dulwich.refs import Ref
from dulwich.repo import Repo

from reader.base.git_address import GitAddress
from reader.library.git.objects import DAMAGE, TIP, DamagedCopyError, blobs_lacking, is_damaged, look_for_damage
from reader.library.git.server import CancelledError, FetchError, Progress, Watch, ask, in_words

_log = logging.getLogger("reader.library.git.fetch")

_HEAD = Ref(b"HEAD")
_HEADS = b"refs/heads/"
_MOST_PACKS = 40  # of small fetches; then the copy is made anew
_NO_TEXTS = b"blob:none"
_REFUSAL = "not our ref"  # what a server says that gives nothing but whole commits
_MUCH = 1 << 20  # bytes; a fetch that was cut behind so many is gone on with in steps
_AT_ONCE = 500  # files that are asked for by name; each such pack stays, whatever becomes of the next


def fetch(
    address: GitAddress, folder: Path, *, progress: Progress | None = None, cancelled: Callable[[], bool] | None = None
) -> bool:
    """Bring the copy in `folder` up to the branch's newest commit; whether that is another one. Raises FetchError.

    The caller sees to it that nobody else fetches into `folder` meanwhile.
    """
    watch = Watch(progress or (lambda _: None), cancelled or (lambda: False))
    with in_words(address):
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


def _clone(address: GitAddress, folder: Path, watch: Watch) -> bool:
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


def _go_on(address: GitAddress, half: Path, watch: Watch) -> bool:
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
                ask(address, repository, watch, lambda _, depth=None, some=some: some)  # noqa: ARG005  # dulwich's name
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


def _take(address: GitAddress, repository: Repo, watch: Watch) -> bool:
    """Fetch the branch's tip; whether it is another than before."""
    before = repository.refs.read_loose_ref(TIP)
    tip = _fetch_tip(address, repository, watch)
    repository.refs[TIP] = tip
    return bool(tip != before)


def _fetch_tip(address: GitAddress, repository: Repo, watch: Watch, *, without_texts: bool = False) -> ObjectID:
    """Have the branch's newest commit in the repository, if the server allows it without the texts of its files."""

    def wanted(refs: Mapping[Ref, ObjectID], depth: int | None = None) -> list[ObjectID]:  # noqa: ARG001  # a name of dulwich's
        tip = refs.get(_branch(address) if address.branch else _HEAD)
        return [tip] if tip and tip not in repository.object_store else []

    result = ask(address, repository, watch, wanted, _NO_TEXTS if without_texts else None)
    tip = _tip_of(address, result.refs, result.symrefs)
    if tip not in repository.object_store:
        raise FetchError(f"{address.shown} did not send the newest state it names. Try again later.")
    return tip


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
