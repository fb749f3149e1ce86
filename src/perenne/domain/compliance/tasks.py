"""Background entry points: one call each."""

from perenne.domain.compliance.actions import mailing
from perenne.kit.jobs import task


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
