"""Background entry points: one call each."""

from django.utils import timezone

from perenne.domain.clauses.actions import mailing
from perenne.kit.jobs import A_DAY, task


@task(name="clauses.tell_started", retry=A_DAY)
def tell_started(commitment_id: int) -> None:
    mailing.send_started(commitment_id=commitment_id, now=timezone.now())


@task(name="clauses.tell_ended", retry=A_DAY)
def tell_ended(commitment_id: int) -> None:
    mailing.send_ended(commitment_id=commitment_id, now=timezone.now())


@task(name="clauses.offer_share", retry=A_DAY)
def offer_share(share_id: int) -> None:
    mailing.send_offer(share_id=share_id, now=timezone.now())


@task(name="clauses.tell_answer", retry=A_DAY)
def tell_answer(share_id: int) -> None:
    mailing.send_answer(share_id=share_id, now=timezone.now())


@task(name="clauses.tell_withdrawn", retry=A_DAY)
def tell_withdrawn(share_id: int) -> None:
    mailing.send_withdrawn(share_id=share_id, now=timezone.now())
