"""An edition a month: the figures of two days would tell, by difference, of one purchase."""

from datetime import date

from django.db import transaction

from perenne.domain.assessments.models import Forecast
from perenne.domain.assessments.policy import FORECASTS
from perenne.domain.assessments.queries.forecast import content_on
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record


@transaction.atomic
def publish_forecast(*, by: Actor, today: date) -> int | None:
    """Its number; None when this month has one. Run twice at once, one edition is kept."""
    FORECASTS.admit("forecast.publish", by)
    if Forecast.objects.filter(made_on__gte=today.replace(day=1)).exists():
        return None
    row, is_new = Forecast.objects.get_or_create(
        made_on=today, defaults={"content": content_on(today)}
    )
    if not is_new:
        return None
    record("forecast.publish", row, by=by)
    return row.pk
