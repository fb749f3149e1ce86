from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from uuid import UUID

from perenne.domain.programming.actions import receive_programme, send_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.actions.rows import screening_for, write
from perenne.domain.programming.models import PlannedPurchase, Programme, SourceLine
from perenne.domain.programming.queries import PurchaseFacts
from perenne.domain.programming.states import ProgrammeState, PurchaseState
from perenne.kit.actors import VISITOR, Actor
from perenne.kit.files.keeping import keep
from perenne.kit.files.uses import Use
from perenne.kit.french import Fate, LineKind
from perenne.rules.needs import BuyerKind
from perenne.values import Euros

TODAY = date(2026, 11, 23)
PASSER_BY = replace(VISITOR, visitor_key="the-key-of-a-session")
OTHER_PASSER_BY = replace(VISITOR, visitor_key="the-key-of-another-session")
HEADINGS = ("Objet", "Montant HT", "CPV", "Durée", "Lancement", "Lieu d’exécution")
PURCHASE = PurchaseFacts(
    object="Nettoyage des locaux administratifs",
    amount=Euros.of(600_000),
    amount_high=Euros.of(600_000),
    cpv="90911200",
    months=48,
    launch_on=date(2027, 9, 1),
    launch_text="09/2027",
)
_number = count(1)


def csv_of(*rows: Sequence[str]) -> bytes:
    """A file as a spreadsheet of an office saves it."""
    return "\r\n".join(";".join(row) for row in rows).encode("cp1252")


def file_of_purchases(number: int, place: str = "Meaux") -> bytes:
    """So many purchases that bear a clause, under headings that leave no doubt."""
    row = ("600 000 €", "90911200-8", "48 mois", "09/2027", place)
    return csv_of(HEADINGS, *((f"Nettoyage du site {n}", *row) for n in range(1, number + 1)))


def received(content: bytes, *, by: Actor, name: str = "programme.csv") -> UUID:
    """A programme that came in through its door."""
    return receive_programme(
        SentFile(content, name),
        title="Programmation 2027",
        buyer_kind=BuyerKind.LOCAL_AUTHORITY,
        by=by,
        today=TODAY,
    )


def sent(content: bytes, *, by: Actor) -> UUID:
    """A programme that a buyer has sent."""
    programme_id = received(content, by=by)
    send_programme(programme_id=programme_id, by=by, today=TODAY)
    return programme_id


def new_programme(owner: Actor = PASSER_BY, **facts: object) -> Programme:
    """A draft of a buyer, or of a visitor; any state may be given."""
    usual = {
        "title": f"Programmation {next(_number)}",
        "buyer_id": owner.organisation_id,
        "visitor_key": owner.visitor_key if owner.is_visitor else "",
        "buyer_kind": BuyerKind.LOCAL_AUTHORITY,
        "file": keep(file_of_purchases(1), "programme.csv", Use.PROGRAMME),
        "received_on": TODAY,
        "state": ProgrammeState.DRAFT,
    }
    return Programme.objects.create(**{**usual, **facts})


def new_purchase(
    programme: Programme,
    *,
    facts: PurchaseFacts = PURCHASE,
    facilitator: Actor | None = None,
    state: PurchaseState = PurchaseState.SCREENED,
) -> PlannedPurchase:
    """A purchase with the verdict of the rules; its facilitator is given, or that of its place."""
    line = SourceLine.objects.create(
        programme=programme,
        sheet="programme",
        number=next(_number),
        fate=Fate.KEPT,
        kind=LineKind.PURCHASE,
        reason="Achat à étudier.",
    )
    row = PlannedPurchase(programme=programme, line=line, state=state)
    write(row, screening_for(programme, TODAY).of(facts))
    if facilitator:
        row.facilitator_id = facilitator.organisation_id
    if state is PurchaseState.LEFT_ASIDE:
        row.aside_reason = "Montant trop faible."
    row.save()
    return row
