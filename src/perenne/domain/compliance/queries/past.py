"""What was already decided: hours that a decision settled, euros incurred under a contract.

An hour paid for, or forgiven, is not claimed twice; an hour that a plan was to catch up still is.
The final certificate of a contract settles all of it. Caps look at the total of a contract.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import JSONObject

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
    """One query for all of them. Each proposal leaves out what was settled before it: the hours
    settled on a commitment are those that the last one found lacking."""
    settling = Decision.objects.filter(
        proposal__shortfall__commitment=OuterRef("pk"), outcome__in=SETTLING
    )
    told = JSONObject(
        lacking="proposal__missing_minutes",
        exonerated=F("proposal__inputs__facts__exonerated_minutes"),
        cents="amount_cents",
    )
    final = Certificate.objects.filter(
        commitment=OuterRef("pk"), kind=CertificateKind.FINAL, state=ISSUED
    )
    rows = Commitment.objects.filter(contract__in=contracts).annotate(
        decided=ArraySubquery(settling.order_by("pk").values(told=told)), has_final=Exists(final)
    )
    minutes: dict[int, int] = {}
    cents: dict[int, int] = defaultdict(int)
    certified: set[int] = set()
    for pk, contract, decided, has_final in rows.values_list(
        "pk", "contract_id", "decided", "has_final"
    ):
        minutes[pk] = max((it["lacking"] + it["exonerated"] for it in decided), default=0)
        cents[contract] += sum(it["cents"] for it in decided)
        if has_final:
            certified.add(pk)
    return Past(minutes, cents, frozenset(certified))
