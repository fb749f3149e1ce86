"""The scanner that the environment names."""

from __future__ import annotations

from django.conf import settings

from perenne.kit.scanner.clamd import Clamd
from perenne.kit.scanner.port import Scanner


def scanner() -> Scanner | None:
    """None where no scanner is plugged in: files are then said not to have been scanned."""
    return Clamd(settings.SCANNER) if settings.SCANNER else None
