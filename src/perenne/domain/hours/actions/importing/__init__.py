"""A file of hours comes in, is settled with who sends it, and is written on the sheets."""

from perenne.domain.hours.actions.importing.applying import (
    apply_import,
    finish_left_behind,
    write_import,
)
from perenne.domain.hours.actions.importing.forgetting import forget_import
from perenne.domain.hours.actions.importing.reading import read_import
from perenne.domain.hours.actions.importing.receiving import receive_import
from perenne.domain.hours.actions.importing.settling import match_columns, settle_people

__all__ = [
    "apply_import",
    "finish_left_behind",
    "forget_import",
    "match_columns",
    "read_import",
    "receive_import",
    "settle_people",
    "write_import",
]
