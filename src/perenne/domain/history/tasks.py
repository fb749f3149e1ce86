"""Background entry points: one call each."""

from django.conf import settings
from django.utils.timezone import localdate, now

from perenne.domain.history import actions
from perenne.kit.jobs import every_night, task


@every_night
@task(name="history.send_heads", retry=3)
def send_heads(timestamp: int) -> None:
    """`timestamp`: when the night was due, in seconds."""
    actions.send_heads(to=settings.JOURNAL_WITNESSES, today=localdate())


@every_night
@task(name="history.forget_readings", retry=3)
def forget_readings(timestamp: int) -> None:
    """`timestamp`: when the night was due, in seconds."""
    actions.forget_readings(now=now())
