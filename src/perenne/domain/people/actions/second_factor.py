"""A code of six digits opens one door once, whatever the number of servers that read it."""

from allauth.mfa.models import Authenticator
from django.db import transaction

SPENT = "last_step"


@transaction.atomic
def spend_code(*, authenticator_id: int, step: int) -> bool:
    """False when this code, or a later one, was used already (RFC 6238, 5.2)."""
    app = Authenticator.objects.select_for_update(no_key=True).get(pk=authenticator_id)
    if step <= app.data.get(SPENT, -1):
        return False
    app.data[SPENT] = step
    app.save(update_fields=["data"])
    return True
