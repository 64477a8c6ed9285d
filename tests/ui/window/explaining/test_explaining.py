"""Why a post came out as it did is said in the window: by the menu, and behind the remarks of the page."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.app import Shown, build
from reader.base.paths import ProfilePaths
from reader.commands.cli import run
from reader.posts.model import PaperKey
from reader.services.profile import Profile
from reader.ui.window.explaining.explanation_dialog import ExplanationDialog
from reader.ui.window.window import MainWindow
from tests.factories import write_post

POST = """---
title: 주전자: 김: 물
date: 05/01/2026
tags: [물]
---

## 1. [Slow Kettles](https://arxiv.org/abs/2601.91011)

물이 끓는다.

## 2. <b>Cold Spoons</b>

숟가락이 차다
"""
KINDS = {"introduction", "method", "results", "limitations", "conclusion"}
Open = Callable[[str], MainWindow]


@pytest.fixture
def posts(tmp_path: Path) -> Path:
    folder = tmp_path / "posts"
    write_post(folder, "notes/kettles.md", POST)
    write_post(folder, "todo.txt", "주전자 닦기")
    (folder / "kettle.png").write_bytes(b"x")
    (folder / "node_modules").mkdir()
    return folder


@pytest.fixture
def opened(qtbot: QtBot, profile: Path, posts: Path) -> Iterator[Open]:
    assert run(["sync", "--profile", str(profile), str(posts)]) == 0
    windows: list[MainWindow] = []

    def make(language: str) -> MainWindow:
        _, window = build(Profile(ProfilePaths.of(profile)), Shown(language=language))
        windows.append(window)
        window.show()
        qtbot.waitUntil(lambda: window.is_ready)
        window.choose_paper(PaperKey("2601.91011"))
        qtbot.waitUntil(lambda: window.view.is_settled)
        return window

    yield make
    for window in windows:
        window.close()
        window.deleteLater()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    for translator in app.findChildren(QTranslator):  # other tests expect English
        app.removeTranslator(translator)
        translator.deleteLater()


def dialog_of(qtbot: QtBot, window: MainWindow) -> ExplanationDialog:
    qtbot.waitUntil(lambda: bool(window.findChildren(ExplanationDialog)), timeout=20_000)
    (dialog,) = window.findChildren(ExplanationDialog)
    return dialog


def test_the_menu_says_how_the_open_papers_post_was_read(opened: Open, qtbot: QtBot) -> None:
    window = opened("en")
    window.actions_["explain"].trigger()
    said = dialog_of(qtbot, window).text.toPlainText()
    for words in (
        "YAML between lines of three dashes. It was read line by line. Not understood: line 2.",
        "주전자: 김: 물",
        "as the head has it",
        "None that can be read.",
        "Numbered headings link to papers.",
        "Slow Kettles",
        "Known by its arXiv id.",
        "<b>Cold Spoons</b>",
        "Known by its title.",
        "The date '05/01/2026' can be read in two ways",
        "Passed over in this folder",
        "kettle.png",
        "files ending in .png are not read",
        "node_modules",
        "todo.txt",
        "it has no front matter",
    ):
        assert words in said


def test_in_korean_all_of_it_is_korean(opened: Open, qtbot: QtBot) -> None:
    window = opened("ko")
    window.actions_["explain"].trigger()
    dialog = dialog_of(qtbot, window)
    said = dialog.text.toPlainText()
    assert "한 줄씩 따로 읽었습니다. 읽지 못한 줄: 2." in said
    assert "날짜 ‘05/01/2026’을(를)" in said
    english = set(re.findall(r"(?<![.\w])[A-Za-z_]{3,}", said))
    assert english - {"YAML", "arXiv", "Slow", "Kettles", "Cold", "Spoons", "todo", "kettle", "node_modules"} <= KINDS
    assert dialog.windowTitle() == "이 글을 이렇게 읽었습니다"


def test_the_remarks_of_the_page_lead_there(opened: Open, qtbot: QtBot) -> None:
    window = opened("en")
    header = window.view._header
    assert not header._explain.isVisible()
    header._remarks_button.click()
    assert header._explain.isVisible()
    header._explain.click()
    assert dialog_of(qtbot, window).isVisible()


def test_a_post_whose_file_is_gone_is_said_to_be(opened: Open, qtbot: QtBot, posts: Path) -> None:
    window = opened("en")
    (posts / "notes" / "kettles.md").unlink()
    window.actions_["explain"].trigger()
    QApplication.processEvents()
    assert window.status.message() == "The file of this post is not there any more."
