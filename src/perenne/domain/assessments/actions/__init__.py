"""What one may do to the forecast. The only writers of this app's tables."""

from perenne.domain.assessments.actions.mailing import send_confirmation, send_digest, send_digests
from perenne.domain.assessments.actions.publishing import publish_forecast
from perenne.domain.assessments.actions.subscribing import (
    Wish,
    confirm_subscription,
    end_subscription,
    subscribe,
)

__all__ = [
    "Wish",
    "confirm_subscription",
    "end_subscription",
    "publish_forecast",
    "send_confirmation",
    "send_digest",
    "send_digests",
    "subscribe",
]
