"""Background entry points: one call each."""

from django.utils.timezone import now

from perenne.domain.participants.actions import informing, linking, mailing
from perenne.kit.jobs import A_DAY, task


@task(name="participants.tell_asked", retry=A_DAY)
def tell_asked(file_id: int) -> None:
    mailing.send_asked(file_id=file_id, now=now())


@task(name="participants.tell_answer", retry=A_DAY)
def tell_answer(file_id: int) -> None:
    mailing.send_answer(file_id=file_id, now=now())


@task(name="participants.tell_said", retry=A_DAY)
def tell_said(file_id: int) -> None:
    mailing.send_said(file_id=file_id, now=now())


@task(name="participants.mail_question", retry=A_DAY)
def mail_question(link_id: int) -> None:
    informing.mail_question(link_id=link_id, now=now())


@task(name="participants.mail_link", retry=A_DAY)
def mail_link(participant_id: int) -> None:
    linking.send_link(participant_id=participant_id, now=now())
