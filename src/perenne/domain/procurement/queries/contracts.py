"""What one may ask about contracts: the list, and everything that their page shows."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery

from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.policy import CARRYING_OUT, CONTRACTS
from perenne.domain.procurement.queries.acts import acts_on
from perenne.domain.procurement.queries.facts import ContractFacts
from perenne.domain.procurement.queries.gathering import facts_in, with_facts
from perenne.domain.procurement.queries.parties import PartyNode, tree_of
from perenne.domain.procurement.queries.timeline import Moment, timeline_of
from perenne.domain.procurement.states import ContractForm, ContractState, PartyRole
from perenne.kit.actors import Actor
from perenne.kit.paging import Page, page_of
from perenne.kit.refusals import NotFound
from perenne.rules.contracts import Caution, amended_amount, framework_length, orders_within
from perenne.rules.needs import BuyerKind
from perenne.rules.segments import find_segment
from perenne.values import Euros

ON_A_PAGE = 30
READING = {"contract.view", "contract.read_history", "contract.record"}
ACTS = tuple(act for act in CONTRACTS.grants if act not in READING)


class View(StrEnum):
    """Which contracts a list shows."""

    LIVING = "en-cours"
    TO_NOTIFY = "a-notifier"
    OVER = "termines"
    ALL = "tous"

    @property
    def label(self) -> str:
        return {
            View.LIVING: "En cours",
            View.TO_NOTIFY: "À notifier",
            View.OVER: "Terminés",
            View.ALL: "Tous",
        }[self]

    @property
    def rows(self) -> Q:
        return {
            View.LIVING: Q(state=ContractState.NOTIFIED),
            View.TO_NOTIFY: Q(state=ContractState.SIGNED),
            View.OVER: Q(state__in=[ContractState.ENDED, ContractState.TERMINATED]),
            View.ALL: Q(),
        }[self]


@dataclass(frozen=True, slots=True)
class ContractRow:
    id: int
    reference: str
    object: str
    buyer: str
    lead: str
    form: ContractForm
    state: ContractState
    amount: Euros
    notified_on: date | None


@dataclass(frozen=True, slots=True)
class ContractCard:
    """`facts` as of today; `amount` and `ends_on` as amended and renewed."""

    facts: ContractFacts
    on: date
    buyer: str
    facilitator: Contact
    lot: str
    consultation_id: int | None
    framework: str
    parties: tuple[PartyNode, ...]
    timeline: tuple[Moment, ...]
    cautions: tuple[Caution, ...]
    may: frozenset[str]
    shows_amounts: bool

    @property
    def id(self) -> int:
        return self.facts.id

    @property
    def amount(self) -> Euros:
        return self.facts.amount_on(self.on)

    @property
    def ends_on(self) -> date | None:
        return self.facts.ends_on(self.on)

    @property
    def last_day(self) -> date | None:
        """As known today: amended, renewed."""
        return self.ends_on - timedelta(1) if self.ends_on else None

    @property
    def signed_amount(self) -> str:
        return f"{self.facts.amount} à la signature"

    @property
    def length(self) -> str:
        """« 12 mois, 3 reconductions de 12 mois possibles »."""
        facts = self.facts
        firm = f"{facts.months_on(self.on)} mois"
        if not facts.renewals:
            return firm
        plural = "s" if facts.renewals > 1 else ""
        return (
            f"{firm}, {facts.renewals} reconduction{plural} de {facts.renewal_months} mois "
            f"possible{plural}"
        )

    @property
    def is_suspended(self) -> bool:
        return self.facts.is_suspended(self.on)

    @property
    def is_over(self) -> bool:
        return self.facts.state in {ContractState.ENDED, ContractState.TERMINATED}


def contracts_of(
    *, seen_by: Actor, view: View = View.LIVING, buyer_id: int | None = None, page: int = 1
) -> Page[ContractRow]:
    """The last notified first; two queries."""
    lead = Party.objects.filter(contract=OuterRef("pk"), role=PartyRole.LEAD)
    rows = CONTRACTS.rows("contract.view", seen_by).filter(view.rows)
    if buyer_id is not None:
        rows = rows.filter(buyer_id=buyer_id)
    named = rows.select_related("buyer").annotate(lead=Subquery(lead.values("name")[:1]))
    ordered = named.order_by(F("notified_on").desc(nulls_first=True), "-pk")
    return page_of(ordered, page, size=ON_A_PAGE, card_of=_row)


def _row(row: Any) -> ContractRow:
    return ContractRow(
        id=row.pk,
        reference=row.reference,
        object=row.object,
        buyer=row.buyer.name,
        lead=row.lead or "",
        form=ContractForm(row.form),
        state=ContractState(row.state),
        amount=Euros(row.amount_cents),
        notified_on=row.notified_on,
    )


def contract_card(
    contract_id: int, *, seen_by: Actor, on: date, act: str = "contract.view"
) -> ContractCard:
    """Three queries: the contract with all that happened to it, whom to call, the buttons."""
    rows = CONTRACTS.rows(act, seen_by).filter(pk=contract_id)
    row: Any = with_facts(rows).select_related("buyer", "lot", "framework").first()
    if row is None:
        raise NotFound(contract_id)
    facts = facts_in(row)
    may = acts_on(CONTRACTS, ACTS, seen_by, [row.pk])[row.pk]
    is_party = seen_by.role in CARRYING_OUT
    return ContractCard(
        facts=facts,
        on=on,
        buyer=row.buyer.name,
        facilitator=contact_at(row.facilitator_id),
        lot=row.lot.object if row.lot else "",
        consultation_id=row.lot.consultation_id if row.lot and not is_party else None,
        framework=row.framework.reference if row.framework else "",
        parties=tree_of(
            facts.parties, for_organisation=seen_by.organisation_id if is_party else None
        ),
        timeline=timeline_of(facts, shows_amounts=not is_party),
        cautions=() if is_party else _cautions(facts, row.buyer.buyer_kind, on),
        may=may,
        shows_amounts=not is_party,
    )


def _cautions(facts: ContractFacts, buyer_kind: str, on: date) -> tuple[Caution, ...]:
    """What the law says of the contract as it stands: told, and never a refusal."""
    buyer = BuyerKind(buyer_kind) if buyer_kind else None
    now, day = facts.amount_on(on), facts.signed_on or on
    found = [
        amended_amount(
            facts.amount, now, kind=find_segment(facts.object, facts.cpv).contract_kind, on=day
        )
    ]
    if facts.form is ContractForm.FRAMEWORK:
        longest = facts.months_on(on) + facts.renewals * facts.renewal_months
        ordered = sum((order.ordered for order in facts.call_offs), Euros(0))
        found += [
            framework_length(longest, buyer=buyer, on=day),
            orders_within(now, ordered),
        ]
    return tuple(caution for caution in found if caution)
