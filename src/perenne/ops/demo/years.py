"""A demo that has a past: programmes of the year before, motives in writing, who follows."""

from datetime import date
from pathlib import Path

from perenne.domain.assessments.actions import Wish, publish_forecast, subscribe
from perenne.domain.clauses.actions import open_clause
from perenne.domain.programming.actions import (
    Motive,
    justify_purchase,
    receive_programme,
    send_programme,
)
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.queries import (
    Sieve,
    every_purchase_in,
    memo_asked,
    programmes_of,
    purchases_in,
)
from perenne.kit.actors import HOUSE, Actor
from perenne.rules.needs import BuyerKind
from perenne.rules.segments import Segment
from perenne.rules.thresholds import ExceptionGround

HERE = Path(__file__).parent
BEFORE = {
    BuyerKind.LOCAL_AUTHORITY: "avant-agglomeration.csv",
    BuyerKind.SOCIAL_LANDLORD: "avant-bailleur.csv",
}
OTHERS = {
    BuyerKind.PUBLIC_BODY: "programme-amenageur.csv",
    BuyerKind.STATE: "programme-etat.csv",
}
"""Two more buyers: figures that rest on fewer than three of them are not published."""
GIVEN_UP = "Réfection de la piste d’athlétisme du stade Tauziet"
ANSWER = "Constat de l’étude préalable, joint au dossier du marché."
REASON = (
    "L’étude préalable montre qu’aucune des conditions examinées ne se rattache aux prestations de "
    "ce marché, qui ne comporte pas de travail sur place ; le détail est joint au dossier."
)


def the_year_before(buyers: dict[BuyerKind, Actor], facilitators: list[Actor], today: date) -> None:
    """Sent first; a clause is opened on an operation that the next programme gives up."""
    for kind, name in BEFORE.items():
        _send(name, kind, buyers[kind], f"Programmation {today.year}", today)
    for facilitator in facilitators:
        for row in programmes_of(seen_by=facilitator).items:
            for purchase in every_purchase_in(row.id, seen_by=facilitator):
                mine = purchase.facilitator_id == facilitator.organisation_id
                if purchase.object == GIVEN_UP and mine:
                    open_clause(purchase_id=purchase.id, by=facilitator)


def the_year_goes_on(buyers: dict[BuyerKind, Actor], follower: Actor, today: date) -> None:
    """Other buyers, motives in writing, the first edition of the forecast and who follows it."""
    for kind, name in OTHERS.items():
        _send(name, kind, buyers[kind], f"Programmation {today.year + 1}", today)
    for kind in BEFORE:
        _justify_one(buyers[kind], today)
    publish_forecast(by=HOUSE, today=today)
    subscribe(wish=Wish((Segment.CLEANING.value,)), email="", by=follower, today=today)


def _justify_one(buyer: Actor, today: date) -> None:
    """The last line under the duty that nobody answered, on a ground that is open to it."""
    last = programmes_of(seen_by=buyer).items[0]
    silent = purchases_in(last.id, seen_by=buyer, sieve=Sieve.SILENT).items
    if not silent:
        return
    asked = memo_asked(silent[-1].id, seen_by=buyer)
    link = ExceptionGround.NO_SUFFICIENT_LINK
    ground = next(one for one in asked.grounds if one.ground is link)
    motive = Motive(ground.ground, tuple(ANSWER for _ in ground.questions), REASON)
    justify_purchase(purchase_id=asked.purchase_id, motive=motive, by=buyer, today=today)


def _send(name: str, kind: BuyerKind, buyer: Actor, title: str, today: date) -> None:
    programme_id = receive_programme(
        SentFile((HERE / name).read_bytes(), name),
        title=title,
        buyer_kind=kind,
        by=buyer,
        today=today,
    )
    send_programme(programme_id=programme_id, by=buyer, today=today)
