"""What was already decided: hours that a decision settled, euros incurred under a contract.

An hour paid for, or forgiven, is not claimed twice; an hour that a plan was to catch up still is.
The final certificate of a contract settles all of it. Caps look at the total of a contract.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from perenne.domain.clauses.models import Commitment
from perenne.domain.compliance.models import Certificate, Decision
from perenne.domain.compliance.states import ISSUED, Outcome
from perenne.rules.certificates import CertificateKind
from perenne.rules.pace import Settlement
from perenne.values import Euros, Hours

SETTLING = [Outcome.APPLIED.value, Outcome.REDUCED.value, Outcome.WAIVED.value]


@dataclass(frozen=True, slots=True)
class Past:
    """Minutes by commitment, cents by contract; commitments that have their final certificate."""

    minutes: Mapping[int, int] = field(default_factory=dict)
    cents: Mapping[int, int] = field(default_factory=dict)
    certified: frozenset[int] = frozenset()

    def settlement(self, commitment_id: int) -> Settlement:
        hours = Hours(self.minutes.get(commitment_id, 0))
        return Settlement(hours, commitment_id in self.certified)

    def settled(self, row: Commitment, lacking: Hours) -> Hours:
        """Of those that lack now."""
        return lacking - self.settlement(row.pk).left_of(lacking)

    def incurred(self, row: Commitment) -> Euros:
        return Euros(self.cents.get(row.contract_id, 0))


NOTHING_PAST = Past()


def past_of(contracts: Collection[int]) -> Past:
    """Two queries for all of them. Each proposal leaves out what was settled before it: the hours
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
    final = Certificate.objects.filter(
        commitment__contract__in=contracts, kind=CertificateKind.FINAL, state=ISSUED
    )
    return Past(minutes, cents, frozenset(final.values_list("commitment_id", flat=True)))
