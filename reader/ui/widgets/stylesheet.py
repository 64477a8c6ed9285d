"""The application's style sheet: only what a palette can't say. Rows, tabs and the like are painted by delegates.

Small on purpose: every rule takes time at each change of theme, and widgets that match none keep Fusion's painting.
Fonts are never set here, so that `QWidget.setFont` and the text size keep their effect.
"""

from string import Template

from reader.render.theme import Theme

_RULES = Template("""
QToolTip { background: $field; color: $text; border: 1px solid $line; padding: 4px 6px; }

QMenu { background: $field; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 20px 5px 10px; border-radius: 4px; }
QMenu::item:selected { background: $chosen; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; padding-left: 6px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }

QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $thumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 36px; }
QScrollBar::handle:horizontal { min-width: 36px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QAbstractScrollArea::corner { background: transparent; border: none; }

QSplitter::handle { background: $line; }

QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QPushButton, QToolButton { background: $field; color: $text; border: 1px solid $line; border-radius: 5px;
    padding: 4px 10px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked { background: $selected; }
QPushButton:disabled, QToolButton:disabled { color: $muted; }
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: 3px 9px; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QComboBox, QAbstractSpinBox { background: $field; color: $text; border: 1px solid $line; border-radius: 5px;
    padding: 3px 7px; }
QComboBox { padding-left: 9px; combobox-popup: 0; }
QComboBox QAbstractItemView { background: $field; color: $text; border: 1px solid $line; outline: none; padding: 3px; }
QComboBox QAbstractItemView::item { padding: 3px 5px; border-radius: 4px; }
QComboBox QAbstractItemView::item:hover, QComboBox QAbstractItemView::item:selected { background: $chosen;
    color: $text; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border: 2px solid $focus; padding: 2px 6px; }
QComboBox:focus { padding-left: 8px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { border: none; padding: 0; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QLabel#muted { color: $muted; }
#pages { background: transparent; border: none; outline: none; }
#pages::item { padding: 6px 9px; border: 2px solid transparent; border-radius: 6px; color: $text; }
#pages::item:hover { background: $hover; }
#pages::item:selected { background: $chosen; color: $accent; }
#pages::item:selected:focus { border-color: $focus; }
#sheet { background: $page; }
QDialog QListWidget, QDialog QTableWidget { background: $field; color: $text; border: 1px solid $line;
    border-radius: 5px; }
QDialog QTableWidget QHeaderView, QDialog QTableWidget QHeaderView::section { background: transparent; color: $muted;
    border: none; }
QDialog QTableWidget QHeaderView::section { border-bottom: 1px solid $line; padding: 5px 8px; }

Chooser::drop-down { border: none; width: 22px; }
QToolButton#toggle { padding: 3px 10px; }
QToolButton#toggle:checked { background: $chosen; color: $accent; border-color: $accent; }

PaperTabs { background: $panel; border-bottom: 1px solid $line; }
PaperTabs::tab { background: $panel; color: $muted; border: none; border-right: 1px solid $line;
    border-bottom: 1px solid $line; padding: 0 4px 0 12px; }
PaperTabs::tab:hover { background: $hover; color: $text; }
PaperTabs::tab:selected { background: $page; color: $text; border-bottom-color: $page; }
PaperTabs QToolButton { border: none; border-radius: 0; background: $panel; padding: 0; }
PaperTabs::scroller { width: 26px; }
PaperTabs::tear { width: 0; border: none; }
PaperTabs::tab:selected:focus { border: 2px solid $focus; }

Tree { background: $chrome; }
PaperTable { background: $panel; }
PaperGrid, ValueGrid, HeatMap, LineTable { background: $page; }
HeatMap { selection-background-color: transparent; }
LineTable QHeaderView::section { background: $page; color: $muted; border: none; padding: 0 8px; }
HeatMap QTableCornerButton::section, HeatMap QHeaderView, LineTable QHeaderView, #sheet {
    background: $page; border: none; }
PaperGrid QHeaderView::section, ValueGrid QHeaderView::section { background: $panel; color: $muted; border: none;
    border-bottom: 1px solid $line; padding: 6px 12px; }
NoteEditor, NoteRows { background: $note; color: $text; }
MineView NoteRows { background: $page; }
#versions { padding: 4px; outline: none; }
#versions::item { padding: 0 6px; border-radius: 4px; }
#versions::item:selected { background: $selected; color: $text; }
#offered { background: transparent; }
#offer { background: $field; color: $text; border: 1px solid $line; }
QueryField, QueryField:focus, #bare, #bare:focus { border: none; background: transparent; padding: 0; }
QToolButton#flat { border: none; background: transparent; padding: 0; }
QToolButton#flat:hover, QToolButton#flat:focus { background: $selected; }
QProgressBar { background: $line; border: none; border-radius: 2px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")


def style_sheet(theme: Theme) -> str:
    """The rules in the theme's colours."""
    return _RULES.substitute(theme._asdict(), thumb="#45484d" if theme.is_dark else "#d6d4ce")
