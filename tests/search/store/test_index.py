"""The index takes documents, answers, and is never quietly wrong: changes, filters, typing, damage, kill -9."""

import os
import tempfile
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.base.errors import ReaderError
from reader.posts.model import PaperKey, SectionKind
from reader.search.index import Index, IndexUnusable
from reader.search.known import Known
from reader.search.match.matcher import Cancelled
from reader.search.request import SearchRequest
from reader.search.store import manifest, writer
from tests.search.documents import QUERY_PIECES, TEXTS, document, documents, index_of, names

# Changes


def test_a_document_with_the_same_id_is_replaced(index: Index) -> None:
    index.apply(add=[document("1", method="확산 모델")])
    index.apply(add=[document("1", method="로봇")])
    assert names(index, "로봇") == ["1"]
    assert names(index, "확산") == []
    assert index.count() == 1


def test_a_removed_document_is_not_found(index: Index) -> None:
    index.apply(add=documents())
    index.apply(add=[], remove=["0", "no such"])
    assert "0" not in names(index, "이미지")
    assert index.count() == len(TEXTS) - 1


def test_every_change_is_a_new_generation(index: Index) -> None:
    seen = [index.generation()]
    index.apply(add=[document("1", "One")])
    seen.append(index.generation())
    index.apply(add=[], remove=["1"])
    seen.append(index.generation())
    index.clear()
    seen.append(index.generation())
    assert seen == sorted(set(seen))


def test_another_process_sees_what_was_written(index: Index) -> None:
    with Index(index.folder) as other:
        index.apply(add=[document("1", "Crane")])
        assert names(other, "crane") == ["1"]
        index.apply(add=[document("2", "Crane")])
        assert len(names(other, "crane")) == 2


def test_many_days_make_few_segments_and_merging_changes_no_answer(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    queries = ["이미지", "강화 학습", "attention", "어려운", "-모델", "웹"]
    for number, text in enumerate(documents(copies=2)):
        index.apply(add=[text], remove=[str(number - 3)] if number % 5 == 4 else [])
    before = [sorted(names(index, query)) for query in queries]
    assert len(list(index.folder.rglob("*.trm"))) < 25
    monkeypatch.setattr(writer, "_ALIKE", ((0, 1_000, 0),))
    index.apply(add=[])
    assert len(index._current()[1].segments()) == 1
    assert [sorted(names(index, query)) for query in queries] == before
    assert index.is_trusted()


def test_a_new_post_is_found_before_old_ones_are_merged(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(8):
        index.apply(add=[document(str(number), "Crane")])
    merged = []
    worn = writer.merge_worn

    def found_meanwhile(*given: object) -> list[object]:
        with Index(index.folder) as reader:
            merged.append(names(reader, "crane"))
        return worn(*given)  # type: ignore[arg-type]  # Whoosh's

    monkeypatch.setattr(writer, "merge_worn", found_meanwhile)
    index.apply(add=[document("8", "Crane")])
    assert [sorted(some) for some in merged] == [list("012345678")]
    assert len(list(index.folder.rglob("*.trm"))) < 9 + 2


def test_seasons_of_days_are_merged_as_days_are(index: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "_ALIKE", ((0, 4, 2), (4, 12, 2)))
    counts = []
    for number in range(40):
        index.apply(add=[document(str(number), "Crane")])
        counts.append(len(index._current()[1].segments()))
    assert max(counts) <= 2 + 2 + 40 // 12
    assert len(names(index, "crane")) == 40


def test_progress_is_told_in_documents(index: Index) -> None:
    told: list[int] = []
    index.apply(add=documents(), progress=told.append)
    assert told == [len(TEXTS)]


# Answers


def test_two_appearances_of_a_paper_are_one_hit_by_the_better_one(index: Index) -> None:
    index.apply(add=[document("1", method="토큰", key="k"), document("2", "토큰", "토큰 토큰", key="k")])
    found = index.find(SearchRequest("토큰"))
    assert (found.total, [hit.document for hit in found.hits]) == (1, ["2"])


def test_a_hit_names_the_sections_it_was_found_in(index: Index) -> None:
    index.apply(add=[document("1", "확산", method="로봇", limitations="확산의 한계")])
    assert index.find(SearchRequest("확산")).hits[0].sections == (SectionKind.LIMITATIONS,)


def test_a_section_longer_than_any_other_is_searched_to_its_end(index: Index) -> None:
    long = document("1", method="가나 " * 40_000 + "마침표", results="다음")
    index.apply(add=[long])
    assert names(index, "마침표") == ["1"]
    assert names(index, "결과:마침표") == []


def test_sections_are_told_apart(index: Index) -> None:
    index.apply(add=documents())
    assert set(names(index, "한계:일반화")) == {"4", "15"}
    assert names(index, "결과:일반화") == []
    assert names(index, "title:attention") and "8" not in names(index, "title:영상")


def test_a_word_is_found_in_its_section_however_often_its_syllables_are_elsewhere(index: Index) -> None:
    index.apply(add=[document("1", method="이미지와 이미와 미지", results="이미지")])
    assert names(index, "결과:이미지") == names(index, "방법:이미지") == ["1"]
    assert index.find(SearchRequest("이미지")).hits[0].sections == (SectionKind.METHOD, SectionKind.RESULTS)


def test_an_exact_phrase_is_side_by_side_in_one_section(index: Index) -> None:
    index.apply(
        add=[document("1", method="생성 모델"), document("2", method="모델 생성"), document("3", "생성", "모델")]
    )
    assert names(index, '"생성 모델"') == ["1"]


def test_days_and_tags_narrow(index: Index) -> None:
    index.apply(
        add=[
            document("1", "Crane", day=date(2025, 10, 5), tags=("NLP", "로봇 팔")),
            document("2", "Crane", day=date(2025, 11, 5)),
            document("3", "Crane", day=None),
        ]
    )
    assert names(index, "crane date:2025-10") == ["1"]
    assert names(index, "crane after:2025-11") == ["2"]
    assert names(index, "before:2025-11") == ["1"]
    assert names(index, "tag:nlp") == ["1"]
    assert set(names(index, "crane -tag:nlp")) == {"2", "3"}


def test_what_the_caller_knows_of_papers_narrows(index: Index) -> None:
    index.apply(add=[document("1", "Crane"), document("2", "Crane")])
    sets = {"is:bookmarked": [PaperKey("2501.00001")], "is:unread": lambda: {PaperKey("2501.00002")}}
    assert names(index, "crane is:bookmarked", Known(key_sets=sets)) == ["1"]
    assert names(index, "is:unread", Known(key_sets=sets)) == ["2"]
    assert index.find(SearchRequest("crane is:lost"), known=Known(key_sets=sets)).not_understood == ((6, 13),)


def test_a_word_of_a_note_narrows_by_what_the_caller_finds(index: Index) -> None:
    index.apply(add=[document("1", "Crane"), document("2", "Crane")])
    asked: list[str] = []
    sets = {"note": lambda word: asked.append(word) or [PaperKey("2501.00002")]}
    assert names(index, "crane note:아이디어", Known(word_sets=sets)) == ["2"]
    assert names(index, "crane -note:아이디어", Known(word_sets=sets)) == ["1"]
    assert asked == ["아이디어"] * 2


@pytest.mark.parametrize("query", ["label:thesis", "is:due", "is:highlighted", "note:idea"])
def test_marks_nobody_has_yet_are_on_no_paper_and_that_is_said(index: Index, query: str) -> None:
    index.apply(add=[document("1", "Crane due highlighted thesis idea")])
    assert names(index, query) == []
    assert index.find(SearchRequest(f"crane {query}")).not_understood == ((6, 6 + len(query)),)


def test_papers_without_a_day_can_be_asked_for(index: Index) -> None:
    index.apply(add=[document("1", "Crane"), document("2", "Crane", day=None)])
    assert names(index, "crane date:none") == ["2"]
    assert names(index, "crane newer:99999y") == ["1"]


def test_newest_first_when_asked(index: Index) -> None:
    index.apply(
        add=[document("1", "Crane Crane", day=date(2025, 1, 1)), document("2", method="crane", day=date(2025, 2, 1))]
    )
    assert names(index, "crane") == ["1", "2"]
    assert names(index, "crane", sort="date") == ["2", "1"]


def test_a_limit_keeps_the_total(index: Index) -> None:
    index.apply(add=documents())
    found = index.find(SearchRequest("모델", limit=2))
    assert len(found.hits) == 2 < found.total


@pytest.mark.parametrize("query", ["2501.00003", "arXiv:2501.00003v2", "https://arxiv.org/abs/2501.00003"])
def test_a_pasted_id_finds_its_paper(index: Index, query: str) -> None:
    index.apply(add=documents())
    assert names(index, query) == ["3"]


def test_a_slip_is_corrected_and_said_only_when_the_word_is_nowhere(index: Index) -> None:
    index.apply(add=documents())
    assert index.find(SearchRequest("difusion")).correction == "diffusion"
    assert index.find(SearchRequest("diffusion")).correction is None
    assert index.find(SearchRequest("zzzzzzzz")).correction is None


@pytest.mark.parametrize("typed", ["이", "임", "이미", "이밎", "이미지", "이미ㅈ"])
def test_each_state_of_a_word_while_it_is_typed_finds_it(index: Index, typed: str) -> None:
    index.apply(add=[document("1", method="이미지"), document("2", method="로봇")])
    assert names(index, typed, as_you_type=True) == ["1"]


def test_the_beginning_of_a_latin_word_is_enough_while_typing(index: Index) -> None:
    index.apply(add=documents())
    assert "5" in names(index, "gaussian spl", as_you_type=True)
    assert names(index, "gaussian spl") == []


@pytest.mark.parametrize("query", ["深層学習", "学習", "ディープ", "深*"])
def test_chinese_and_japanese_words_are_found(index: Index, query: str) -> None:
    index.apply(add=[document("1", method="深層学習とディープラーニングを学ぶ"), document("2", method="로봇")])
    assert names(index, query) == names(index, query, as_you_type=True) == ["1"]


def test_decomposed_hangul_is_found(index: Index) -> None:
    import unicodedata

    index.apply(add=[document("1", method=unicodedata.normalize("NFD", "이미지를"))])
    assert names(index, "이미지") == names(index, unicodedata.normalize("NFD", "이미지")) == ["1"]


def test_a_search_that_is_not_wanted_any_more_stops(index: Index) -> None:
    index.apply(add=documents())
    with pytest.raises(Cancelled):
        index.find(SearchRequest("이미지"), known=Known(cancelled=lambda: True))


PIECES = st.one_of(st.sampled_from([*QUERY_PIECES, " ", "\n"]), st.text(max_size=6))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join), st.booleans())
def test_no_query_is_an_error_or_takes_a_second(index: Index, query: str, typing: bool) -> None:
    if not index.count():
        index.apply(add=documents())
    begin = time.process_time()
    found = index.find(SearchRequest(query, as_you_type=typing, partial=False))
    assert time.process_time() - begin < 1
    assert len(found.hits) == min(50, found.total)
    assert all(0 <= start < end <= len(query) for start, end in found.not_understood)
    found.highlighter.spans(TEXTS[0][1])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.sampled_from(["이미지", "확산 모델", "a", "이", "한계:일반화", "-모델", '"생성 모델"', "어려운"]),
    st.integers(0, 60),
)
def test_a_search_left_at_any_moment_leaves_nothing_wrong(index: Index, query: str, moment: int) -> None:
    if not index.count():
        index.apply(add=documents(copies=20))
    index.close()  # nothing is read yet
    looks = iter(range(moment))
    try:
        found = index.find(
            SearchRequest(query, as_you_type=True, partial=False),
            known=Known(cancelled=lambda: next(looks, None) is None),
        )
    except Cancelled:
        found = index.find(SearchRequest(query, as_you_type=True, partial=False))
    with Index(index.folder) as fresh:
        assert found == fresh.find(SearchRequest(query, as_you_type=True, partial=False))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.data())
def test_pairs_of_syllables_find_what_a_plain_scan_finds(index: Index, data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.text(alphabet="가나다 ,라", max_size=12), min_size=1, max_size=6))
    index.clear()
    for number, text in enumerate(texts):
        index.apply(add=[document(str(number), "x", text)])
    gone = data.draw(st.sets(st.sampled_from(range(len(texts)))))
    index.apply(add=[], remove=[str(number) for number in gone])
    pair = data.draw(st.text(alphabet="가나다라", min_size=2, max_size=2))
    wanted = {str(n) for n, text in enumerate(texts) if pair in text and n not in gone}
    assert set(names(index, f'"{pair}"')) == wanted


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.data())
def test_what_was_deleted_changes_no_answer(index: Index, data: st.DataObject) -> None:
    texts = data.draw(st.lists(st.lists(st.sampled_from(_WORDS), max_size=9).map(" ".join), min_size=20, max_size=40))
    gone = data.draw(st.sets(st.sampled_from(range(len(texts))), max_size=10))
    index.clear()
    half = len(texts) // 2
    index.apply(add=[document(str(n), "x", text) for n, text in enumerate(texts[:half])])
    index.apply(add=[document(str(n), "x", text) for n, text in enumerate(texts) if n >= half])
    index.apply(add=[], remove=[str(n) for n in gone])
    query = data.draw(st.sampled_from(_WORDS))
    with tempfile.TemporaryDirectory() as folder:
        left = [document(str(n), "x", text) for n, text in enumerate(texts) if n not in gone]
        with index_of(Path(folder), *left) as fresh:
            assert _answer(index, query) == _answer(fresh, query)


_WORDS = ["사전 학습", "사전", "학습", "자기 회귀", "언어 모델", "언어모델을", "긴 문맥", "어려운", "3D 재구성", "눈이"]


def _answer(index: Index, query: str) -> dict[str, tuple[SectionKind, ...]]:
    return {hit.document: hit.sections for hit in index.find(SearchRequest(query, partial=False)).hits}


def test_stock_whoosh_reads_the_same_documents(index: Index) -> None:
    from whoosh import query as whoosh_query
    from whoosh.filedb.filestore import FileStorage
    from whoosh.searching import Searcher

    from reader.search.store.writer import _Pinned

    index.apply(add=documents())
    index.apply(add=documents(copies=2), remove=["3"])
    found = manifest.read(index.folder)
    assert found is not None
    storage = FileStorage(str(index.folder / found.store), supports_mmap=False)
    with Searcher(_Pinned(storage, found.contents).reader()) as searcher:
        for term in ("이미", "attention", "=값", "모델"):
            stock = {hit.docnum for hit in searcher.search(whoosh_query.Term("text", term), limit=None)}
            generation, _ = index._current()[1:]
            assert stock == set(generation.docs(term)) != set()
        phrase = whoosh_query.Phrase("text", ["이미", "미지"])
        assert len(searcher.search(phrase, limit=None)) == len(names(index, '"이미지"'))


# Trust


def test_nothing_there_is_no_index(index: Index) -> None:
    assert (index.generation(), index.count(), index.is_trusted()) == (0, 0, False)
    with pytest.raises(IndexUnusable):
        index.find(SearchRequest("이미지"))


@pytest.mark.parametrize("ending", [".trm", ".pst", ".toc", ".paper.col"])
@pytest.mark.parametrize("damage", ["zeroed", "truncated", "gone"])
def test_a_damaged_file_is_noticed_and_clearing_mends(index: Index, ending: str, damage: str) -> None:
    index.apply(add=documents())
    found = manifest.read(index.folder)
    assert found is not None
    victim = next(index.folder / found.store / name for name in found.files if name.endswith(ending))
    whole = victim.read_bytes()
    if damage == "gone":
        victim.unlink()
    else:
        half = len(whole) // 2
        victim.write_bytes(whole[:half] + (b"\0" * (len(whole) - half) if damage == "zeroed" else b""))
    with Index(index.folder) as fresh:
        assert not fresh.is_trusted()
        with pytest.raises(IndexUnusable):
            fresh.find(SearchRequest("이미지"))
        with pytest.raises(IndexUnusable):
            fresh.apply(add=[])
        fresh.clear()
        fresh.apply(add=documents())
        assert "0" in names(fresh, "이미지")


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"version": "0.0.little"}', "\0"])
def test_a_manifest_of_another_version_or_none_is_not_trusted(index: Index, text: str) -> None:
    index.apply(add=documents())
    (index.folder / manifest.NAME).write_text(text, encoding="utf-8")
    assert not index.is_trusted()


def test_an_untouched_copy_is_trusted_by_its_hashes(index: Index) -> None:
    index.apply(add=documents())
    for path in index.folder.rglob("*.pst"):
        os.utime(path, (1, 1))
    assert index.is_trusted()


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(ReaderError, match="can't be written"):
        Index(tmp_path / "file" / "index").apply(add=documents())
    with pytest.raises(ReaderError, match="can't be written"):
        Index(tmp_path / "file" / "index").clear()


def test_a_writer_that_fails_leaves_the_index_as_it_was(index: Index) -> None:
    index.apply(add=[document("1", "Crane")])
    broken = document("2", "Heron")._replace(sections=None)  # type: ignore[arg-type]  # it is to fail
    with pytest.raises(TypeError):
        index.apply(add=[broken])
    assert index.is_trusted()
    index.apply(add=[document("3", "Crane")])
    assert names(index, "crane") and index.count() == 2


def test_what_has_another_particle_behind_it_is_no_noun_and_particle(index: Index) -> None:
    index.apply(add=[document("1", method="정확도가 높다."), document("2", method="정확한 값과 모델도 있다.")])
    assert names(index, "정확도") == ["1"]
    found = index.find(SearchRequest("정확도를")).highlighter
    assert found.spans("정확도가 높고 정확한") == [(0, 3)]
    assert names(index, "모델도") == ["2"]
    assert index.find(SearchRequest("모델도")).highlighter.spans("모델을 모델도") == [(0, 2), (4, 6)]


def test_many_alternatives_in_one_word_take_no_time(index: Index) -> None:
    index.apply(add=documents())
    query = "H222㈲㈲㈲㈲㈲㈲㈲㈲㈲㈲㈲㈲㈲㈲㈲-㈲㈲㈲㈲㈲㈲"  # found by fuzzing: each ㈲ is a syllable in brackets
    begin = time.process_time()
    index.find(SearchRequest(query)).highlighter.spans(query * 3)
    assert time.process_time() - begin < 1


def test_a_word_being_typed_is_found_by_its_commonest_completions(index: Index) -> None:
    index.apply(add=[document(str(n), method=f"splat{chr(97 + n % 26)}{chr(97 + n // 26)}") for n in range(200)])
    assert index.find(SearchRequest("splat", as_you_type=True)).total >= 50
    assert index.find(SearchRequest("splat*")).total == 200


@pytest.mark.parametrize(
    "query",
    ["가" * 5000, "(" * 200 + "모델" + ")" * 200, " OR ".join(["모델", "이미지"] * 100), "이미지 생성 모델 " * 500,
     " ".join(f"{c}*" for c in "abcdefghijklmnopqrstuvwxyz"), " ".join(f"-{c}" for c in "가나다라마바사아자차"),
     "a" * 5000, '"' + "언어 모델 " * 300 + '"', "이밎지트렌스포머양자와벤치마킈" * 20, "뷁" * 9 + " 쀍쀍쀍 " * 50],
)  # fmt: skip
@pytest.mark.parametrize("typing", [False, True])
def test_no_query_takes_long(index: Index, query: str, typing: bool) -> None:
    index.apply(add=documents(copies=20))
    begin = time.process_time()
    found = index.find(SearchRequest(query, as_you_type=typing, partial=False))
    found.highlighter.spans("이미지 생성 모델을 제안하였다. " * 50)
    assert time.process_time() - begin < 1
