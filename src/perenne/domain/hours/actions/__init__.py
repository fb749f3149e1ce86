"""What one may do to hours. The only writers of this app's tables."""

from perenne.domain.hours.actions.correcting import correct_work
from perenne.domain.hours.actions.declaring import (
    declare_month,
    declare_nothing,
    declare_nothing_at_all,
    declare_sheet,
    take_sheet_back,
)
from perenne.domain.hours.actions.discussing import comment_sheet, settle_sheet
from perenne.domain.hours.actions.doubting import Fault, LinesRefused
from perenne.domain.hours.actions.drafting import (
    TypedLine,
    copy_last_month,
    keep_days,
    keep_draft,
)
from perenne.domain.hours.actions.foreseeing import Effect, foresee_correction, foresee_move
from perenne.domain.hours.actions.globalising import (
    approve_plan,
    discard_plan,
    propose_plan,
    undo_plan,
)
from perenne.domain.hours.actions.linking import link_to_declare, renew_link, revoke_link
from perenne.domain.hours.actions.moving import Destination, move_work
from perenne.domain.hours.actions.opening import (
    open_ended_month,
    open_month_of,
    open_months_of,
    open_statement,
)
from perenne.domain.hours.actions.replanning import Redone, look_ahead, redo_plans
from perenne.domain.hours.actions.tuning import tune_check
from perenne.domain.hours.actions.validating import dispute_sheet, validate_sheets
from perenne.domain.hours.queries.lines import Line

__all__ = [
    "Destination",
    "Effect",
    "Fault",
    "Line",
    "LinesRefused",
    "Redone",
    "TypedLine",
    "approve_plan",
    "comment_sheet",
    "copy_last_month",
    "correct_work",
    "declare_month",
    "declare_nothing",
    "declare_nothing_at_all",
    "declare_sheet",
    "discard_plan",
    "dispute_sheet",
    "foresee_correction",
    "foresee_move",
    "keep_days",
    "keep_draft",
    "link_to_declare",
    "look_ahead",
    "move_work",
    "open_ended_month",
    "open_month_of",
    "open_months_of",
    "open_statement",
    "propose_plan",
    "redo_plans",
    "renew_link",
    "revoke_link",
    "settle_sheet",
    "take_sheet_back",
    "tune_check",
    "undo_plan",
    "validate_sheets",
]
