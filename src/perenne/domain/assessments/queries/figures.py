"""Key figures of the committee, counted from what the database holds today.

None counts persons: those that do go through `rules.secrecy`, which hides what is below eleven.
"""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.organisations.states import OrganisationState
from perenne.domain.programming.models import PlannedPurchase
from perenne.domain.programming.states import ProgrammeState
from perenne.rules.screening import Advice
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """`purchases` were sent and screened; `hours` are those recommended on them."""

    purchases: int
    hours: Hours
    facilitators: int

    @property
    def are_there(self) -> bool:
        return self.purchases > 0


def key_figures() -> KeyFigures:
    """Two queries. Drafts that nobody sent count for nothing."""
    sent = PlannedPurchase.objects.filter(programme__state=ProgrammeState.SENT).aggregate(
        purchases=Count("pk"),
        minutes=Sum("minutes", filter=Q(advice=Advice.RECOMMENDED)),
    )
    return KeyFigures(
        purchases=sent["purchases"],
        hours=Hours((sent["minutes"] or 0) // 60 * 60),
        facilitators=Organisation.objects.filter(
            kind=Kind.FACILITATOR, state=OrganisationState.VERIFIED
        ).count(),
    )
