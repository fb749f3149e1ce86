"""Hours that lack in the demo: a company that was just alerted, a penalty that waits for its
buyer, and one that was decided. By the acts that people do, on the days when they would.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perenne.domain.clauses import actions
from perenne.domain.clauses.actions import Volume
from perenne.domain.compliance.actions import (
    Verdict,
    answer_shortfall,
    decide_shortfall,
    note_receipt,
    open_shortfall,
    propose_penalty,
    summon_by,
)
from perenne.domain.compliance.states import LetterKind, Outcome
from perenne.domain.procurement import actions as contracts
from perenne.domain.procurement.actions import (
    Award,
    ConsultationFacts,
    ContractTerms,
    LotFacts,
    PartyFacts,
    People,
)
from perenne.domain.procurement.queries import contract_facts
from perenne.kit.actors import Actor
from perenne.ops.demo.commitments import Work, clause_on, started
from perenne.ops.demo.partners import COMPANY
from perenne.rules.needs import BuyerKind
from perenne.values import Euros, Hours, Siret

BUILDER = PartyFacts(COMPANY.player.organisation, Siret.read(COMPANY.siret), COMPANY.player.email)
FACADES = PartyFacts(
    "Façades de l’Orvanne (démonstration)", Siret.read("99910013400017"), "facades@demo.example"
)
ALERTED, TO_DECIDE, DECIDED = (
    "Réfection de la place du marché couvert",
    "Voirie du quartier des Acacias",
    "Ravalement de la résidence Bellevue",
)
ANSWER = (
    "Le chantier a démarré avec six semaines de retard. Nous avons reçu deux candidats de la "
    "mission locale, sans suite. Nous proposons d’embaucher une personne en janvier."
)
MOTIVE = (
    "Le retard du chantier, imputable au maître d’ouvrage, explique la moitié de l’écart ; rien "
    "n’a été tenté pour l’autre moitié malgré deux relances."
)


@dataclass(frozen=True, slots=True)
class Late:
    """`ago`: how many months ago it was awarded; it starts a month later."""

    title: str
    cpv: str
    company: PartyFacts
    hours: int
    ago: int


def companies_are_late(
    partners: Mapping[str, Actor],
    buyers: Mapping[BuyerKind, Actor],
    facilitators: list[Actor],
    *,
    today: date,
) -> None:
    marne, seine, *_ = facilitators
    town = Work(marne, buyers[BuyerKind.LOCAL_AUTHORITY], today)
    landlord = Work(seine, buyers[BuyerKind.SOCIAL_LANDLORD], today)
    square = _begun(town, Late(ALERTED, "45233222", BUILDER, 420, 6))
    roads = _begun(town, Late(TO_DECIDE, "45233140", BUILDER, 600, 10))
    facades = _begun(landlord, Late(DECIDED, "45443000", FACADES, 350, 11))
    open_shortfall(commitment_id=square, by=marne, on=today)
    _proposed(town, roads, ago=2, company=partners[COMPANY.player.email])
    shortfall = _proposed(landlord, facades, ago=4)
    verdict = Verdict(Outcome.REDUCED, MOTIVE, Euros.of(5_000))
    decide_shortfall(
        shortfall_id=shortfall, verdict=verdict, by=landlord.buyer, on=landlord.day(-1)
    )


def _proposed(work: Work, commitment_id: int, *, ago: int, company: Actor | None = None) -> int:
    """Alerted so many months ago, written to a month later; the amount waits for the buyer.

    `company`: the one that has a space answers.
    """
    pk = open_shortfall(commitment_id=commitment_id, by=work.facilitator, on=work.day(-ago))
    day = work.day(1 - ago)
    kinds = (LetterKind.FORMAL_NOTICE, LetterKind.HEARING)
    for letter in summon_by(shortfall_id=pk, kinds=kinds, by=work.buyer, on=day):
        note_receipt(letter_id=letter, received_on=day, by=work.buyer, on=day)
    if company:
        answer_shortfall(shortfall_id=pk, text=ANSWER, by=company)
    propose_penalty(shortfall_id=pk, by=work.facilitator, on=work.day(2 - ago))
    return pk


def _begun(work: Work, late: Late) -> int:
    """Its clause approved, published, awarded, notified: the number of its commitment."""
    consultation = contracts.open_consultation(
        said=ConsultationFacts(late.title),
        lots=[LotFacts(late.title, "", late.cpv, amount=Euros.of(900_000))],
        people=People(work.buyer.organisation_id),
        by=work.facilitator,
    )
    volume = Volume(Hours.of(late.hours), reason="Volume convenu avec l’acheteur.")
    lot_id = clause_on(work, consultation, volume, work.day(-late.ago - 2))
    actions.publish_consultation(
        consultation_id=consultation, on=work.day(-late.ago - 1), by=work.facilitator
    )
    signed = ContractTerms(
        f"{work.today.year}-CL-{lot_id:05d}", late.title, Euros.of(900_000), months=14,
        signed_on=work.day(-late.ago),
    )  # fmt: skip
    award = Award(signed, lead=late.company)
    (contract_id,) = contracts.award_lot(lot_id=lot_id, awards=[award], by=work.facilitator)
    if late.company is BUILDER:
        party = contract_facts(contract_id).parties[0]
        contracts.link_party(contract_id=contract_id, party_id=party.id, by=work.facilitator)
    return started(work, contract_id, ago=late.ago)
