"""Background entry points: one call each."""

from django.conf import settings
from django.utils.timezone import now

from perenne.domain.history import actions
from perenne.kit.jobs import A_DAY, every_night


@every_night(name="history.send_heads", retry=A_DAY)
def send_heads() -> None:
    actions.send_heads(to=settings.JOURNAL_WITNESSES, now=now())


@every_night(name="history.forget_readings", retry=A_DAY)
def forget_readings() -> None:
    actions.forget_readings(now=now())
