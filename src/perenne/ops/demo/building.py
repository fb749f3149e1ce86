"""The demo département, from nothing to clauses that are drafted."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

from django.utils.timezone import now

from perenne.domain.assessments.actions import publish_statistics
from perenne.domain.clauses.actions import Terms, Volume, calibrate_clause, open_clause, word_clause
from perenne.domain.clauses.queries import basis_decision, clause_card
from perenne.domain.coverage.actions import Place, cover
from perenne.domain.organisations.actions import (
    Identity,
    register_buyer,
    register_coordination,
    register_facilitator,
)
from perenne.domain.people.actions import open_account
from perenne.domain.programming.actions import (
    leave_purchase_aside,
    receive_programme,
    send_programme,
)
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.queries import Sieve, purchases_in
from perenne.domain.territories.actions import (
    load_communes,
    load_departments,
    load_old_names,
    load_outlines,
)
from perenne.domain.territories.queries import epcis_of
from perenne.kit.actors import HOUSE, Actor
from perenne.ops.demo.agreements import agree_on
from perenne.ops.demo.bilans import bilans_are_signed
from perenne.ops.demo.commitments import commitments_run
from perenne.ops.demo.compliance import companies_are_late
from perenne.ops.demo.contracts import contracts_live, purchases_go_out
from perenne.ops.demo.directory import structures_are_listed
from perenne.ops.demo.followup import contracts_are_followed
from perenne.ops.demo.hirings import crews_are_hired
from perenne.ops.demo.hours import hours_are_declared
from perenne.ops.demo.paces import paces_are_watched
from perenne.ops.demo.partners import partners_join
from perenne.ops.demo.pathways import pathways_go_on
from perenne.ops.demo.people import (
    BUYERS,
    BY_COMMUNE,
    COORDINATION,
    FACILITATORS,
    PASSWORD,
    Player,
)
from perenne.ops.demo.persons import persons_are_asked_about
from perenne.ops.demo.plans import globalisations_are_proposed
from perenne.ops.demo.sourcing import needs_are_met
from perenne.ops.demo.years import the_year_before, the_year_goes_on
from perenne.ops.places.official import communes_in, departments_in, parts_in
from perenne.ops.places.outlines import outlines_in
from perenne.rules.needs import BuyerKind
from perenne.rules.penalties import Formula, Tariff
from perenne.rules.wording import Ccag, Globalisation, Publics
from perenne.values import Euros

HERE = Path(__file__).parent
DEPARTMENT = "77"
PROGRAMMES = {
    BuyerKind.LOCAL_AUTHORITY: "programme-agglomeration.csv",
    BuyerKind.SOCIAL_LANDLORD: "programme-bailleur.csv",
}
CLAUSES_EACH = 5
OUTLINES_BY = "Contours : IGN, ADMIN EXPRESS COG, Licence Ouverte 2.0, simplifiés"


def build_demo(*, today: date, say: Callable[[str], None]) -> None:
    """Everything, in the order in which a committee would do it."""
    say("Communes de Seine-et-Marne")
    load_the_places()
    say("Coordination, facilitateurs, acheteurs")
    coordination = register_coordination(_identity(COORDINATION), admin_id=_account(COORDINATION))
    facilitators = _facilitators(coordination)
    buyers = {
        kind: register_buyer(_identity(player), buyer_kind=kind, admin_id=_account(player))
        for kind, player in BUYERS.items()
    }
    say("Entreprises, structures, prescripteurs")
    partners = partners_join(coordination)
    structures_are_listed(partners, coordination, today=today)
    say("Programmations de l’année précédente")
    the_year_before(buyers, facilitators, today)
    drafted: list[tuple[int, Actor, Actor]] = []
    for kind, name in PROGRAMMES.items():
        say(f"Programmation : {name}")
        programme_id = _programme(name, kind, buyers[kind], today)
        for facilitator in facilitators:
            for clause_id in _study(programme_id, facilitator, today):
                drafted.append((clause_id, facilitator, buyers[kind]))
            purchases_go_out(programme_id, facilitator, today=today)
    agree_on(drafted, today=today)
    say("Consultations et marchés")
    contracts_live(buyers, facilitators, today=today)
    say("Clauses en exécution")
    commitments_run(buyers, facilitators, today=today)
    _people_work(partners, facilitators, today, say)
    say("Réunions et attestations")
    contracts_are_followed(partners, buyers, facilitators, today=today)
    say("Heures qui manquent")
    companies_are_late(partners, buyers, facilitators, today=today)
    say("Autres programmations, motifs, prévisions")
    the_year_goes_on(buyers, coordination, today)


def _people_work(
    partners: Mapping[str, Actor],
    facilitators: list[Actor],
    today: date,
    say: Callable[[str], None],
) -> None:
    """Verified, hired, counted, globalised, followed."""
    say("Personnes à vérifier")
    persons_are_asked_about(partners, facilitators, today=today)
    say("Embauches")
    crews_are_hired(partners, facilitators, today=today)
    say("Besoins")
    needs_are_met(partners, facilitators, today=today)
    say("Heures déclarées")
    hours_are_declared(partners, facilitators, today=today)
    pathways_go_on(partners, facilitators, today=today, say=say)
    say("Globalisations")
    globalisations_are_proposed(facilitators, today=today)
    paces_are_watched(facilitators, today=today)
    say("Chiffres publics")
    publish_statistics(by=HOUSE, now=now(), today=today)
    say("Bilans")
    bilans_are_signed(facilitators, today=today)


def load_the_places() -> None:
    """The département, those around it, and the names of before."""
    for name in ("communes-77.csv", "communes-voisines.csv"):
        load_communes(communes_in(HERE / name).items)
    load_old_names(parts_in(HERE / "anciens-noms.csv").items)
    load_departments(departments_in(HERE / "departements.csv").items)
    load_outlines(outlines_in(HERE / "contours-77.csv", OUTLINES_BY))


def _facilitators(coordination: Actor) -> list[Actor]:
    codes = {epci.name: epci.code for epci in epcis_of(DEPARTMENT)}
    actors = []
    for player, epcis in FACILITATORS.items():
        actor = register_facilitator(_identity(player), admin_id=_account(player))
        places = [Place(epci=codes[name]) for name in epcis]
        places += [Place(commune=code) for code in BY_COMMUNE.get(player.email, ())]
        for place in places:
            cover(facilitator_id=actor.organisation_id or 0, place=place, by=coordination)
        actors.append(actor)
    everywhere = Place(department=DEPARTMENT)
    cover(facilitator_id=coordination.organisation_id or 0, place=everywhere, by=coordination)
    return actors


def _programme(name: str, kind: BuyerKind, buyer: Actor, today: date) -> UUID:
    programme_id = receive_programme(
        SentFile((HERE / name).read_bytes(), name),
        title=f"Programmation {today.year + 1}",
        buyer_kind=kind,
        by=buyer,
        today=today,
    )
    send_programme(programme_id=programme_id, by=buyer, today=today)
    return programme_id


def _study(programme_id: UUID, facilitator: Actor, today: date) -> list[int]:
    """The facilitator drafts the first clauses, and sets one purchase aside; what was drafted."""
    drafted = []
    worth = purchases_in(programme_id, seen_by=facilitator, sieve=Sieve.RECOMMENDED).items
    for number, purchase in enumerate(worth[:CLAUSES_EACH]):
        clause_id = open_clause(purchase_id=purchase.id, by=facilitator)
        if number:  # the last ones opened are left for the visitor of the demo to finish
            _draft(clause_id, facilitator, today)
            drafted.append(clause_id)
    rest = purchases_in(programme_id, seen_by=facilitator, sieve=Sieve.TO_TREAT).items
    unfit = [purchase for purchase in rest if purchase.verdict.advice == "not_advised"]
    for purchase in unfit[:1]:
        leave_purchase_aside(purchase_id=purchase.id, reason="Montant trop faible.", by=facilitator)
    return drafted


def _draft(clause_id: int, facilitator: Actor, today: date) -> None:
    clause = clause_card(clause_id, seen_by=facilitator)
    calibrate_clause(
        clause_id=clause_id,
        hypotheses=replace(clause.hypotheses, hourly_cost=Euros.of(30)),
        volume=Volume(reason="Coût horaire constaté sur les marchés récents du territoire."),
        by=facilitator,
        on=today,
    )
    word_clause(
        clause_id=clause_id,
        terms=Terms(
            basis=basis_decision(clause).proposed,
            ccag=Ccag.TRAVAUX,
            publics=Publics.OPEN_LIST,
            globalisation=Globalisation.ACCEPTED,
            penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(50)),
        ),
        by=facilitator,
    )


def _account(player: Player) -> int:
    return open_account(
        email=player.email,
        full_name=player.full_name,
        password=PASSWORD,
        phone=player.phone,
        is_confirmed=True,
    )


def _identity(player: Player) -> Identity:
    return Identity(
        name=player.organisation, commune=player.commune, email=player.email, phone=player.phone
    )
