"""A long page is asked of another process, and comes back as this one would have written it."""

import subprocess
import sys
from pathlib import Path

import pytest

from reader.posts.model import Paper, PaperKey, Section, SectionKind
from reader.render.formula import Formula
from reader.render.long.writing import Wanted, Written, answer, read_answer, request_of
from reader.render.page import MOST_MARKDOWN, page
from reader.render.sheet import Beneath, FilePicture, FormulaPicture, Labels, Lead, Look, no_formulas
from reader.render.theme import LIGHT

TEXT = "# Part\n\nIt is $x$, as ![seen](a.png) shows.\n\n"


def wanted(text: str = TEXT, **changes: object) -> Wanted:
    paper = Paper(PaperKey("a.md"), 0, "글", "글", sections=(Section(SectionKind.OTHER, "Method", text),))
    return Wanted(paper, Look(LIGHT), Labels(), True, {}, {}, {})._replace(**changes)  # type: ignore[arg-type]


def asked(request: Wanted) -> Written:
    return read_answer(answer(request_of(request)))


def test_the_answer_is_the_page_and_what_it_names() -> None:
    request = wanted()
    written = asked(request)
    assert written.page == page(request.paper, request.look, is_page=True, typeset=no_formulas)
    assert written.formulas == (("x", False),)
    assert written.pictures == ("a.png",)


def test_a_page_has_the_formulas_and_files_that_it_is_given(tmp_path: Path) -> None:
    formula = Formula("<svg/>", 10.0, 8.0, 2.0)
    written = asked(wanted(formulas={("x", False): formula}, files={"a.png": tmp_path / "a.png"}))
    kinds = [type(picture) for picture in written.page.pictures.values()]
    assert kinds == [FormulaPicture, FilePicture]


def test_what_stands_beneath_a_heading_comes_along() -> None:
    beneath = {0: Beneath((Lead("FID 3", "figure-0"),))}
    assert "#figure-0" in asked(wanted(is_page=False, beneath=beneath)).page.html


def test_a_page_that_is_shown_as_it_is_names_nothing() -> None:
    written = asked(wanted(TEXT + "word " * (MOST_MARKDOWN // 5)))
    assert written.page.as_it_is
    assert written.page.rest
    assert (written.formulas, written.pictures) == ((), ())


@pytest.mark.parametrize(
    "command", [["-m", "reader", "write"], ["-c", "from reader.render.long.writing import main; main()"]]
)
def test_a_process_of_this_program_answers(command: list[str]) -> None:
    request = wanted()
    done = subprocess.run([sys.executable, *command], input=request_of(request), capture_output=True, check=True)
    assert read_answer(done.stdout) == asked(request)
    nothing = subprocess.run([sys.executable, *command], input=b"", capture_output=True, check=True)
    assert nothing.stdout == b""
