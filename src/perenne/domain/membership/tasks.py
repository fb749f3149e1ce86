"""Background entry points: one call each."""

from perenne.domain.membership import actions
from perenne.kit.jobs import task


@task(name="membership.confirm", retry=3)
def confirm(membership_id: int) -> None:
    actions.send_confirmation(membership_id=membership_id)
