"""Figures of the committee: those of today, and the hours to come."""

from perenne.domain.assessments.queries.editions import (
    Consultation,
    Edition,
    ForecastRow,
    editions,
    last_edition,
)
from perenne.domain.assessments.queries.figures import KeyFigures, key_figures
from perenne.domain.assessments.queries.subscriptions import (
    SubscriptionCard,
    key_for,
    subscription_behind,
)

__all__ = [
    "Consultation",
    "Edition",
    "ForecastRow",
    "KeyFigures",
    "SubscriptionCard",
    "editions",
    "key_figures",
    "key_for",
    "last_edition",
    "subscription_behind",
]
