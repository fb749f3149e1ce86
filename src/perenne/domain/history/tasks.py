"""Background entry points: one call each."""

from django.conf import settings
from django.utils.timezone import localdate, now

from perenne.domain.history import actions
from perenne.kit.jobs import every_night


@every_night(name="history.send_heads", retry=3)
def send_heads() -> None:
    actions.send_heads(to=settings.JOURNAL_WITNESSES, today=localdate())


@every_night(name="history.forget_readings", retry=3)
def forget_readings() -> None:
    actions.forget_readings(now=now())
