"""What one may do to the forecast and to bilans. The only writers of this app's tables."""

from perenne.domain.assessments.actions.frozen import (
    Of,
    freeze_bilan,
    sign_bilan,
    write_narrative,
)
from perenne.domain.assessments.actions.mailing import send_confirmation, send_digest, send_digests
from perenne.domain.assessments.actions.publishing import publish_forecast
from perenne.domain.assessments.actions.subscribing import (
    Wish,
    confirm_subscription,
    end_subscription,
    subscribe,
)

__all__ = [
    "Of",
    "Wish",
    "confirm_subscription",
    "end_subscription",
    "freeze_bilan",
    "publish_forecast",
    "send_confirmation",
    "send_digest",
    "send_digests",
    "sign_bilan",
    "subscribe",
    "write_narrative",
]
