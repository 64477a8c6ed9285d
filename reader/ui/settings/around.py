"""What the pages of the settings are given."""

from collections.abc import Callable
from typing import NamedTuple

from reader.services.sources import AnySource
from reader.ui.actions.actions import Actions
from reader.ui.session.session import Session
from reader.ui.settings.editors import Take
from reader.ui.widgets.theme import Look


class Around(NamedTuple):
    """What the pages use of the window."""

    session: Session
    look: Look
    actions: Actions
    take: Take
    remove: Callable[[AnySource], object]  # a source, from the library
    pause: Callable[[AnySource, bool], object]
    show_web_pictures: Callable[[AnySource, bool], object]
    can_notify: Callable[[], bool]  # whether the system shows notices
