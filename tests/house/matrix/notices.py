"""Reminders and calendars: everybody’s own; a calendar is read by whoever holds its address."""

from perenne.domain.notices.actions import open_agenda
from perenne.domain.notices.queries import agenda_address

ROWS = """
                                                nob vis buy bu2 fac fa2 coo com str pre
notices:mine               -                  302 302 200 200 200 200 200 200 200 200
notices:prefer             -                  302 302 200 200 200 200 200 200 200 200
notices:inbox              -                  302 302 404 404 404 404 404 404 404 404
notices:sent               -                  302 302 200 200 200 200 200 200 200 200
notices:agenda             -                  302 302 200 200 200 200 200 200 200 200
notices:feed               token              200 200 200 200 200 200 200 200 200 200
"""


def things(committee):
    open_agenda(by=committee.buyer)
    token = agenda_address(committee.buyer).rpartition("/")[2].removesuffix(".ics")
    return {"token": [token]}
