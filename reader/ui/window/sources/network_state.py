"""What the system says of the network it is on. Nothing is contacted for that."""

from PySide6.QtCore import QObject


def is_metered() -> bool:
    """Whether what goes over the network is paid for by its amount; False where the system does not tell."""
    from PySide6.QtNetwork import QNetworkInformation  # nothing else of the start needs QtNetwork

    if QNetworkInformation.instance() is None:
        QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Metered)
    known: QObject | None = QNetworkInformation.instance()
    return isinstance(known, QNetworkInformation) and known.isMetered()
