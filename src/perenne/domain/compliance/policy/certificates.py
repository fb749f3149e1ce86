"""Who may do what to a certificate: its facilitator issues it; its people read it; all check it."""

from django.db.models import Q

from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.states import CommitmentState
from perenne.domain.compliance.models import Certificate
from perenne.domain.compliance.policy.reviews import TO_CONTRACT, read_by
from perenne.domain.compliance.states import CERTIFICATE_LIFE
from perenne.domain.procurement import policy as of_contracts
from perenne.kit.actors import Actor
from perenne.kit.policy import Grant, Policy


def its_facilitator(act: str) -> Grant:
    return lambda actor: (
        of_contracts.at_its_facilitator(actor, TO_CONTRACT)
        & Q(state__in=CERTIFICATE_LIFE.sources(act))
    )


def may_issue(actor: Actor) -> Q:
    """Once the contract is under way, and after its end."""
    return of_contracts.at_its_facilitator(actor, "contract__") & ~Q(state=CommitmentState.PENDING)


CERTIFIED_GRANTS: dict[str, Grant] = {"certificate.issue": may_issue}
CERTIFICATE_GRANTS: dict[str, Grant] = {
    "certificate.view": read_by,
    "certificate.replace": its_facilitator("certificate.replace"),
    "certificate.revoke": its_facilitator("certificate.revoke"),
}
CERTIFIED = Policy(Commitment, CERTIFIED_GRANTS)
CERTIFICATES = Policy(Certificate, CERTIFICATE_GRANTS)
