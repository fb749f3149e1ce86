"""Consultations and contracts of the demo: one of each form, lived through the real acts.

The companies are invented, but that which joined the demo; their SIRETs have a right key.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from perenne.domain.procurement import actions, queries
from perenne.domain.procurement.actions import (
    AmendmentFacts,
    Award,
    ConsultationFacts,
    ContractTerms,
    Days,
    InvoiceFacts,
    LotFacts,
    PartyFacts,
    People,
    PhaseFacts,
)
from perenne.domain.procurement.states import ContractForm, Liability
from perenne.domain.programming.queries import every_purchase_in
from perenne.domain.programming.states import PurchaseState
from perenne.kit.actors import Actor
from perenne.ops.demo.partners import COMPANY
from perenne.rules.needs import BuyerKind
from perenne.values import Euros, Siret

BUILDER = PartyFacts(COMPANY.player.organisation, Siret.read(COMPANY.siret), COMPANY.player.email)


def _company(name: str, siret: str, amount: int | None = None) -> PartyFacts:
    return PartyFacts(
        f"{name} (démonstration)",
        Siret.read(siret),
        amount=None if amount is None else Euros.of(amount),
    )


CLEANER = _company("Propreté du Val de Seine", "99910009200017")


@dataclass(frozen=True, slots=True)
class Scene:
    """Who records: a facilitator, for a buyer; days are told from `today`."""

    facilitator: Actor
    buyer: Actor
    today: date

    def day(self, months: int) -> date:
        """About so many months ago, or to come."""
        return self.today + timedelta(days=30 * months)

    def begins(self, award: Award, *, ago: int) -> int:
        """A contract recorded and notified so many months ago."""
        contract_id = actions.record_contract(
            award=award, people=People(self.buyer.organisation_id), by=self.facilitator
        )
        actions.notify_contract(
            contract_id=contract_id, notified_on=self.day(-ago), by=self.facilitator
        )
        return contract_id


def contracts_live(
    buyers: Mapping[BuyerKind, Actor], facilitators: list[Actor], *, today: date
) -> None:
    marne, seine, *_ = facilitators
    town = Scene(marne, buyers[BuyerKind.LOCAL_AUTHORITY], today)
    landlord = Scene(seine, buyers[BuyerKind.SOCIAL_LANDLORD], today)
    _works_by_a_consortium(town)
    _maintenance_by_orders(landlord)
    _school_in_phases(town)
    _consultations(town)


def purchases_go_out(programme_id: UUID, facilitator: Actor, *, today: date) -> None:
    """The purchases that this facilitator has kept and that wait, in one consultation."""
    kept = [
        purchase.id
        for purchase in every_purchase_in(programme_id, seen_by=facilitator)
        if purchase.state is PurchaseState.KEPT
    ]
    gone = queries.purchases_put_out(kept)
    kept = [purchase_id for purchase_id in kept if purchase_id not in gone]
    if kept:
        said = ConsultationFacts(
            "Consultation groupée de la programmation",
            days=Days(today + timedelta(60), today + timedelta(95), today + timedelta(150)),
        )
        actions.open_from_purchases(said=said, purchase_ids=kept, by=facilitator)


def _works_by_a_consortium(scene: Scene) -> None:
    """Ordinary; a subcontractor, an amendment, a suspension that is over."""
    by, signed = scene.facilitator, scene.day(-11)
    contract_id = scene.begins(
        Award(
            ContractTerms(
                "2026-MED-01", "Construction de la médiathèque intercommunale, clos et couvert",
                Euros.of(2_400_000), months=20, signed_on=signed, cpv="45212330",
            ),
            lead=PartyFacts(BUILDER.name, BUILDER.siret, BUILDER.email, Euros.of(1_700_000)),
            co_contractors=(_company("Charpentes de l’Ourcq", "99910007600010", 700_000),),
            liability=Liability.JOINT,
        ),
        ago=10,
    )  # fmt: skip
    facts = queries.contract_facts(contract_id)
    lead = facts.parties[0]
    actions.link_party(contract_id=contract_id, party_id=lead.id, by=by)
    actions.enrol_subcontractor(
        contract_id=contract_id,
        principal_id=lead.id,
        party=_company("Étanchéité Brie", "99910008400014", 240_000),
        since=scene.day(-8),
        by=by,
    )
    actions.suspend_contract(
        contract_id=contract_id, since=scene.day(-7), until=scene.day(-6),
        reason="Découverte de réseaux non repérés sous la dalle.", by=by,
    )  # fmt: skip
    said = AmendmentFacts(
        "Reprise des fondations et quatre semaines de plus",
        signed_on=scene.day(-5),
        effective_on=scene.day(-5),
        amount=Euros.of(2_550_000),
        months=21,
    )
    actions.amend_contract(contract_id=contract_id, said=said, by=by)


def _maintenance_by_orders(scene: Scene) -> None:
    """A framework renewed once, with orders, invoices, a credit note, and a contract called."""
    by = scene.facilitator
    contract_id = scene.begins(
        Award(
            ContractTerms(
                "2025-AC-ENT", "Entretien des parties communes et des abords",
                Euros.of(1_600_000), months=12, form=ContractForm.FRAMEWORK, renewals=3,
                renewal_months=12, signed_on=scene.day(-15), cpv="90911200",
            ),
            lead=CLEANER,
        ),
        ago=14,
    )  # fmt: skip
    on: dict[str, Any] = {"contract_id": contract_id, "by": by}
    actions.renew_contract(takes_place=True, decided_on=scene.day(-4), **on)
    _orders(scene, on)
    called = actions.call_contract(
        award=Award(
            ContractTerms(
                "2026-AC-ENT-MS1", "Remise en état après travaux, résidence des Bords de Seine",
                Euros.of(64_000), months=6, signed_on=scene.day(-2),
            ),
            lead=CLEANER,
        ),
        **on,
    )  # fmt: skip
    actions.notify_contract(contract_id=called, notified_on=scene.day(-1), by=by)


def _orders(scene: Scene, on: dict[str, Any]) -> None:
    for number, (months, ordered, invoiced) in enumerate(
        ((-13, 90_000, 88_500), (-8, 120_000, 120_000), (-2, 150_000, 41_000)), 1
    ):
        order = actions.place_order(
            reference=f"BC-{number}", ordered=Euros.of(ordered), issued_on=scene.day(months), **on
        )
        bill = InvoiceFacts(f"F-{number}", Euros.of(invoiced), scene.day(months + 1))
        actions.record_invoice(call_off_id=order, said=bill, **on)
        if number == 1:
            credit = InvoiceFacts("AV-1", Euros.of(-1_500), scene.day(-11))
            actions.record_invoice(call_off_id=order, said=credit, **on)
            actions.close_order(call_off_id=order, closed_on=scene.day(-10), **on)


def _school_in_phases(scene: Scene) -> None:
    """A firm phase, one affirmed, one that the buyer may still affirm."""
    by = scene.facilitator
    contract_id = scene.begins(
        Award(
            ContractTerms(
                "2026-ECO-03", "Rénovation énergétique du groupe scolaire des Remparts",
                Euros.of(1_950_000), months=30, form=ContractForm.PHASED,
                signed_on=scene.day(-7), cpv="45214200",
            ),
            lead=_company("Rénovation Marne Ouest", "99910010000018"),
        ),
        ago=6,
    )  # fmt: skip
    for label, amount, lapses_on in (
        ("Tranche ferme : école élémentaire", 1_100_000, None),
        ("Tranche optionnelle 1 : école maternelle", 550_000, scene.day(3)),
        ("Tranche optionnelle 2 : restaurant scolaire", 300_000, scene.day(9)),
    ):
        said = PhaseFacts(label, Euros.of(amount), is_firm=lapses_on is None, lapses_on=lapses_on)
        actions.declare_phase(contract_id=contract_id, said=said, by=by)
    first = next(
        phase for phase in queries.contract_facts(contract_id).phases if phase.may_be_affirmed
    )
    actions.affirm_phase(contract_id=contract_id, phase_id=first.id, on=scene.day(-1), by=by)


def _consultations(scene: Scene) -> None:
    """An operation of two consultations: one awarded in part, one of which nobody has news."""
    people = People(scene.buyer.organisation_id)
    operation = actions.open_operation(
        title="Pôle sportif des Boucles", people=people, by=scene.facilitator
    )
    _gymnasium(scene, people, operation)
    waiting = actions.open_consultation(
        said=ConsultationFacts(
            "Aménagement des abords du gymnase", "2026-51",
            Days(scene.day(-3), scene.day(-2), scene.today - timedelta(12)), operation,
        ),
        lots=[
            LotFacts(
                "Espaces verts et cheminements", cpv="45112700", amount=Euros.of(210_000)
            )
        ],
        people=people,
        by=scene.facilitator,
    )  # fmt: skip
    actions.publish_lots(consultation_id=waiting, on=scene.day(-3), by=scene.facilitator)


def _gymnasium(scene: Scene, people: People, operation: int) -> None:
    """A lot awarded, to notify; another one without a bid."""
    by = scene.facilitator
    consultation = actions.open_consultation(
        said=ConsultationFacts(
            "Construction du gymnase", "2026-44",
            Days(scene.day(-5), scene.day(-4), scene.day(-1)), operation,
        ),
        lots=[
            LotFacts("Gros œuvre, maçonnerie", "1", "45223220", amount=Euros.of(1_300_000)),
            LotFacts("Menuiseries extérieures", "2", "45421000", amount=Euros.of(380_000)),
        ],
        people=people,
        by=by,
    )  # fmt: skip
    first, second = actions.publish_lots(consultation_id=consultation, on=scene.day(-5), by=by)
    actions.find_lot_unsuccessful(lot_id=second, reason="Aucune offre reçue.", by=by)
    terms = ContractTerms(
        "2026-44-L1", "Construction du gymnase, gros œuvre", Euros.of(1_280_000), months=14,
        signed_on=scene.day(-1),
    )  # fmt: skip
    (contract_id,) = actions.award_lot(lot_id=first, awards=[Award(terms, lead=BUILDER)], by=by)
    lead = queries.contract_facts(contract_id).parties[0]
    actions.link_party(contract_id=contract_id, party_id=lead.id, by=by)
