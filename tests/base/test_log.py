"""The log: what a report takes of it."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.base import log


@pytest.fixture(autouse=True)
def logger() -> Iterator[logging.Logger]:
    """The program's logger, afterwards as it was."""
    logger = logging.getLogger("reader")
    handlers, level = list(logger.handlers), logger.level
    yield logger
    for handler in set(logger.handlers) - set(handlers):
        logger.removeHandler(handler)
        handler.close()
    logger.setLevel(level)


def test_the_end_of_the_log_is_its_last_lines(tmp_path: Path, logger: logging.Logger) -> None:
    log.start(tmp_path)
    for number in range(30):
        logger.info("읽음 %d", number)
    lines = log.tail(tmp_path, 3).splitlines()
    assert [line.partition("reader: ")[2] for line in lines] == ["읽음 27", "읽음 28", "읽음 29"]


def test_it_goes_back_into_the_log_before_where_the_new_one_has_just_begun(
    tmp_path: Path, logger: logging.Logger
) -> None:
    (tmp_path / "reader.log").write_text("x\n" * 600_000 + "the last line of before\n", encoding="utf-8")
    log.start(tmp_path)
    logger.info("the first line of now")
    before, now = log.tail(tmp_path, 2).splitlines()
    assert before == "the last line of before"
    assert now.endswith("the first line of now")


def test_of_a_log_as_large_as_it_gets_only_the_end_is_read(tmp_path: Path) -> None:
    (tmp_path / "reader.log").write_text("가" * 500_000, encoding="utf-8")
    assert len(log.tail(tmp_path)) < 10_000


def test_where_there_is_no_log_there_is_no_end_of_it(tmp_path: Path) -> None:
    assert log.tail(tmp_path) == ""


def test_a_log_that_cannot_be_read_says_so_in_the_report(tmp_path: Path) -> None:
    (tmp_path / "reader.log").mkdir()
    assert "cannot be read" in log.tail(tmp_path)
