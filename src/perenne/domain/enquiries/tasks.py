"""Background entry points: one call each."""

from perenne.domain.enquiries.actions import mailing
from perenne.kit.jobs import task


@task(name="enquiries.send_receipt", retry=3)
def send_receipt(enquiry_id: int) -> None:
    mailing.send_receipt(enquiry_id)


@task(name="enquiries.send_news", retry=3)
def send_news(enquiry_id: int) -> None:
    mailing.send_news(enquiry_id)


@task(name="enquiries.send_handover", retry=3)
def send_handover(enquiry_id: int) -> None:
    mailing.send_handover(enquiry_id)


@task(name="enquiries.send_reply", retry=3)
def send_reply(reply_id: int) -> None:
    mailing.send_reply(reply_id)
