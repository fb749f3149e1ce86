"""Entry points of background jobs: one call each."""

from django.utils.timezone import localdate

from perenne.domain.compliance import actions
from perenne.domain.compliance.actions import following_mails
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import every_night, task


@every_night(name="compliance.watch_paces")
def watch_paces() -> None:
    actions.watch_paces(by=HOUSE, on=localdate())


@every_night(name="compliance.foresee_reviews")
def foresee_reviews() -> None:
    actions.foresee_reviews(by=HOUSE, on=localdate())


@task(name="compliance.tell_planned", retry=3)
def tell_planned(review_id: int) -> None:
    following_mails.send_planned(review_id=review_id)


@task(name="compliance.tell_cancelled", retry=3)
def tell_cancelled(review_id: int) -> None:
    following_mails.send_cancelled(review_id=review_id)


@task(name="compliance.tell_shared", retry=3)
def tell_shared(review_id: int) -> None:
    following_mails.send_shared(review_id=review_id)


@task(name="compliance.tell_issued", retry=3)
def tell_issued(certificate_id: int) -> None:
    following_mails.send_issued(certificate_id=certificate_id)
