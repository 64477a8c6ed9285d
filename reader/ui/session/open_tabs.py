"""The papers that are open in tabs of one window. Each tab has a way of its own, back and forward.

Which paper is open is the reading state's alone: the tab in front is where its history is. There is always a tab.
"""

from collections.abc import Sequence

from reader.ui.session.history import History, Visit

_MOST_CLOSED = 20


class OpenTabs:
    """Histories, one a tab, and which of them is in front."""

    def __init__(self) -> None:
        self.tabs: list[History] = [History()]
        self.front = 0
        self._closed: list[Visit] = []  # the latest last

    @property
    def history(self) -> History:
        """That of the tab in front."""
        return self.tabs[self.front]

    def begin(self, visits: Sequence[Visit], front: int) -> None:
        """Be as the window was left: a tab a visit."""
        if visits:
            self.tabs = [_at(visit) for visit in visits]
            self.front = min(max(0, front), len(visits) - 1)

    def open(self, visit: Visit, *, behind: bool) -> None:
        """Open a paper in a tab after the one in front; the tab that has it already, where there is one."""
        found = next((number for number, tab in enumerate(self.tabs) if tab.here and tab.here.key == visit.key), None)
        if found is None:
            found = self.front + 1
            self.tabs.insert(found, _at(visit))
        if not behind:
            self.front = found

    def split(self) -> None:
        """Begin another tab at the paper in front, to go on from there in one of them."""
        if self.history.here is not None:
            self.front += 1
            self.tabs.insert(self.front, _at(self.tabs[self.front - 1].here))

    def close(self, number: int) -> bool:
        """Close a tab; False where it is the only one."""
        if len(self.tabs) == 1:
            return False
        closed = self.tabs.pop(number)
        if closed.here is not None:
            self._closed = [*self._closed, closed.here][-_MOST_CLOSED:]
        if number < self.front or self.front == len(self.tabs):
            self.front -= 1
        return True

    def reopen(self) -> bool:
        """Open again what was closed last; False where nothing was."""
        if not self._closed:
            return False
        self.open(self._closed.pop(), behind=False)
        return True

    def move(self, number: int, to: int) -> None:
        """Another order of the tabs; the one in front stays so."""
        history = self.history
        self.tabs.insert(to, self.tabs.pop(number))
        self.front = self.tabs.index(history)


def _at(visit: Visit | None) -> History:
    history = History()
    if visit is not None:
        history.add(visit)
    return history
