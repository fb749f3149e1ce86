"""Background entry points: one call each."""

from django.utils.timezone import localdate, now

from perenne.domain.assessments import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import A_DAY, every_night, task


@task(name="assessments.send_confirmation", retry=A_DAY)
def send_confirmation(subscription_id: int) -> None:
    actions.send_confirmation(subscription_id=subscription_id, now=now())


@task(name="assessments.send_digest", retry=A_DAY)
def send_digest(subscription_id: int) -> None:
    actions.send_digest(subscription_id=subscription_id, now=now())


@every_night(name="assessments.publish_forecast")
def publish_forecast() -> None:
    actions.publish_forecast(by=HOUSE, today=localdate())


@every_night(name="assessments.send_digests")
def send_digests() -> None:
    actions.send_digests(by=HOUSE, now=now())
