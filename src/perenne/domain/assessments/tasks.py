"""Background entry points: one call each."""

from django.utils.timezone import localdate, localtime, now

from perenne.domain.assessments import actions
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import A_DAY, every_night, regularly, task


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


@every_night(name="assessments.publish_statistics")
def publish_statistics() -> None:
    """What was written before this day: no transaction of that time is still open."""
    midnight = localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    actions.publish_statistics(by=HOUSE, now=midnight, today=localdate())


@regularly(cron="* * * * * */10", name="assessments.fold", lock="assessments.fold")
def fold() -> None:
    """Within ten seconds: what waits is counted meanwhile, at the cost of whoever reads."""
    actions.fold(by=HOUSE)


@regularly(cron="* * * * *", name="assessments.keep_footings", lock="assessments.fold")
def keep_footings() -> None:
    """Of what changed; all commitments are read again soon after midnight."""
    actions.keep_footings(by=HOUSE, on=localdate())


@every_night(name="assessments.audit", lock="assessments.audit")
def audit() -> None:
    """Facts and dues each night, the lines of each large scope once a week."""
    actions.fold(by=HOUSE)
    actions.sum_large_scopes(by=HOUSE)
    actions.audit_tonight(by=HOUSE, on=localdate())
