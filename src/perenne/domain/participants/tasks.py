"""Background entry points: one call each."""

from django.utils.timezone import now

from perenne.domain.participants.actions import informing, linking, mailing
from perenne.kit.jobs import task


@task(name="participants.tell_asked", retry=3)
def tell_asked(file_id: int) -> None:
    mailing.send_asked(file_id=file_id)


@task(name="participants.tell_answer", retry=3)
def tell_answer(file_id: int) -> None:
    mailing.send_answer(file_id=file_id)


@task(name="participants.tell_said", retry=3)
def tell_said(file_id: int) -> None:
    mailing.send_said(file_id=file_id)


@task(name="participants.mail_question", retry=3)
def mail_question(link_id: int) -> None:
    informing.mail_question(link_id=link_id)


@task(name="participants.mail_link", retry=3)
def mail_link(participant_id: int) -> None:
    linking.send_link(participant_id=participant_id, now=now())
