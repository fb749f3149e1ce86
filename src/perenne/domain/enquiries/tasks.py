"""Background entry points: one call each."""

from django.utils.timezone import now

from perenne.domain.enquiries.actions import mailing
from perenne.kit.jobs import A_DAY, task


@task(name="enquiries.send_receipt", retry=A_DAY)
def send_receipt(enquiry_id: int) -> None:
    mailing.send_receipt(enquiry_id, now=now())


@task(name="enquiries.send_news", retry=A_DAY)
def send_news(enquiry_id: int) -> None:
    mailing.send_news(enquiry_id, now=now())


@task(name="enquiries.send_handover", retry=A_DAY)
def send_handover(enquiry_id: int) -> None:
    mailing.send_handover(enquiry_id, now=now())


@task(name="enquiries.send_reply", retry=A_DAY)
def send_reply(reply_id: int) -> None:
    mailing.send_reply(reply_id, now=now())
