"""What was already decided: hours that a decision settled, euros incurred under a contract.

An hour paid for, or forgiven, is not claimed twice; an hour that a plan was to catch up still is.
Caps look at the total of a contract.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.models import Decision
from perenne.domain.compliance.states import Outcome
from perenne.values import Euros, Hours

SETTLING = [Outcome.APPLIED.value, Outcome.REDUCED.value, Outcome.WAIVED.value]
NO_HOURS = Hours(0)


@dataclass(frozen=True, slots=True)
class Past:
    """Minutes by commitment, cents by contract."""

    minutes: Mapping[int, int] = field(default_factory=dict)
    cents: Mapping[int, int] = field(default_factory=dict)

    def settled(self, row: Commitment, lacking: Hours) -> Hours:
        """Of those that lack now."""
        return min(lacking, Hours(self.minutes.get(row.pk, 0)))

    def incurred(self, row: Commitment) -> Euros:
        return Euros(self.cents.get(row.contract_id, 0))


NOTHING_PAST = Past()


def past_of(contracts: Collection[int]) -> Past:
    """One query for all of them. Each proposal leaves out what was settled before it: the hours
    settled on a commitment are those that the last one found lacking."""
    minutes: dict[int, int] = defaultdict(int)
    cents: dict[int, int] = defaultdict(int)
    rows = Decision.objects.filter(
        proposal__shortfall__commitment__contract__in=contracts, outcome__in=SETTLING
    ).select_related("proposal__shortfall__commitment")
    for row in rows:
        proposal = row.proposal
        commitment = proposal.shortfall.commitment
        lacking = proposal.missing_minutes + proposal.inputs["facts"]["exonerated_minutes"]
        minutes[commitment.pk] = max(minutes[commitment.pk], lacking)
        cents[commitment.contract_id] += row.amount_cents
    return Past(minutes, cents)
