"""Entry points of background jobs: one call each."""

from django.utils.timezone import localdate, localtime, now

from perenne.domain.compliance import actions
from perenne.domain.compliance.actions import following_mails, mailing
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import A_DAY, all_day, every_night, task
from perenne.rules.notices import opens_at


@every_night(name="compliance.watch_paces")
def watch_paces() -> None:
    actions.watch_paces(by=HOUSE, on=localdate())


@all_day(name="compliance.end_settled", lock="compliance.end_settled")
def end_settled() -> None:
    actions.end_settled(by=HOUSE, on=localdate(), tell_at=opens_at(localtime()))


@every_night(name="compliance.foresee_reviews")
def foresee_reviews() -> None:
    actions.foresee_reviews(by=HOUSE, on=localdate())


@task(name="compliance.tell_planned", retry=A_DAY)
def tell_planned(review_id: int) -> None:
    following_mails.send_planned(review_id=review_id, now=now())


@task(name="compliance.tell_cancelled", retry=A_DAY)
def tell_cancelled(review_id: int) -> None:
    following_mails.send_cancelled(review_id=review_id, now=now())


@task(name="compliance.tell_shared", retry=A_DAY)
def tell_shared(review_id: int) -> None:
    following_mails.send_shared(review_id=review_id, now=now())


@task(name="compliance.tell_issued", retry=A_DAY)
def tell_issued(certificate_id: int) -> None:
    following_mails.send_issued(certificate_id=certificate_id, now=now())


@task(name="compliance.tell_letter", retry=A_DAY)
def tell_letter(letter_id: int) -> None:
    mailing.send_letter(letter_id=letter_id, now=now())


@task(name="compliance.tell_answer", retry=A_DAY)
def tell_answer(observation_id: int) -> None:
    mailing.send_answer(observation_id=observation_id, now=now())


@task(name="compliance.tell_proposed", retry=A_DAY)
def tell_proposed(proposal_id: int) -> None:
    mailing.send_proposed(proposal_id=proposal_id, now=now())


@task(name="compliance.tell_decided", retry=A_DAY)
def tell_decided(decision_id: int) -> None:
    mailing.send_decided(decision_id=decision_id, now=now())


@task(name="compliance.tell_closed", retry=A_DAY)
def tell_closed(shortfall_id: int) -> None:
    mailing.send_closed(shortfall_id=shortfall_id, now=now())
