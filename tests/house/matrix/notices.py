"""Reminders and calendars: everybody’s own; a calendar is read by whoever holds its address."""

from django.utils.timezone import localdate, now

from perenne.domain.notices.actions import open_agenda
from perenne.domain.notices.queries import agenda_address
from perenne.domain.people.models import Person
from perenne.kit.mails.models import Mail

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
notices:mine               -                  302 302 200 200 200 200 200 200 200 200
notices:prefer             -                  302 302 200 200 200 200 200 200 200 200
notices:inbox              -                  302 302 200 200 200 200 200 200 200 200
notices:sent               -                  302 302 200 200 200 200 200 200 200 200
notices:agenda             -                  302 302 200 200 200 200 200 200 200 200
notices:feed               token              200 200 200 200 200 200 200 200 200 200
"""


def things(committee):
    """A mail has come to each of them."""
    for number, person in enumerate(Person.objects.order_by("pk")):
        Mail.objects.create(
            kind="notices.digest", about=f"digest/{number}", address=person.email.lower(),
            subject="Ce qui vous attend", day=localdate(), state="sent", planned_at=now(),
            sent_at=now(),
        )  # fmt: skip
    open_agenda(by=committee.buyer)
    token = agenda_address(committee.buyer).rpartition("/")[2].removesuffix(".ics")
    return {"token": [token]}
