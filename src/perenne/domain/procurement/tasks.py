"""Background entry points: one call each."""

from django.utils.timezone import now

from perenne.domain.procurement import actions
from perenne.kit.jobs import A_DAY, task


@task(name="procurement.invite_party", retry=A_DAY)
def invite_party(party_id: int) -> None:
    actions.send_invitation_to_party(party_id=party_id, now=now())
