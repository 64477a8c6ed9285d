"""The page of keys: every action of the one table with its keys, to be given others. Who has a key already is said."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from reader.ui.actions.action_table import ACTIONS, MENUS, ActionSpec
from reader.ui.actions.actions import action_text, key_text
from reader.ui.actions.bindings import OwnKeys, collide, keys_of, rivals, with_keys
from reader.ui.settings.around import Around
from reader.ui.settings.key_field import KeyField
from reader.ui.settings.pages import PlainPage
from reader.ui.settings.row import SettingRow


class KeysPage(PlainPage):
    """A row an action, by menus."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self._fields: dict[str, KeyField] = {}
        self._resets: dict[str, QPushButton] = {}
        self._key_rows: dict[str, SettingRow] = {}
        self.begin(
            self.tr("Keys"),
            self.tr("Click the keys of an action and press others: one, or two in a row."),
        )
        self.add_own("bare_keys")
        back = QPushButton(self.tr("All as they were"))
        back.setAutoDefault(False)
        back.clicked.connect(lambda: self._take_all({}))
        self.add_setting(self.tr("Keys of your own"), self.tr("Every action gets its usual keys again."), back)
        self._add_actions()
        self._show_keys()

    def _add_actions(self) -> None:
        for menu, title in (*MENUS, ("", "")):
            if title:
                heading = QLabel(QCoreApplication.translate("Actions", title))
                heading.setFont(self._look.font(bold=True))
                heading.setContentsMargins(0, self._look.px(14), 0, 0)
                self.add_other(heading)
            for spec in ACTIONS:
                if spec.menu == menu:
                    self._add_action(spec)

    def _add_action(self, spec: ActionSpec) -> None:
        field = self._fields[spec.name] = KeyField(self._look, ())
        field.chosen.connect(partial(self._chosen, spec))
        reset = self._resets[spec.name] = QPushButton(self.tr("Usual"))
        reset.setAutoDefault(False)
        reset.clicked.connect(partial(self._take, spec, spec.keys))
        both = QWidget()
        both.setFocusProxy(field)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(reset)
        row.addWidget(field)
        words = action_text(spec).removesuffix("…")
        self._key_rows[spec.name] = self.add(SettingRow(self._look, words, "", both, also=" ".join(spec.keys)))

    def _chosen(self, spec: ActionSpec, key: str) -> None:
        """Take a key, or say whose it is and offer to take it from there."""
        others = rivals(spec.name, key, self._around.actions.own) if key else []
        if not others:
            self._take(spec, (key,) if key else ())
            return
        names = ", ".join(f"“{action_text(other).removesuffix('…')}”" for other in others)
        said = self.tr("%1 is the key of %2.").replace("%1", key_text(key)).replace("%2", names)
        row = self._key_rows[spec.name]
        row.warn(said, self.tr("Take it from there"), partial(self._take_over, spec, key, others))

    def _take_over(self, spec: ActionSpec, key: str, others: list[ActionSpec]) -> None:
        own: OwnKeys = self._around.actions.own
        for other in others:
            own = with_keys(own, other.name, [each for each in keys_of(other, own) if not collide(key, each)])
        self._take_all(with_keys(own, spec.name, (key,)))

    def _take(self, spec: ActionSpec, keys: tuple[str, ...]) -> None:
        self._take_all(with_keys(self._around.actions.own, spec.name, keys))

    def _take_all(self, own: dict[str, list[str]]) -> None:
        self._around.take("keys", own)
        self._show_keys()

    def _show_keys(self) -> None:
        for spec in ACTIONS:
            keys = self._around.actions.keys(spec)
            self._fields[spec.name].set_keys(keys)
            self._resets[spec.name].setVisible(keys != spec.keys)
            self._key_rows[spec.name].calm()
