"""What one may do to the forecast, to bilans, to figures. The only writers of these tables."""

from perenne.domain.assessments.actions.counting import publish_now, publish_statistics
from perenne.domain.assessments.actions.folding import fold
from perenne.domain.assessments.actions.footing import keep_footings
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
from perenne.domain.assessments.actions.summing import (
    Drift,
    audit_summaries,
    audit_tonight,
    sum_large_scopes,
)

__all__ = [
    "Drift",
    "Of",
    "Wish",
    "audit_summaries",
    "audit_tonight",
    "confirm_subscription",
    "end_subscription",
    "fold",
    "freeze_bilan",
    "keep_footings",
    "publish_forecast",
    "publish_now",
    "publish_statistics",
    "send_confirmation",
    "send_digest",
    "send_digests",
    "sign_bilan",
    "subscribe",
    "sum_large_scopes",
    "write_narrative",
]
