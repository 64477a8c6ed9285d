"""What each setting is called and the line of help below it; the settings themselves are declared in `reader.base`."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from reader.ui.widgets.language import QT_TRANSLATE_NOOP


class Said(NamedTuple):
    """English, translated in the context "Settings"."""

    words: str
    help: str = ""


# fmt: off
_SAID = {
    "fetch_hours": Said(
        QT_TRANSLATE_NOOP("Settings", "Fetch repositories every"),
        QT_TRANSLATE_NOOP("Settings", "While the window is open. With 0 they are fetched only when you ask (F5).")),
    "theme": Said(
        QT_TRANSLATE_NOOP("Settings", "Colours"),
        QT_TRANSLATE_NOOP("Settings", "Light or dark as the system, or always the same.")),
    "typeface": Said(
        QT_TRANSLATE_NOOP("Settings", "Typeface"),
        QT_TRANSLATE_NOOP("Settings", "Of the text of papers. Serif letters are taken from those this computer has.")),
    "text_size": Said(
        QT_TRANSLATE_NOOP("Settings", "Size of the text"),
        QT_TRANSLATE_NOOP("Settings", "The rest of the window grows with it.")),
    "line_width": Said(
        QT_TRANSLATE_NOOP("Settings", "Width of lines"),
        QT_TRANSLATE_NOOP("Settings", "The widest column of text in a wide window.")),
    "line_height": Said(QT_TRANSLATE_NOOP("Settings", "Line spacing")),
    "density": Said(
        QT_TRANSLATE_NOOP("Settings", "List of papers"),
        QT_TRANSLATE_NOOP("Settings", "A close list shows more papers, with a line less of each.")),
    "voice_speed": Said(
        QT_TRANSLATE_NOOP("Settings", "Speed of reading aloud"),
        QT_TRANSLATE_NOOP("Settings", "From the next sentence on.")),
    "read_after": Said(
        QT_TRANSLATE_NOOP("Settings", "A paper counts as read after"),
        QT_TRANSLATE_NOOP("Settings", "From then on, once you have scrolled in it or gone on to another.")),
    "unread_when_rewritten": Said(
        QT_TRANSLATE_NOOP("Settings", "Unread again when rewritten"),
        QT_TRANSLATE_NOOP("Settings", "A read paper becomes unread when a post says something else of it.")),
    "revisit_notice": Said(
        QT_TRANSLATE_NOOP("Settings", "Tell me of papers that are due"),
        QT_TRANSLATE_NOOP("Settings", "Once a day, by the notices of the system.")),
    "language": Said(
        QT_TRANSLATE_NOOP("Settings", "Language"),
        QT_TRANSLATE_NOOP("Settings", "Of the window. What posts say stays as it is.")),
    "bare_keys": Said(
        QT_TRANSLATE_NOOP("Settings", "Single keys"),
        QT_TRANSLATE_NOOP("Settings", "J, B and others act in tree, list and text, never where you write.")),
    "search_history": Said(
        QT_TRANSLATE_NOOP("Settings", "Remember searches"),
        QT_TRANSLATE_NOOP("Settings", "They are offered as you type, and kept in your profile’s folder alone.")),
    "search_concepts": Said(
        QT_TRANSLATE_NOOP("Settings", "Find words that mean the same"),
        QT_TRANSLATE_NOOP("Settings", "In both languages: 확산 모델 finds diffusion models too, further below.")),
    "stay_ready": Said(
        QT_TRANSLATE_NOOP("Settings", "Stay ready when the window is closed"),
        QT_TRANSLATE_NOOP("Settings", "It opens at once then, and goes on watching your folders. Quit ends it.")),
    "updates_from": Said(
        QT_TRANSLATE_NOOP("Settings", "Address to look for updates at"),
        QT_TRANSLATE_NOOP("Settings", "It is asked only when you say so. Nothing is downloaded.")),
}
_CHOICES = {
    "system": QT_TRANSLATE_NOOP("Settings", "Same as the system"),
    "ko": QT_TRANSLATE_NOOP("Settings", "한국어"),
    "en": QT_TRANSLATE_NOOP("Settings", "English"),
    "light": QT_TRANSLATE_NOOP("Settings", "Light"),
    "dark": QT_TRANSLATE_NOOP("Settings", "Dark"),
    "sepia": QT_TRANSLATE_NOOP("Settings", "Sepia"),
    "contrast": QT_TRANSLATE_NOOP("Settings", "High contrast"),
    "sans": QT_TRANSLATE_NOOP("Settings", "Sans serif"),
    "serif": QT_TRANSLATE_NOOP("Settings", "Serif"),
    "narrow": QT_TRANSLATE_NOOP("Settings", "Narrow"),
    "medium": QT_TRANSLATE_NOOP("Settings", "Medium"),
    "wide": QT_TRANSLATE_NOOP("Settings", "Wide"),
    "slow": QT_TRANSLATE_NOOP("Settings", "Slow"),
    "fast": QT_TRANSLATE_NOOP("Settings", "Fast"),
    "fastest": QT_TRANSLATE_NOOP("Settings", "Twice as fast"),
    "close": QT_TRANSLATE_NOOP("Settings", "Close"),
    "normal": QT_TRANSLATE_NOOP("Settings", "Usual"),
    "open": QT_TRANSLATE_NOOP("Settings", "Open"),
    "comfortable": QT_TRANSLATE_NOOP("Settings", "Roomy"),
    "compact": QT_TRANSLATE_NOOP("Settings", "Dense"),
}
_UNITS = {
    "px": QT_TRANSLATE_NOOP("Settings", "px"),
    "s": QT_TRANSLATE_NOOP("Settings", "seconds"),
    "h": QT_TRANSLATE_NOOP("Settings", "hours"),
}
# fmt: on


def said_of(name: str) -> Said:
    """What a setting is called, and its help, in the language of the window."""
    said = _SAID[name]
    return Said(_translated(said.words), _translated(said.help) if said.help else "")


def choice_words(name: str) -> str:
    """What a choice is called."""
    return _translated(_CHOICES[name])


def unit_words(unit: str) -> str:
    """What stands behind a number."""
    return _translated(_UNITS[unit]) if unit else ""


def _translated(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
