"""What the index answers is what is in it: as stock Whoosh and a scan find; after kills, damage and full disks."""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query as stock
from whoosh.filedb.filestore import FileStorage
from whoosh.searching import Searcher

from reader.base.errors import ReaderError
from reader.search.analysis.tokenizer import tokens
from reader.search.index import Index, IndexUnusable
from reader.search.request import SearchRequest
from reader.search.store import manifest
from reader.search.store.schema import TEXT, row
from reader.search.store.writer import _Pinned
from tests.command_line import environment, without_rights
from tests.search.documents import document, documents, index_of, names

# Stock Whoosh, a plain scan and we

RUNS = st.text(alphabet="강확점묵", min_size=2, max_size=4)  # syllables that are no particles, and none alone
WORDS = st.sampled_from(["crane", "heron", "256", "GPT-4o"])
TEXTS = st.lists(st.one_of(RUNS, WORDS, st.just(",")), max_size=8).map(" ".join)
LEAVES = st.one_of(
    st.text(alphabet="강확점묵", min_size=2, max_size=3).map(
        lambda run: (f'"{run}"', stock.Phrase(TEXT, [run[i : i + 2] for i in range(len(run) - 1)]))
    ),
    st.sampled_from(["crane", "heron", "256"]).map(lambda word: (f'"{word}"', stock.Term(TEXT, word))),
    st.lists(st.sampled_from(["crane", "heron", "256"]), min_size=2, max_size=3).map(
        lambda words: (f'"{" ".join(words)}"', stock.Phrase(TEXT, words))
    ),
)


def _joined(children: st.SearchStrategy[tuple[str, Any]]) -> st.SearchStrategy[tuple[str, Any]]:
    several = st.lists(children, min_size=2, max_size=3)
    return st.one_of(
        several.map(lambda some: ("(" + " ".join(q for q, _ in some) + ")", stock.And([s for _, s in some]))),
        several.map(lambda some: ("(" + " OR ".join(q for q, _ in some) + ")", stock.Or([s for _, s in some]))),
        children.map(lambda one: (f"-({one[0]})", stock.And([stock.Every(), stock.Not(one[1])]))),
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(data=st.data())
def test_stock_whoosh_and_we_find_the_same(index: Index, data: st.DataObject) -> None:
    index.clear()
    texts = data.draw(st.lists(TEXTS, min_size=1, max_size=9))
    cut = data.draw(st.integers(0, len(texts)))
    made = [document(str(n), method=text) for n, text in enumerate(texts)]
    for some in (made[:cut], made[cut:]):
        index.apply(add=some)
    index.apply(add=[], remove=[str(n) for n in data.draw(st.sets(st.integers(0, len(texts))))])
    questions = data.draw(st.lists(st.recursive(LEAVES, _joined, max_leaves=5), min_size=1, max_size=4))
    with _stock(index) as searcher:
        generation = index._current()[1]
        for ours, theirs in questions:
            found = {generation.name(hit.docnum) for hit in searcher.search(theirs, limit=None)}
            assert set(names(index, ours)) == found, ours


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(
    texts=st.lists(st.text(alphabet="가나다 ,라을ab3.AB-", max_size=14), min_size=1, max_size=5),
    gone=st.sets(st.integers(0, 4)),
)
def test_every_term_is_where_a_plain_scan_finds_it(index: Index, texts: list[str], gone: set[int]) -> None:
    index.clear()
    for number, text in enumerate(texts):
        index.apply(add=[document(str(number), "crane", text)])
    index.apply(add=[], remove=map(str, gone))
    left = [document(str(n), "crane", text) for n, text in enumerate(texts) if n not in gone]
    scanned: dict[str, set[str]] = {}
    for one in left:
        for _, text in row(one)[TEXT]:
            for term, _ in tokens(text):
                scanned.setdefault(term, set()).add(one.id)
    index.find(SearchRequest("crane"))
    generation = index._current()[1]
    assert {term: {generation.name(doc) for doc in generation.docs(term)} for term in scanned} == scanned
    assert set(generation.words("")) >= set(scanned)


@contextmanager
def _stock(index: Index) -> Iterator[Searcher]:
    found = manifest.read(index.folder)
    assert found is not None
    index.find(SearchRequest("crane"))
    storage = FileStorage(str(index.folder / found.store), supports_mmap=False)
    with Searcher(_Pinned(storage, found.contents).reader()) as searcher:
        yield searcher


# Damage


def test_a_block_zeroed_behind_the_clock_is_noticed(index: Index) -> None:
    index.apply(add=documents(copies=4))
    victim = next(index.folder.rglob("*.pst"))
    _zero(victim, keep_time=True)
    with Index(index.folder) as fresh:
        assert not fresh.is_trusted()
        with pytest.raises(IndexUnusable):
            fresh.find(SearchRequest("이미지"))


def test_a_byte_the_disk_forgot_is_found_by_reading_all(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    index.apply(add=documents())
    _zero(next(index.folder.rglob("*.pst")), keep_time=True)
    monkeypatch.setattr(manifest, "_same", lambda path, file: True)  # as if no time of the file had changed
    assert index.is_trusted()
    assert not index.is_whole()


def test_a_damaged_block_that_is_read_is_said_and_never_guessed(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    index.apply(add=documents(copies=40))
    right = names(index, '"이미지"')
    victim = next(index.folder.rglob("*.pst"))
    whole = victim.read_bytes()
    reader = index._current()[1].segments()[0][1]
    begin = reader.term_info(TEXT, "이미")._offset
    monkeypatch.setattr(manifest, "_same", lambda path, file: True)  # as if no time of the file had changed
    said = 0
    for start in range(begin, begin + 400, 16):
        victim.write_bytes(whole[:start] + bytes(16) + whole[start + 16 :])
        with Index(index.folder) as fresh:
            try:
                assert names(fresh, '"이미지"') == right
            except IndexUnusable:
                said += 1
    assert said > 5


def _zero(path: Path, *, keep_time: bool) -> None:
    status = path.stat()
    with path.open("r+b") as file:
        file.seek(status.st_size // 2)
        file.write(bytes(16))
    if keep_time:
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


# A disk that does not let us


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 512 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=512k", "none", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("a disk can be mounted by root alone")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_is_told_and_leaves_the_index_as_it_was(small_disk: Path) -> None:
    with index_of(small_disk / "index", document("1", "Crane"), document("2", method="확산")) as index:
        long = [document(str(n), method=f"{n} " + " ".join(f"낱말{n}x{k}" for k in range(400))) for n in range(3, 90)]
        for _ in range(2):
            with pytest.raises(ReaderError, match="can't be written"):
                index.apply(add=long)
            assert index.is_trusted()
            assert (names(index, "crane"), names(index, "확산")) == (["1"], ["2"])
        index.apply(add=[document("3", "Heron")])
        assert names(index, "heron") == ["3"]


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into: pytest closes that of `tmp_path` whenever somebody else's tests begin."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_a_cache_that_cannot_be_written_is_searched(open_folder: Path) -> None:
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("rights can be given up by root alone")
    look = "import os, sys, reader.search.index; os.listdir(sys.argv[1])"
    reach = without_rights([sys.executable, "-W", "ignore", "-c", look, str(open_folder)])
    if subprocess.run(reach, capture_output=True, env=environment({}), check=False).returncode:
        pytest.skip("this Python, this repository or the temporary folder is one that only root may look into")
    with index_of(open_folder / "index", *documents()) as index:
        script = (
            "import sys; from pathlib import Path; from reader.search.index import Index\n"
            "from reader.search.request import SearchRequest\n"
            "from reader.base.errors import ReaderError\n"
            "index = Index(Path(sys.argv[1])); print(index.find(SearchRequest('이미지')).total)\n"
            "try: index.apply(add=[], remove=['1'])\n"
            "except ReaderError as error: print(error)"
        )
        words = without_rights([sys.executable, "-W", "ignore", "-c", script, str(index.folder)])
        said = subprocess.run(words, capture_output=True, text=True, env=environment({}), check=False)
    assert not said.stderr
    found, complaint = said.stdout.splitlines()
    assert found == "1"
    assert "can't be written" in complaint


# Writers that are killed, and readers beside writers

_WRITE_FOR_EVER = """
import sys
from pathlib import Path
from reader.search.index import Index
from tests.search.documents import documents
index = Index(Path(sys.argv[1]))
print("ready", flush=True)
for turn in range(1_000_000):
    index.apply(add=documents(copies=1 + turn % 3), remove=[str(turn % 7)])
"""


@pytest.mark.parametrize("times", [6, pytest.param(100, marks=pytest.mark.slow)])
def test_kill_at_any_moment_leaves_an_index_that_is_right(index: Index, times: int) -> None:
    index.apply(add=documents())
    chance = random.Random(7)
    for _ in range(times):
        with _writer(index) as writer:
            _read_for(index, chance.uniform(0.0, 0.6))
            writer.send_signal(signal.SIGKILL)
        assert index.is_whole()
        assert index.count() in range(15, 49)
        index.apply(add=documents(copies=3))
        assert index.count() == 48
        assert len(names(index, "이미지")) == 3


def test_a_reader_beside_a_writer_is_never_refused(index: Index) -> None:
    """Two seconds, or SEARCH_SECONDS: the ten minutes that docs/search.md speaks of."""
    index.apply(add=documents())
    with _writer(index) as writer:
        _read_for(index, float(os.environ.get("SEARCH_SECONDS", "2")), least=20)
        assert writer.poll() is None
        writer.kill()


@contextmanager
def _writer(index: Index) -> Iterator[subprocess.Popen[bytes]]:
    words = [sys.executable, "-W", "ignore", "-c", _WRITE_FOR_EVER, str(index.folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        yield writer


def _read_for(index: Index, seconds: float, least: int = 0) -> None:
    """Search again and again, so often at least, and see that each answer could be right."""
    until = time.monotonic() + seconds
    asked = 0
    while asked < least or time.monotonic() < until:
        found = index.find(SearchRequest("이미지"))
        assert {hit.document for hit in found.hits} <= {str(16 * n) for n in range(3)}
        asked += 1
