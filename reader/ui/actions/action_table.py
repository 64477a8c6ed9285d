"""The one table of actions: what a person can do, what it is called, its keys and its menu.

A bare key acts only where nobody types: in the tree, the list and the section view.
"""

from typing import NamedTuple

from reader.ui.widgets.language import QT_TRANSLATE_NOOP


class ActionSpec(NamedTuple):
    """One thing a person can do."""

    name: str
    text: str  # English; translated in the context "Actions"
    menu: str  # of MENUS; "" for what only keys do
    keys: tuple[str, ...] = ()  # portable text, the one to be shown first
    bare: bool = False  # acts only in tree, list and section view
    checkable: bool = False
    group: int = 0  # lines in a menu are drawn between groups
    needs_paper: bool = False


# fmt: off
MENUS = (
    ("library", QT_TRANSLATE_NOOP("Actions", "Library")),
    ("paper", QT_TRANSLATE_NOOP("Actions", "Paper")),
    ("go", QT_TRANSLATE_NOOP("Actions", "Go")),
    ("view", QT_TRANSLATE_NOOP("Actions", "View")),
    ("help", QT_TRANSLATE_NOOP("Actions", "Help")),
)

ACTIONS = (
    ActionSpec("add_folder", QT_TRANSLATE_NOOP("Actions", "Add a folder…"), "library", ("Ctrl+O",)),
    ActionSpec("add_repository", QT_TRANSLATE_NOOP("Actions", "Add a Git repository…"), "library"),
    ActionSpec("add_sample", QT_TRANSLATE_NOOP("Actions", "Add the sample library"), "library"),
    ActionSpec("sync", QT_TRANSLATE_NOOP("Actions", "Look for new posts"), "library", ("F5",), group=1),
    ActionSpec("backup", QT_TRANSLATE_NOOP("Actions", "Backup and restore…"), "library", group=2),
    ActionSpec("export", QT_TRANSLATE_NOOP("Actions", "Export…"), "library", ("Ctrl+Shift+E",), group=2),
    ActionSpec("print", QT_TRANSLATE_NOOP("Actions", "Print…"), "library", ("Ctrl+P",), group=2, needs_paper=True),
    ActionSpec("import", QT_TRANSLATE_NOOP("Actions", "Import…"), "library", ("Ctrl+Shift+I",), group=2),
    ActionSpec("settings", QT_TRANSLATE_NOOP("Actions", "Settings…"), "library", ("Ctrl+,",), group=2),
    ActionSpec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "library", ("Ctrl+Q",), group=3),
    ActionSpec(
        "open_arxiv", QT_TRANSLATE_NOOP("Actions", "Open on arXiv"), "paper", ("O",), bare=True, needs_paper=True
    ),
    ActionSpec(
        "open_alphaxiv", QT_TRANSLATE_NOOP("Actions", "Open on Alphaxiv"), "paper", ("A",), bare=True, needs_paper=True
    ),
    ActionSpec(
        "open_pdf", QT_TRANSLATE_NOOP("Actions", "Open the PDF"), "paper", ("G, P",), bare=True, needs_paper=True
    ),
    ActionSpec(
        "open_html",
        QT_TRANSLATE_NOOP("Actions", "Open as HTML on arXiv"),
        "paper",
        ("G, X",),
        bare=True,
        needs_paper=True,
    ),
    ActionSpec("open_huggingface", QT_TRANSLATE_NOOP("Actions", "Open on Hugging Face"), "paper", ("G, H",), bare=True, needs_paper=True),
    ActionSpec("enlarge", QT_TRANSLATE_NOOP("Actions", "Enlarge a picture"), "paper", ("I",), bare=True, needs_paper=True),
    ActionSpec(
        "read_aloud",
        QT_TRANSLATE_NOOP("Actions", "Read aloud"),
        "paper",
        ("Ctrl+Shift+Space",),
        checkable=True,
        needs_paper=True,
    ),
    ActionSpec("related", QT_TRANSLATE_NOOP("Actions", "Related papers"), "paper", ("G, R",), bare=True, needs_paper=True),
    ActionSpec(
        "bookmark", QT_TRANSLATE_NOOP("Actions", "Bookmark"), "paper", ("B",), bare=True, group=1, needs_paper=True
    ),
    ActionSpec(
        "toggle_read",
        QT_TRANSLATE_NOOP("Actions", "Read / unread"),
        "paper",
        ("R",),
        bare=True,
        group=1,
        needs_paper=True,
    ),
    ActionSpec("revisit", QT_TRANSLATE_NOOP("Actions", "Revisit…"), "paper", ("Z",), bare=True, group=1, needs_paper=True),
    ActionSpec("labels", QT_TRANSLATE_NOOP("Actions", "Labels…"), "paper", ("T",), bare=True, group=1, needs_paper=True),
    ActionSpec(
        "note", QT_TRANSLATE_NOOP("Actions", "Write a note"), "paper", ("E",), bare=True, group=1, needs_paper=True
    ),
    ActionSpec(
        "highlight",
        QT_TRANSLATE_NOOP("Actions", "Highlight the selected words"),
        "paper",
        ("H",),
        bare=True,
        group=1,
        needs_paper=True,
    ),
    ActionSpec("correct", QT_TRANSLATE_NOOP("Actions", "Correct the selected words…"), "paper", ("Shift+H",), bare=True, group=1, needs_paper=True),
    ActionSpec(
        "quote",
        QT_TRANSLATE_NOOP("Actions", "Quote the selected words in the note"),
        "paper",
        ("Q",),
        bare=True,
        group=1,
        needs_paper=True,
    ),
    ActionSpec("fill", QT_TRANSLATE_NOOP("Actions", "Fill in from arXiv"), "paper", group=5, needs_paper=True),
    ActionSpec("zotero", QT_TRANSLATE_NOOP("Actions", "Send to Zotero"), "paper", ("Ctrl+Shift+O",), group=5, needs_paper=True),
    ActionSpec("copy_bibtex", QT_TRANSLATE_NOOP("Actions", "Copy as BibTeX"), "paper", ("Ctrl+Shift+C",), group=4, needs_paper=True),
    ActionSpec("copy_markdown", QT_TRANSLATE_NOOP("Actions", "Copy as Markdown"), "paper", ("Ctrl+Shift+M",), group=4, needs_paper=True),
    ActionSpec("copy_text", QT_TRANSLATE_NOOP("Actions", "Copy as plain text"), "paper", group=4, needs_paper=True),
    ActionSpec("copy_link", QT_TRANSLATE_NOOP("Actions", "Copy the link"), "paper", group=4, needs_paper=True),
    ActionSpec("explain", QT_TRANSLATE_NOOP("Actions", "How this post was read…"), "paper", group=5, needs_paper=True),
    ActionSpec(
        "select_all", QT_TRANSLATE_NOOP("Actions", "Select all in this list"), "paper", ("Ctrl+A",), bare=True, group=2
    ),
    ActionSpec("mark_all_read", QT_TRANSLATE_NOOP("Actions", "Mark all in this list as read"), "paper", group=2),
    ActionSpec("read_above", QT_TRANSLATE_NOOP("Actions", "Mark all above as read"), "paper", ("M",), bare=True, group=2, needs_paper=True),
    ActionSpec("keep_next", QT_TRANSLATE_NOOP("Actions", "Keep, and on"), "paper", ("Y",), bare=True, group=2, needs_paper=True),
    ActionSpec("later_next", QT_TRANSLATE_NOOP("Actions", "Tomorrow again, and on"), "paper", ("U",), bare=True, group=2, needs_paper=True),
    ActionSpec("skip_next", QT_TRANSLATE_NOOP("Actions", "Let go, and on"), "paper", ("X",), bare=True, group=2, needs_paper=True),
    ActionSpec("undo", QT_TRANSLATE_NOOP("Actions", "Undo the last mark"), "paper", ("Ctrl+Z",), group=3),
    ActionSpec("redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "paper", ("Ctrl+Shift+Z", "Ctrl+Y"), group=3),
    ActionSpec("search", QT_TRANSLATE_NOOP("Actions", "Search the library"), "go", ("Ctrl+F",)),
    ActionSpec("palette", QT_TRANSLATE_NOOP("Actions", "Quick open and commands"), "go", ("Ctrl+K",)),
    ActionSpec("search_from_panes", QT_TRANSLATE_NOOP("Actions", "Search the library"), "", ("/",), bare=True),
    ActionSpec(
        "find_in_page", QT_TRANSLATE_NOOP("Actions", "Find in this paper"), "go", ("Ctrl+Shift+F",), needs_paper=True
    ),
    ActionSpec("next_hit", QT_TRANSLATE_NOOP("Actions", "Next place found"), "go", ("F3",), needs_paper=True),
    ActionSpec("previous_hit", QT_TRANSLATE_NOOP("Actions", "Previous place found"), "go", ("Shift+F3",), needs_paper=True),
    ActionSpec("save_search", QT_TRANSLATE_NOOP("Actions", "Save this search…"), "go", ("Ctrl+D",)),
    ActionSpec("as_typed", QT_TRANSLATE_NOOP("Actions", "Search for just what was typed"), "go", ("Ctrl+Return",)),
    ActionSpec("name_term", QT_TRANSLATE_NOOP("Actions", "What the selected term is called otherwise"), "go"),
    ActionSpec("own_names", QT_TRANSLATE_NOOP("Actions", "Names that mean the same…"), "go"),
    ActionSpec("watch", QT_TRANSLATE_NOOP("Actions", "Watched and muted words…"), "go", ("G, W",), bare=True),
    ActionSpec("clear_history", QT_TRANSLATE_NOOP("Actions", "Forget the searches made"), "go"),
    ActionSpec("go_all", QT_TRANSLATE_NOOP("Actions", "All papers"), "go", ("Ctrl+1",), group=1),
    ActionSpec("go_unread", QT_TRANSLATE_NOOP("Actions", "Unread"), "go", ("Ctrl+2",), group=1),
    ActionSpec("go_new", QT_TRANSLATE_NOOP("Actions", "New papers"), "go", ("G, N",), bare=True, group=1),
    ActionSpec("go_bookmarked", QT_TRANSLATE_NOOP("Actions", "Bookmarks"), "go", ("Ctrl+3",), group=1),
    ActionSpec("go_revisit", QT_TRANSLATE_NOOP("Actions", "Revisit"), "go", ("Ctrl+4",), group=1),
    ActionSpec("go_noted", QT_TRANSLATE_NOOP("Actions", "Notes"), "go", ("Ctrl+5",), group=1),
    ActionSpec("go_week", QT_TRANSLATE_NOOP("Actions", "This week"), "go", ("W",), bare=True, group=1),
    ActionSpec("go_month", QT_TRANSLATE_NOOP("Actions", "This month"), "go", ("G, M",), bare=True, group=1),
    ActionSpec("go_last_posts", QT_TRANSLATE_NOOP("Actions", "The last seven posts"), "go", ("G, 7",), bare=True, group=1),
    ActionSpec("sort", QT_TRANSLATE_NOOP("Actions", "Sort what is new"), "go", ("G, S",), bare=True, group=1),
    ActionSpec("back", QT_TRANSLATE_NOOP("Actions", "Back to the paper before"), "go", ("Alt+Left",), group=2),
    ActionSpec("forward", QT_TRANSLATE_NOOP("Actions", "Forward again"), "go", ("Alt+Right",), group=2),
    ActionSpec("next_paper", QT_TRANSLATE_NOOP("Actions", "Next paper"), "go", ("J",), bare=True, group=2),
    ActionSpec("previous_paper", QT_TRANSLATE_NOOP("Actions", "Previous paper"), "go", ("K",), bare=True, group=2),
    ActionSpec("extend_down", QT_TRANSLATE_NOOP("Actions", "Select the next paper as well"), "", ("Shift+J",), bare=True),
    ActionSpec("extend_up", QT_TRANSLATE_NOOP("Actions", "Select the previous paper as well"), "", ("Shift+K",), bare=True),
    ActionSpec("next_unread", QT_TRANSLATE_NOOP("Actions", "Next unread paper"), "go", ("N",), bare=True, group=2),
    ActionSpec(
        "previous_unread", QT_TRANSLATE_NOOP("Actions", "Previous unread paper"), "go", ("P",), bare=True, group=2
    ),
    ActionSpec(
        "page_down", QT_TRANSLATE_NOOP("Actions", "Scroll, then next unread"), "go", ("Space",), bare=True, group=3
    ),
    ActionSpec(
        "page_up", QT_TRANSLATE_NOOP("Actions", "Scroll back"), "go", ("Shift+Space", "Backspace"), bare=True, group=3
    ),
    ActionSpec("next_section", QT_TRANSLATE_NOOP("Actions", "Next section"), "go", ("]",), bare=True, group=4),
    ActionSpec("previous_section", QT_TRANSLATE_NOOP("Actions", "Previous section"), "go", ("[",), bare=True, group=4),
    *(
        ActionSpec(f"section_{n}", QT_TRANSLATE_NOOP("Actions", "Section %1"), "", (str(n),), bare=True, group=4)
        for n in range(1, 6)
    ),
    ActionSpec("next_pane", QT_TRANSLATE_NOOP("Actions", "Next pane"), "go", ("F6",), group=5),
    ActionSpec("previous_pane", QT_TRANSLATE_NOOP("Actions", "Previous pane"), "go", ("Shift+F6",), group=5),
    ActionSpec("open_tab", QT_TRANSLATE_NOOP("Actions", "Open in a tab"), "go", ("Ctrl+T",), group=6, needs_paper=True),
    ActionSpec("next_tab", QT_TRANSLATE_NOOP("Actions", "Next tab"), "go", ("Ctrl+Tab",), group=6),
    ActionSpec("previous_tab", QT_TRANSLATE_NOOP("Actions", "Previous tab"), "go", ("Ctrl+Shift+Tab",), group=6),
    ActionSpec("close_tab", QT_TRANSLATE_NOOP("Actions", "Close the tab"), "go", ("Ctrl+W",), group=6),
    ActionSpec("reopen_tab", QT_TRANSLATE_NOOP("Actions", "Open the closed tab again"), "go", ("Ctrl+Shift+T",), group=6),
    ActionSpec("lens", QT_TRANSLATE_NOOP("Actions", "Section lens"), "view", ("L",), bare=True, checkable=True),
    ActionSpec(
        "compare", QT_TRANSLATE_NOOP("Actions", "Compare side by side"), "view", ("C",), bare=True, needs_paper=True
    ),
    ActionSpec("changes", QT_TRANSLATE_NOOP("Actions", "What a rewriting changed"), "view", ("G, C",), bare=True, needs_paper=True),
    ActionSpec("in_one_text", QT_TRANSLATE_NOOP("Actions", "Differences in one text / side by side"), "", ("D",), bare=True),
    ActionSpec("table", QT_TRANSLATE_NOOP("Actions", "As a table"), "view", ("G, T",), bare=True),
    ActionSpec("field", QT_TRANSLATE_NOOP("Actions", "What the field is up to"), "view", ("G, F",), bare=True),
    ActionSpec("benchmark", QT_TRANSLATE_NOOP("Actions", "Values of a benchmark"), "view", ("G, B",), bare=True),
    ActionSpec("mine", QT_TRANSLATE_NOOP("Actions", "My highlights and notes"), "view", ("G, E",), bare=True),
    ActionSpec("history", QT_TRANSLATE_NOOP("Actions", "What I read, day by day"), "view", ("G, Y",), bare=True),
    ActionSpec("show_folded", QT_TRANSLATE_NOOP("Actions", "Show what is folded away"), "view", ("G, O",), bare=True),
    ActionSpec("sidebar", QT_TRANSLATE_NOOP("Actions", "Sidebar"), "view", ("Ctrl+B",), checkable=True, group=1),
    ActionSpec("notes_pane", QT_TRANSLATE_NOOP("Actions", "Notes"), "view", ("Ctrl+Shift+N",), checkable=True, group=1),
    ActionSpec("reading_mode", QT_TRANSLATE_NOOP("Actions", "Reading mode"), "view", ("F",), bare=True, checkable=True, group=1),
    ActionSpec("larger", QT_TRANSLATE_NOOP("Actions", "Larger text"), "view", ("Ctrl+=", "Ctrl++"), group=2),
    ActionSpec("smaller", QT_TRANSLATE_NOOP("Actions", "Smaller text"), "view", ("Ctrl+-",), group=2),
    ActionSpec("usual_size", QT_TRANSLATE_NOOP("Actions", "Usual text size"), "view", ("Ctrl+0",), group=2),
    ActionSpec("theme", QT_TRANSLATE_NOOP("Actions", "Light / dark"), "view", ("Ctrl+Shift+L",), group=3),
    ActionSpec("new_window", QT_TRANSLATE_NOOP("Actions", "New window"), "view", ("Ctrl+N",), group=4),
    ActionSpec("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), "view", ("F11",), checkable=True, group=4),
    ActionSpec("keys", QT_TRANSLATE_NOOP("Actions", "Keys"), "help", ("?",), bare=True),
    ActionSpec("updates", QT_TRANSLATE_NOOP("Actions", "Check for updates"), "help", group=1),
    ActionSpec("about", QT_TRANSLATE_NOOP("Actions", "About Daily Papers Reader"), "help", group=1),
)
# fmt: on
