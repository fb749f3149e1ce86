"""Adhesion: anybody joins; the coordination lists and excludes. The company is a member."""

from django.utils.timezone import localdate

from perenne.domain.membership.actions import exclude_member
from perenne.domain.membership.factories import new_membership
from perenne.domain.membership.queries import CURRENT

ROWS = """
                                         nob vis buy bu2 fac fa2 coo com str pre
membership:join       -                  200 200 200 200 200 200 200 200 200 200
membership:charter    current            200 200 200 200 200 200 200 200 200 200
membership:charter    never_written      404 404 404 404 404 404 404 404 404 404
membership:leave      -                  302 302 404 404 404 404 404 200 404 404
membership:list       -                  302 302 404 404 404 404 200 404 404 404
membership:exclude    joined             302 302 404 404 404 404 200 404 404 404
membership:exclude    excluded           302 302 404 404 404 404 404 404 404 404
membership:pardon     excluded      POST 302 302 404 404 404 404 302 404 404 404
membership:pardon     joined        POST 302 302 404 404 404 404 404 404 404 404
"""


EVERYBODYS = {"current", "never_written"}
"""Of no committee: the charter, and the kinds of files."""


def things(committee):
    joined, excluded = new_membership(committee.company), new_membership(committee.prescriber)
    exclude_member(
        membership_id=excluded, reason="Heures inventées.", by=committee.coordination,
        today=localdate(),
    )  # fmt: skip
    return {
        "current": [CURRENT.version],
        "never_written": ["0000"],
        "joined": [joined],
        "excluded": [excluded],
    }
