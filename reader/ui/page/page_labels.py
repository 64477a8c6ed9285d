"""The words that a page adds to the post's own, in the language of the window."""

from PySide6.QtCore import QCoreApplication

from reader.render.sheet import Labels


def page_labels() -> Labels:
    """Those of now."""
    return Labels(
        goal=QCoreApplication.translate("PageWriter", "Goal"),
        motivation=QCoreApplication.translate("PageWriter", "Motivation"),
        contribution=QCoreApplication.translate("PageWriter", "Contribution"),
        picture_elsewhere=QCoreApplication.translate(
            "PageWriter", "Picture on {host} · click to open it in the browser"
        ),
        picture_missing=QCoreApplication.translate("PageWriter", "Picture not found: {name}"),
        nothing=QCoreApplication.translate("PageWriter", "There is nothing in it yet."),
    )
