"""Background entry points: one call each."""

from django.utils.timezone import now

from perenne.domain.membership import actions
from perenne.kit.jobs import A_DAY, task


@task(name="membership.confirm", retry=A_DAY)
def confirm(membership_id: int) -> None:
    actions.send_confirmation(membership_id=membership_id, now=now())
