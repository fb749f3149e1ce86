"""Background entry points: one call each, for the committee that asked."""

from perenne.domain.membership import actions
from perenne.kit.jobs import task
from perenne.kit.tenancy import within


@task(name="membership.confirm", retry=3)
def confirm(membership_id: int, committee: str) -> None:
    with within(committee):
        actions.send_confirmation(membership_id=membership_id)
