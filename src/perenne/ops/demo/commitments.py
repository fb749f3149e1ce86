"""Clauses in execution in the demo: a consortium and its subcontractors, a framework agreement
that was amended, renewed and suspended, and a contract that waits to be notified.

Every step is the act that people do: calibrate, word, submit, approve, publish, award, notify.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from perenne.domain.clauses import actions
from perenne.domain.clauses.actions import Terms, Volume
from perenne.domain.clauses.queries import CommitmentCard, basis_decision, clause_card
from perenne.domain.clauses.queries import commitment_card as card_of
from perenne.domain.procurement import actions as contracts
from perenne.domain.procurement.actions import (
    AmendmentFacts,
    Award,
    ConsultationFacts,
    ContractTerms,
    InvoiceFacts,
    LotFacts,
    PartyFacts,
    People,
)
from perenne.domain.procurement.queries import consultation_card, contract_facts
from perenne.domain.procurement.states import ContractForm, Liability
from perenne.kit.actors import Actor
from perenne.ops.demo.partners import COMPANY, STRUCTURE
from perenne.rules.calibration import Recalculation, Scheme
from perenne.rules.needs import BuyerKind
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.segments import Segment
from perenne.rules.wording import Ccag, Globalisation, Publics
from perenne.values import Euros, Hours, Siret

CHAPE = PartyFacts(
    "Chapes de la Brie (démonstration)", Siret.read("99910011800010"), "chapes@demo.example"
)
CARPENTER = PartyFacts(
    "Charpentes de l’Yerres (démonstration)",
    Siret.read("99910012600013"),
    "charpentes@demo.example",
    Euros.of(500_000),
)
FRAMEWORK = "Entretien des espaces verts du patrimoine"
TO_NOTIFY = "Rénovation de la halle couverte"
"""The contract that a journey notifies."""


@dataclass(frozen=True, slots=True)
class Work:
    """A facilitator and a buyer, on a day."""

    facilitator: Actor
    buyer: Actor
    today: date

    def day(self, months: int) -> date:
        """About so many months ago, or to come."""
        return self.today + timedelta(days=30 * months)

    def moment(self, day: date) -> datetime:
        return datetime.combine(day, time(9), UTC)


def commitments_run(
    buyers: Mapping[BuyerKind, Actor], facilitators: list[Actor], *, today: date
) -> None:
    marne, seine, *_ = facilitators
    town = Work(marne, buyers[BuyerKind.LOCAL_AUTHORITY], today)
    landlord = Work(seine, buyers[BuyerKind.SOCIAL_LANDLORD], today)
    _consortium(town)
    _framework(landlord)
    awarded(town, LotFacts(TO_NOTIFY, "", "45262700", Segment.WORKS, amount=Euros.of(1_000_000)), 1)


def _consortium(work: Work) -> None:
    """1 000 hours; one subcontractor has accepted, one has yet to answer."""
    contract_id = awarded(
        work,
        LotFacts(
            "Crèche des Tilleuls, clos et couvert",
            "",
            "45214100",
            Segment.WORKS,
            amount=Euros.of(1_900_000),
        ),
        8,
        volume=Volume(Hours.of(1_000), reason="Arrondi convenu avec l’acheteur."),
        co_contractors=(CARPENTER,),
    )
    commitment_id = started(work, contract_id, ago=7)
    contracts.suspend_contract(
        contract_id=contract_id, since=work.day(-4), until=work.day(-3),
        reason="Intempéries prolongées.", by=work.facilitator,
    )  # fmt: skip
    actions.kick_off_commitment(
        commitment_id=commitment_id, held_on=work.day(-6), by=work.facilitator
    )
    card = card_of(commitment_id, seen_by=work.facilitator)
    for name, hours in ((CARPENTER.name, 300), (STRUCTURE.player.organisation, 250)):
        _entrusted(work, card, name, hours)


def _framework(work: Work) -> None:
    """35 hours for each 20 000 € invoiced above 40 000 €; amended, renewed, suspended."""
    contract_id = awarded(
        work,
        LotFacts(FRAMEWORK, "", "77310000", Segment.GREEN_SPACES,
                 amount=Euros.of(600_000)),
        15,
        volume=Volume(
            scheme=Scheme(Euros.of(20_000), Hours.of(35), Euros.of(40_000), by_whole_steps=True),
            recalculation=Recalculation.BEYOND_5,
            reason="Le volume suit les factures.",
        ),
        form=ContractForm.FRAMEWORK,
    )  # fmt: skip
    commitment_id = started(work, contract_id, ago=14)
    by = work.facilitator
    actions.kick_off_commitment(commitment_id=commitment_id, held_on=work.day(-13), by=by)
    for number, months, ordered, invoiced in (
        (1, -13, 90_000, 90_000), (2, -9, 120_000, 105_000), (3, -2, 150_000, 60_000),
    ):  # fmt: skip
        order = contracts.place_order(
            contract_id=contract_id, reference=f"BC-{number}", ordered=Euros.of(ordered),
            issued_on=work.day(months), by=by,
        )  # fmt: skip
        bill = InvoiceFacts(f"F-{number}", Euros.of(invoiced), work.day(months + 1))
        contracts.record_invoice(contract_id=contract_id, call_off_id=order, said=bill, by=by)
    contracts.suspend_contract(
        contract_id=contract_id, since=work.day(-7), until=work.day(-6),
        reason="Arrêté de sécheresse.", by=by,
    )  # fmt: skip
    amended = AmendmentFacts(
        "Trois mois de plus", signed_on=work.day(-5), effective_on=work.day(-5), months=15
    )
    contracts.amend_contract(contract_id=contract_id, said=amended, by=by)
    contracts.renew_contract(
        contract_id=contract_id, takes_place=True, decided_on=work.day(-1), by=by
    )
    actions.split_again(
        commitment_id=commitment_id, by=by, on=work.today, now=work.moment(work.today)
    )


def awarded(
    work: Work,
    lot: LotFacts,
    ago: int,
    *,
    volume: Volume | None = None,
    co_contractors: tuple[PartyFacts, ...] = (),
    form: ContractForm = ContractForm.ORDINARY,
) -> int:
    """A lot with its clause, published and awarded so many months ago; the contract signed."""
    consultation = contracts.open_consultation(
        said=ConsultationFacts(lot.object),
        lots=[lot],
        people=People(work.buyer.organisation_id),
        by=work.facilitator,
    )
    lot_id = clause_on(work, consultation, volume or Volume(), work.day(-ago - 2))
    actions.publish_consultation(
        consultation_id=consultation, on=work.day(-ago - 1), by=work.facilitator
    )
    framework, amount = form is ContractForm.FRAMEWORK, lot.amount or Euros(0)
    rest = amount - sum((it.amount or Euros(0) for it in co_contractors), Euros(0))
    award = Award(
        ContractTerms(
            f"{work.today.year}-CL-{lot_id:05d}", lot.object, amount, months=12,
            form=form, renewals=3 * framework, renewal_months=12 * framework,
            signed_on=work.day(-ago),
        ),
        lead=PartyFacts(COMPANY.player.organisation, Siret.read(COMPANY.siret),
                        COMPANY.player.email, rest),
        co_contractors=co_contractors,
        liability=Liability.JOINT if co_contractors else Liability.NONE,
    )  # fmt: skip
    (contract_id,) = contracts.award_lot(lot_id=lot_id, awards=[award], by=work.facilitator)
    _parties_join(work, contract_id)
    return contract_id


def clause_on(work: Work, consultation: int, volume: Volume, on: date) -> int:
    """The clause of the only lot of a consultation, approved; the number of the lot."""
    opened = consultation_card(consultation, seen_by=work.facilitator, on=on)
    (lot,) = opened.lots
    clause_id = actions.open_clause_on_lot(lot_id=lot.id, months=12, by=work.facilitator)
    clause = clause_card(clause_id, seen_by=work.facilitator)
    actions.calibrate_clause(
        clause_id=clause_id, hypotheses=clause.hypotheses, volume=volume, by=work.facilitator,
        on=on,
    )  # fmt: skip
    terms = Terms(
        basis=basis_decision(clause).proposed,
        ccag=Ccag.TRAVAUX,
        publics=Publics.OPEN_LIST,
        globalisation=Globalisation.ACCEPTED,
        penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
    )
    actions.word_clause(clause_id=clause_id, terms=terms, by=work.facilitator)
    number = actions.submit_clause(clause_id=clause_id, by=work.facilitator, on=on)
    actions.approve_clause(clause_id=clause_id, number=number, by=work.buyer, on=on)
    return lot.id


def _parties_join(work: Work, contract_id: int) -> None:
    """The lead has a space; two subcontractors are declared, of whom one has a space too."""
    lead = contract_facts(contract_id).parties[0]
    by = work.facilitator
    contracts.link_party(contract_id=contract_id, party_id=lead.id, by=by)
    structure = PartyFacts(STRUCTURE.player.organisation, Siret.read(STRUCTURE.siret))
    for party in (structure, CHAPE):
        contracts.enrol_subcontractor(
            contract_id=contract_id, principal_id=lead.id, party=party, since=None, by=by
        )
    theirs = next(it for it in contract_facts(contract_id).parties if it.name == structure.name)
    contracts.link_party(contract_id=contract_id, party_id=theirs.id, by=by)


def started(work: Work, contract_id: int, *, ago: int) -> int:
    day = work.day(-ago)
    commitment_id = actions.start_execution(
        contract_id=contract_id, notified_on=day, starts_on=day, by=work.buyer
    )
    if commitment_id is None:
        raise ValueError("the lot has its clause: it was published above")
    return commitment_id


def _entrusted(work: Work, card: CommitmentCard, name: str, hours: int) -> None:
    """Proposed by the facilitator for the lead; the answer comes by mail, or in their space."""
    party = next(it for it in contract_facts(card.contract_id).parties if it.name == name)
    actions.propose_share(
        parent_id=card.whole.id, party_id=party.id, hours=Hours.of(hours), by=work.facilitator,
        on=work.day(-6), now=work.moment(work.day(0)),
    )  # fmt: skip
