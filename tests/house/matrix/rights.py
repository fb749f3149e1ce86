"""Rights: what I see of mine, what the coordination answers, what a link by mail opens."""

from django.utils.timezone import localdate

from perenne.domain.rights.actions import answer_request, ask_without_account
from perenne.domain.rights.actions.asking import Asked
from perenne.domain.rights.factories import new_consent, new_request
from perenne.domain.rights.queries import FOLLOW, WITHDRAW, key_of
from perenne.domain.rights.states import RequestKind

ROWS = """
                                            nob vis buy bu2 fac fa2 coo com str pre
rights:mine                -                302 302 200 200 200 200 200 200 200 200
rights:export              -           POST 302 302 200 200 200 200 200 200 200 200
rights:ask                 -                302 302 200 200 200 200 200 200 200 200
rights:ask_without_account -                200 200 200 200 200 200 200 200 200 200
rights:follow              asked_by_mail    200 200 200 200 200 200 200 200 200 200
rights:follow              forged           404 404 404 404 404 404 404 404 404 404
rights:export_followed     granted     POST 200 200 200 200 200 200 200 200 200 200
rights:export_followed     asked_by_mail POST 404 404 404 404 404 404 404 404 404 404
rights:withdraw            agreed           200 200 200 200 200 200 200 200 200 200
rights:withdraw            forged           404 404 404 404 404 404 404 404 404 404
rights:desk                -                302 302 404 404 404 404 200 404 404 404
rights:show                of_the_buyer     302 302 200 404 404 404 200 404 404 404
rights:show                of_the_desk      302 302 404 404 404 404 200 404 404 404
rights:answer              of_the_buyer     302 302 404 404 404 404 200 404 404 404
rights:answer              of_the_desk      302 302 404 404 404 404 404 404 404 404
rights:refuse              of_the_buyer     302 302 404 404 404 404 200 404 404 404
rights:extend              of_the_buyer     302 302 404 404 404 404 200 404 404 404
rights:lift                frozen      POST 302 302 404 404 404 404 302 404 404 404
rights:lift                of_the_buyer POST 302 302 404 404 404 404 404 404 404 404
"""


def things(committee):
    today = localdate()
    asked = new_request(RequestKind.ERASURE, by=committee.buyer, today=today)
    frozen, granted = (
        new_request(kind, today=today) for kind in (RequestKind.LIMITATION, RequestKind.ACCESS)
    )
    for row in (frozen, granted):
        answer_request(
            request_id=row.pk, answer="D’accord.", by=committee.coordination, today=today
        )
    by_mail = ask_without_account(
        asked=Asked(RequestKind.ACCESS),
        full_name="Paul Petit",
        email="paul@exemple.test",
        by=committee.nobody,
        today=today,
    )
    return {
        "of_the_buyer": [asked.pk],
        "of_the_desk": [new_request(by=committee.coordination, today=today).pk],
        "frozen": [frozen.pk],
        "granted": [key_of(FOLLOW, granted.pk)],
        "asked_by_mail": [key_of(FOLLOW, by_mail)],
        "agreed": [key_of(WITHDRAW, new_consent().pk)],
        "forged": ["12:forged:key"],
    }
