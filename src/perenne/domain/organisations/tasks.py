"""Background entry points: one call each."""

from django.utils import timezone

from perenne.domain.organisations import actions
from perenne.kit.jobs import A_DAY, task


@task(name="organisations.send_invitation", retry=A_DAY)
def send_invitation(invitation_id: int) -> None:
    actions.send_invitation(invitation_id=invitation_id, now=timezone.now())


@task(name="organisations.send_request", retry=A_DAY)
def send_request(request_id: int) -> None:
    actions.send_request(request_id=request_id, now=timezone.now())


@task(name="organisations.send_answer", retry=A_DAY)
def send_answer(request_id: int) -> None:
    actions.send_answer(request_id=request_id, now=timezone.now())


@task(name="organisations.send_verdict", retry=A_DAY)
def send_verdict(organisation_id: int) -> None:
    actions.send_verdict(organisation_id=organisation_id, now=timezone.now())
