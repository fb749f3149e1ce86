"""Entry points of background jobs: one call each."""

from django.utils.timezone import localdate

from perenne.domain.compliance import actions
from perenne.domain.compliance.actions import following_mails, mailing
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


@task(name="compliance.tell_letter", retry=3)
def tell_letter(letter_id: int) -> None:
    mailing.send_letter(letter_id=letter_id)


@task(name="compliance.tell_answer", retry=3)
def tell_answer(observation_id: int) -> None:
    mailing.send_answer(observation_id=observation_id)


@task(name="compliance.tell_proposed", retry=3)
def tell_proposed(proposal_id: int) -> None:
    mailing.send_proposed(proposal_id=proposal_id)


@task(name="compliance.tell_decided", retry=3)
def tell_decided(decision_id: int) -> None:
    mailing.send_decided(decision_id=decision_id)


@task(name="compliance.tell_closed", retry=3)
def tell_closed(shortfall_id: int) -> None:
    mailing.send_closed(shortfall_id=shortfall_id)
