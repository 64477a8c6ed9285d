"""The pages that are rows of settings, and those that say something and lead on: backups, privacy, updates."""

from PySide6.QtWidgets import QPushButton

from reader import __version__
from reader.services.installed.voice import has_voice
from reader.ui.settings.around import Around
from reader.ui.settings.editors import editor
from reader.ui.settings.row import SettingRow, SettingsPage, path_words
from reader.ui.settings.words import said_of

_READING = (
    "theme",
    "typeface",
    "text_size",
    "line_width",
    "line_height",
    "density",
    "read_after",
    "unread_when_rewritten",
)


class PlainPage(SettingsPage):
    """A page made of settings and of buttons that do what actions do."""

    def __init__(self, around: Around) -> None:
        super().__init__(around.look)
        self._around = around

    def add_own(self, name: str) -> SettingRow:
        """Add a setting's row."""
        said, around = said_of(name), self._around
        control = editor(around.session.profile.settings, around.look, name, around.take)
        control.setObjectName(name)
        return self.add_setting(said.words, said.help, control)

    def button(self, name: str) -> QPushButton:
        """A button that does what an action does."""
        action = self._around.actions[name]
        button = QPushButton(action.text())
        button.setAutoDefault(False)
        button.clicked.connect(action.trigger)
        return button


class ReadingPage(PlainPage):
    """How papers look, and when they count as read."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.begin(self.tr("Reading"))
        for name in _READING:
            self.add_own(name)
        if has_voice():
            self.add_own("voice_speed")
        row = self.add_own("revisit_notice")
        if row.control is not None and not around.can_notify():
            row.control.setEnabled(False)
            row.help.setText(self.tr("This system shows no notices."))


class LanguagePage(PlainPage):
    """The language of the window."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.begin(self.tr("Language"))
        self.add_own("language")


class SearchPage(PlainPage):
    """What a search finds and what is kept of it."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.begin(self.tr("Search"))
        self.add_own("search_concepts")
        self.add_own("search_history")
        help_ = self.tr("What is remembered goes; saved searches stay.")
        self.add_setting(self.tr("Searches made so far"), help_, self.button("clear_history"))
        help_ = self.tr("Names that you say are one, or are not, whatever the program knows of them.")
        self.add_setting(self.tr("Names of concepts"), help_, self.button("own_names"))


class ExportsPage(PlainPage):
    """What leaves the program and comes in, and the ways there."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.begin(self.tr("Exports"), self.tr("Papers and what you made of them, as files that other programs read."))
        help_ = self.tr("Markdown, BibTeX, RIS, CSV, PDF, feeds and cards; what was chosen last is offered first.")
        self.add_setting(self.tr("Into files"), help_, self.button("export"))
        help_ = self.tr("With notes and highlights, after a look at the pages.")
        self.add_setting(self.tr("On paper"), help_, self.button("print"))
        help_ = self.tr("What would change is shown before anything does.")
        self.add_setting(self.tr("From files"), help_, self.button("import"))
        help_ = self.tr("Into the collection chosen there, with notes and labels. Zotero has to run on this computer.")
        self.add_setting(self.tr("To Zotero"), help_, self.button("zotero"))


class BackupsPage(PlainPage):
    """What is backed up, and the way there."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        places = around.session.profile.places
        self.begin(
            self.tr("Backups"),
            self.tr("Bookmarks, notes, highlights, labels and days are backed up once a day when the program is used."),
        )
        self.add(SettingRow(around.look, self.tr("What you made is in"), path_words(places.data)))
        self.add(SettingRow(around.look, self.tr("Backups are in"), path_words(places.backups)))
        help_ = self.tr("See what going back would change, carry all to another computer, or merge what is there.")
        self.add_setting(self.tr("Go back, or take along"), help_, self.button("backup"))


class PrivacyPage(PlainPage):
    """Whom the program contacts, and when: all of it."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.begin(
            self.tr("Privacy"),
            self.tr("Only what you added or asked for is contacted. No account, no statistics, no reports of crashes."),
        )
        for whom, when in self._contacts():
            self.add(SettingRow(around.look, whom, when))

    def _contacts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Git repositories of your library"),
                self.tr("At the start, on F5 and every few hours. Passwords are asked of Git’s own helpers, not kept."),
            ),
            (
                self.tr("Computers that posts take pictures from"),
                self.tr("When a post is shown, only of sources with “Web pictures”. Without cookies."),
            ),
            (
                self.tr("arXiv"),
                self.tr("When you say “Fill in from arXiv”. It is told the numbers of the papers, nothing else."),
            ),
            (self.tr("The Zotero on this computer"), self.tr("When you say “Send to Zotero”.")),
            (
                self.tr("The address for updates"),
                self.tr("When you check for updates. There is none until you write one."),
            ),
            (self.tr("Your browser"), self.tr("When you open a link.")),
        )


class ProgramPage(PlainPage):
    """Which version this is, whether it stays when its window is closed, and where a newer one would be named."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.begin(self.tr("Program and updates"))
        self.add_setting(f"Daily Papers Reader {__version__}", "", self.button("about"))
        self.add_own("stay_ready")
        self.add_own("updates_from")
        self.add_setting(self.tr("A newer version"), "", self.button("updates"))
