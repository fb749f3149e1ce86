"""What structures promise of the hours they have, and what is left of them for a clause."""

from perenne.rules.promises.groups import Part, group_for
from perenne.rules.promises.load import (
    TOLERANCE,
    WHOLE,
    Overload,
    Promise,
    Stated,
    by_month,
    left_of,
    overloads,
    rate,
    rate_of_week,
)
from perenne.rules.promises.local import (
    REFUSAL_MONTHS,
    LocalAnswer,
    LocalOffer,
    local_offer,
    still_refuses,
)

__all__ = [
    "REFUSAL_MONTHS",
    "TOLERANCE",
    "WHOLE",
    "LocalAnswer",
    "LocalOffer",
    "Overload",
    "Part",
    "Promise",
    "Stated",
    "by_month",
    "group_for",
    "left_of",
    "local_offer",
    "overloads",
    "rate",
    "rate_of_week",
    "still_refuses",
]
