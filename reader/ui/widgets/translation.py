"""Texts that are marked for translation where they stand, and translated where they are shown."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001  # lupdate reads both, by this name
    """Mark a text for translation. Qt's own function of this name is typed as object."""
    return text
