"""Background entry points: one call each."""

from perenne.domain.procurement import actions
from perenne.kit.jobs import task


@task(name="procurement.invite_party", retry=3)
def invite_party(party_id: int) -> None:
    actions.send_invitation_to_party(party_id=party_id)
