"""The directory of structures: how long its words hold, what a trade is called elsewhere."""

from perenne.rules.directory.contacts import is_of_a_person
from perenne.rules.directory.freshness import (
    FRESH_DAYS,
    SILENT_DAYS,
    STALE_DAYS,
    Freshness,
    freshness,
    trust,
)
from perenne.rules.directory.trades import sectors_in, trades_of_rome, trades_of_sector

__all__ = [
    "FRESH_DAYS",
    "SILENT_DAYS",
    "STALE_DAYS",
    "Freshness",
    "freshness",
    "is_of_a_person",
    "sectors_in",
    "trades_of_rome",
    "trades_of_sector",
    "trust",
]
