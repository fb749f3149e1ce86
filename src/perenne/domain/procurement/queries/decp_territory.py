"""What a published contract is held against: our buyers, our contracts, our territory."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.organisations.states import CLOSED
from perenne.domain.procurement.models import Contract
from perenne.kit.actors import Actor, Role
from perenne.kit.decp import Place, Published
from perenne.kit.tenancy import current_committee

WIDER = frozenset({"Code région", "Code pays"})
CORSICA = {"2A": "20", "2B": "20"}


@dataclass(frozen=True, slots=True)
class OurBuyer:
    id: int
    name: str
    seat: str
    """The INSEE code of its commune, "" when it is not known."""


@dataclass(frozen=True, slots=True)
class Held:
    """A contract of ours that bears the number of a published one."""

    id: int
    year: int


@dataclass(frozen=True)
class Territory:
    """Read once for a whole file."""

    department: str
    buyers: Mapping[str, OurBuyer]
    contracts: Mapping[tuple[int, str], tuple[Held, ...]] = field(repr=False)
    is_of_one_buyer: bool = False
    """A buyer's file says nothing of anybody else."""

    def buyer_of(self, record: Published) -> OurBuyer | None:
        return self.buyers.get(record.buyer)

    def holds(self, place: Place) -> bool:
        """Whether it is carried out here: a region or a country is too wide to say so."""
        code = place.code.upper().replace(" ", "")
        if not code or place.kind in WIDER or self.is_of_one_buyer:
            return False
        own = self.department
        return code.startswith(CORSICA.get(own, own) if place.kind == "Code postal" else own)

    def held(self, buyer: OurBuyer, record: Published) -> tuple[Held, ...]:
        """Same buyer, same number; the year of notification tells apart what else would not."""
        same = self.contracts.get((buyer.id, record.id), ())
        of_year = tuple(one for one in same if one.year in {0, record.year})
        return of_year if record.year else same


def territory_of(actor: Actor) -> Territory:
    """Two queries."""
    rows = Organisation.objects.filter(kind=Kind.BUYER, siret__isnull=False).exclude(state=CLOSED)
    contracts = Contract.objects.all()
    if actor.role is Role.BUYER:
        rows = rows.filter(pk=actor.organisation_id or 0)
        contracts = contracts.filter(buyer_id=actor.organisation_id)
    held = defaultdict[tuple[int, str], list[Held]](list)
    for pk, buyer_id, reference, day in contracts.values_list(
        "pk", "buyer_id", "reference", "notified_on"
    ):
        held[buyer_id, reference].append(Held(pk, day.year if day else 0))
    return Territory(
        current_committee().upper(),
        {row.siret: OurBuyer(row.pk, row.name, row.commune_id or "") for row in rows if row.siret},
        {key: tuple(many) for key, many in held.items()},
        actor.role is Role.BUYER,
    )
