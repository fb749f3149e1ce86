"""What the facilitator reads before alerting a company, and the penalty before proposing it."""

from dataclasses import dataclass
from datetime import date

from perenne.domain.compliance.models import Shortfall
from perenne.domain.compliance.models.shortfalls import LIVE
from perenne.domain.compliance.policy import COMMITMENTS, SHORTFALLS
from perenne.domain.compliance.queries.cards import ShortfallCard
from perenne.domain.compliance.queries.computing import NOTHING_ASKED, Asked, Draft, draft_of
from perenne.domain.compliance.queries.exposures import lead_of
from perenne.domain.compliance.queries.standings import Standing, standings_of
from perenne.kit.actors import Actor
from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Alerting:
    """`standing`: None while the contract has no calendar. `live`: the shortfall that is there."""

    commitment_id: int
    object: str
    reference: str
    buyer: str
    lead: str
    standing: Standing | None
    live: int | None

    @property
    def may_alert(self) -> bool:
        return self.live is None and self.standing is not None and bool(self.standing.open)


def alerting_on(commitment_id: int, *, seen_by: Actor, on: date) -> Alerting:
    rows = COMMITMENTS.rows("shortfall.open", seen_by).filter(pk=commitment_id)
    row = (
        rows.select_related("clause", "contract__buyer").annotate(lead=lead_of("contract")).first()
    )
    if row is None:
        raise NotFound(commitment_id)
    live = Shortfall.objects.filter(commitment=row, state__in=LIVE).values_list("pk", flat=True)
    return Alerting(
        commitment_id=row.pk,
        object=row.contract.object,
        reference=row.contract.reference,
        buyer=row.contract.buyer.name,
        lead=row.lead or "",
        standing=standings_of([row], on=on).get(row.pk),
        live=live.first(),
    )


def penalty_draft(
    card: ShortfallCard, *, seen_by: Actor, on: date, asked: Asked = NOTHING_ASKED
) -> Draft:
    """As it would be proposed today. Refused, in French, while something lacks; two queries."""
    rows = SHORTFALLS.rows("shortfall.propose", seen_by).filter(pk=card.id)
    row = rows.select_related("commitment__clause", "commitment__contract").first()
    if row is None:
        raise NotFound(card.id)
    return draft_of(row, card.standing, on, asked)
