"""Background entry points: one call each."""

from django.utils import timezone

from perenne.domain.clauses.actions import mailing
from perenne.kit.jobs import task


@task(name="clauses.tell_started", retry=3)
def tell_started(commitment_id: int) -> None:
    mailing.send_started(commitment_id=commitment_id)


@task(name="clauses.tell_ended", retry=3)
def tell_ended(commitment_id: int) -> None:
    mailing.send_ended(commitment_id=commitment_id)


@task(name="clauses.offer_share", retry=3)
def offer_share(share_id: int) -> None:
    mailing.send_offer(share_id=share_id, now=timezone.now())


@task(name="clauses.tell_answer", retry=3)
def tell_answer(share_id: int) -> None:
    mailing.send_answer(share_id=share_id)


@task(name="clauses.tell_withdrawn", retry=3)
def tell_withdrawn(share_id: int) -> None:
    mailing.send_withdrawn(share_id=share_id)
