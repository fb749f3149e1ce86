"""Background entry points: one call each."""

from perenne.domain.participants.actions import mailing
from perenne.kit.jobs import task


@task(name="participants.tell_asked", retry=3)
def tell_asked(file_id: int) -> None:
    mailing.send_asked(file_id=file_id)


@task(name="participants.tell_answer", retry=3)
def tell_answer(file_id: int) -> None:
    mailing.send_answer(file_id=file_id)
