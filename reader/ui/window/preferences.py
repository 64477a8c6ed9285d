"""Settings that take effect while the window is open."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication

from reader.base.errors import ReaderError
from reader.base.settings import Settings
from reader.ui.actions.actions import Actions
from reader.ui.marks.due import Due
from reader.ui.session.search_job import SearchJob
from reader.ui.widgets.language import use_language
from reader.ui.widgets.status_bar import StatusBar
from reader.ui.widgets.theme import Look, window_size
from reader.ui.widgets.typography import TYPOGRAPHY_SETTINGS, Typography, typography_of

_SMALLEST, _LARGEST, _USUAL = 11.0, 30.0, 16.0  # px of the text


class Preferences:
    """Keeps a setting and lets it take effect at once."""

    def __init__(
        self,
        settings: Settings,
        look: Look,
        actions: Actions,
        readers: Sequence[Callable[[Typography], object]],
        due: Due,
        search_job: SearchJob,
        status: StatusBar,
    ) -> None:
        """`readers`: who is told that texts are set otherwise."""
        self.settings = settings
        self._look = look
        self._actions = actions
        self._readers = readers
        self._due = due
        self._search_job = search_job
        self._status = status

    def take(self, name: str, value: object) -> None:
        """Keep a setting; where that can't be, the status bar says why and nothing changes."""
        try:
            self.settings.set(name, value)
        except ReaderError as error:
            self._status.show_error(str(error))
            return
        match name, value:
            case "theme", "system" | "light" | "dark" | "sepia" | "contrast":
                self._look.set_theme(value)
            case "language", str(language):
                app = QApplication.instance()
                if isinstance(app, QApplication):
                    use_language(app, language)
            case "text_size", float(size):
                self._look.set_text_size(window_size(size))
            case "revisit_notice", True:
                self._due.notices.tell_if_due()
            case "bare_keys", bool(on):
                self._actions.set_bare_keys(on)
            case "keys", dict(own):
                self._actions.set_own(own)
            case "density", str(density):
                self._look.set_density(density)
            case "search_concepts", bool(on):
                self._search_job.finds_alike = on
        if name in TYPOGRAPHY_SETTINGS:
            for tell in self._readers:
                tell(typography_of(self.settings))

    def resize_text(self, by: float) -> None:
        """Make the text larger or smaller by some px; by 0 as large as usual."""
        size = self.settings.get("text_size") + by if by else _USUAL
        self.take("text_size", min(_LARGEST, max(_SMALLEST, size)))

    def toggle_theme(self) -> None:
        """Change between light and dark."""
        self.take("theme", "light" if self._look.theme.is_dark else "dark")
