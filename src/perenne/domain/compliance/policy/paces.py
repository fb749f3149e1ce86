"""Who follows the pace of a commitment: those who see what it owes; its facilitator answers."""

from django.db.models import Q

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.policy import carried_by
from perenne.domain.compliance.models import PaceAlert
from perenne.domain.procurement import policy as of_contracts
from perenne.kit.actors import Role
from perenne.kit.policy import NOBODY, Grant, Policy

PACE_GRANTS: dict[str, Grant] = {
    "pace.view": lambda actor: (
        of_contracts.seen_by_its_people(actor, "contract__") | carried_by(actor, members_only=True)
    ),
}
ALERT_GRANTS: dict[str, Grant] = {
    "alert.look": lambda actor: (
        of_contracts.at_its_facilitator(actor, "commitment__contract__")
        & Q(ended_on=None, looked_on=None)
    ),
    "alert.note": lambda actor: ~NOBODY if actor.role is Role.HOUSE else NOBODY,
}
PACES = Policy(Commitment, PACE_GRANTS)
ALERTS = Policy(PaceAlert, ALERT_GRANTS)
