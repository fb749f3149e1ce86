"""The hours to come: everybody reads and subscribes; a signed address confirms or ends."""

from django.utils.timezone import localdate

from perenne.domain.assessments.models import Subscription
from perenne.domain.assessments.queries import key_for
from perenne.domain.assessments.queries.subscriptions import CONFIRM, END

ROWS = """
                               nob vis buy bu2 fac fa2 coo com str pre
assessments:forecast  -        200 200 200 200 200 200 200 200 200 200
assessments:export    -        200 200 200 200 200 200 200 200 200 200
assessments:feed      -        200 200 200 200 200 200 200 200 200 200
assessments:calendar  -        200 200 200 200 200 200 200 200 200 200
assessments:subscribe -        200 200 200 200 200 200 200 200 200 200
assessments:confirm   asked    200 200 200 200 200 200 200 200 200 200
assessments:confirm   forged   404 404 404 404 404 404 404 404 404 404
assessments:end       leaving  200 200 200 200 200 200 200 200 200 200
assessments:end       forged   404 404 404 404 404 404 404 404 404 404
"""


def things(_committee):
    today = localdate()
    row = Subscription.objects.create(
        email="abonnee@exemple.test", asked_on=today, last_contact_on=today
    )
    return {
        "asked": [key_for(CONFIRM, row.pk)],
        "leaving": [key_for(END, row.pk)],
        "forged": ["12:forged:key"],
    }
