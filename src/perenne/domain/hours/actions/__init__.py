"""What one may do to hours. The only writers of this app's tables."""

from perenne.domain.hours.actions.correcting import correct_work
from perenne.domain.hours.actions.declaring import (
    copy_last_month,
    declare_nothing,
    declare_sheet,
    take_sheet_back,
)
from perenne.domain.hours.actions.opening import open_statement
from perenne.domain.hours.actions.validating import dispute_sheet, validate_sheets
from perenne.domain.hours.queries.lines import Line

__all__ = [
    "Line",
    "copy_last_month",
    "correct_work",
    "declare_nothing",
    "declare_sheet",
    "dispute_sheet",
    "open_statement",
    "take_sheet_back",
    "validate_sheets",
]
