"""Background entry points: one call each."""

from django.utils.timezone import now

from perenne.domain.sourcing.actions import asking, mailing
from perenne.kit.actors import HOUSE
from perenne.kit.jobs import A_DAY, all_day, task


@all_day(name="sourcing.go_round", lock="sourcing.go_round")
def go_round() -> None:
    """Each half hour; the rule says on which days and in which hours somebody is asked."""
    asking.go_round(by=HOUSE, now=now())


@task(name="sourcing.send_wave")
def send_wave(opening_id: int) -> None:
    asking.send_wave(opening_id=opening_id, by=HOUSE, now=now())


@task(name="sourcing.mail_question", retry=A_DAY)
def mail_question(solicitation_id: int) -> None:
    mailing.send_question(solicitation_id=solicitation_id, now=now())


@task(name="sourcing.tell_offer", retry=A_DAY)
def tell_offer(offer_id: int) -> None:
    mailing.send_offer(offer_id=offer_id, now=now())


@task(name="sourcing.tell_settled", retry=A_DAY)
def tell_settled(offer_id: int) -> None:
    mailing.send_settled(offer_id=offer_id, now=now())


@task(name="sourcing.tell_over", retry=A_DAY)
def tell_over(solicitation_id: int) -> None:
    mailing.send_over(solicitation_id=solicitation_id, now=now())


@task(name="sourcing.tell_proposed", retry=A_DAY)
def tell_proposed(candidate_id: int) -> None:
    mailing.send_proposed(candidate_id=candidate_id, now=now())


@task(name="sourcing.tell_candidate", retry=A_DAY)
def tell_candidate(candidate_id: int) -> None:
    mailing.send_candidate(candidate_id=candidate_id, now=now())
