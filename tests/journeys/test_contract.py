"""From a purchase of a programme to a contract that lives: a consortium, a subcontractor, events.

Publishing and notifying have pages of their own, beside the clause: they are done here as those
pages do, without a mouse all the same.
"""

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.timezone import localdate

from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person as Account
from perenne.domain.procurement.actions import notify_contract, publish_lots
from perenne.domain.procurement.factories import new_siret
from perenne.domain.procurement.models import Consultation, Contract
from perenne.domain.programming.actions import keep_purchase, receive_programme, send_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.queries import every_purchase_in
from perenne.kit.tenancy import within
from perenne.ops.demo.people import BUYERS, FACILITATORS, PASSWORD
from perenne.rules.needs import BuyerKind
from tests.journeys.files import programme_csv
from tests.journeys.sight import PHONE

pytestmark = pytest.mark.journey
BUYER = BUYERS[BuyerKind.HOSPITAL]
FACILITATOR = next(player for player in FACILITATORS if player.email.startswith("facilitatrice.m"))
OBJECT = "Nettoyage des écoles et du gymnase"
TODAY = localdate()


def actor_of(player):
    return seat_of(person_id=Account.objects.get(email=player.email).pk, seat_id=None).actor


def typed(day):
    return f"{day:%d/%m/%Y}"


@pytest.fixture
def purchase_kept(department):
    """Sent by the hospital, and kept by the facilitator of its place."""
    buyer = actor_of(BUYER)
    programme_id = receive_programme(
        SentFile(programme_csv(), "achats.csv"),
        title="Achats à consulter",
        buyer_kind=BuyerKind.HOSPITAL,
        by=buyer,
        today=TODAY,
    )
    send_programme(programme_id=programme_id, by=buyer, today=TODAY)
    (wanted,) = (
        one for one in every_purchase_in(programme_id, seen_by=buyer) if one.object == OBJECT
    )
    keep_purchase(purchase_id=wanted.id, by=actor_of(FACILITATOR))


def test_a_purchase_becomes_a_contract_and_what_happens_to_it_is_told(person, purchase_kept):
    facilitator = person()
    sign_in(facilitator)
    put_out(facilitator)
    with within(settings.COMMITTEES[0]):
        publish_lots(
            consultation_id=Consultation.objects.latest("pk").pk,
            on=TODAY - timedelta(1),
            by=actor_of(FACILITATOR),
        )
    award(facilitator)
    with within(settings.COMMITTEES[0]):
        notify_contract(
            contract_id=Contract.objects.latest("pk").pk,
            notified_on=TODAY,
            by=actor_of(FACILITATOR),
        )
    record_events(facilitator)
    print(f"{len(facilitator.screens)} screens from the programme to the suspension")


def sign_in(person):
    person.open("/bureau/")
    person.arrive("Connexion")
    person.fill("Adresse électronique", FACILITATOR.email)
    person.fill("Mot de passe", PASSWORD)
    person.press("Enter")
    person.arrive("Aujourd’hui")


def put_out(facilitator):
    facilitator.follow(facilitator.link("Achats à consulter"))
    facilitator.arrive("Achats à consulter")
    facilitator.follow(facilitator.link("Mettre en consultation"))
    facilitator.arrive("Mettre en consultation")
    facilitator.sees(OBJECT)
    facilitator.look()
    facilitator.fill("Attribution prévue le", typed(TODAY + timedelta(200)))
    facilitator.follow(facilitator.button("Préparer la consultation"))
    facilitator.arrive(OBJECT)
    facilitator.sees("La consultation est prête")
    facilitator.look("marche-1-consultation", PHONE)


def award(facilitator):
    facilitator.page.reload()
    facilitator.follow(facilitator.link("Attribuer"))
    facilitator.arrive("Attribuer")
    for label, text in (
        ("Référence du marché", "2026-NET-1"),
        ("Montant HT", "600 000"),
        ("Durée ferme", "24"),
        ("Numéro SIRET du titulaire", new_siret(101)),
    ):
        facilitator.fill(label, text)
    page = facilitator.page
    facilitator.reach(page.locator("#id_lead_name"))
    page.keyboard.type("Propreté des Remparts")
    facilitator.reach(page.locator("#id_liability_0"))
    facilitator.press("ArrowDown", "ArrowDown")
    facilitator.follow(page.get_by_text("Parts et cotraitants"))
    for name, text in (
        ("lead_amount", "400 000"),
        ("second_siret", new_siret(102)),
        ("second_name", "Les Nettoyeurs de la Brie"),
        ("second_amount", "200 000"),
    ):
        facilitator.reach(page.locator(f"#id_{name}"))
        page.keyboard.type(text)
    facilitator.look("marche-2-attribution")
    facilitator.follow(facilitator.button("Enregistrer le marché"))
    facilitator.arrive(OBJECT)
    facilitator.sees("Le marché est enregistré : il reste à le notifier.")
    facilitator.sees("Les Nettoyeurs de la Brie")


def record_events(facilitator):
    facilitator.page.reload()
    subcontract(facilitator)
    record(facilitator, "Avenant", {
        "Ce que change l’avenant": "Deux sites de plus",
        "Signé le": typed(TODAY),
        "Nouveau montant HT": "640 000",
    })  # fmt: skip
    facilitator.sees("Avenant n° 1")
    record(facilitator, "Suspension", {
        "Premier jour suspendu": typed(TODAY),
        "Motif": "Fermeture des écoles pour travaux",
    })  # fmt: skip
    facilitator.sees("Suspendu")
    facilitator.look("marche-3-vie-du-marche", PHONE)


def subcontract(facilitator):
    facilitator.follow(facilitator.link("Sous-traitant"))
    facilitator.arrive("Sous-traitant")
    facilitator.look()
    for name, text in (
        ("siret", new_siret(103)),
        ("name", "Vitres et façades"),
        ("amount", "50 000"),
    ):
        facilitator.reach(facilitator.page.locator(f"#id_{name}"))
        facilitator.page.keyboard.type(text)
    facilitator.follow(facilitator.button("Enregistrer"))
    facilitator.arrive(OBJECT)
    facilitator.sees("Sous-traitant, pour Propreté des Remparts")


def record(facilitator, title, said):
    facilitator.follow(facilitator.link(title))
    facilitator.arrive(title)
    for label, text in said.items():
        facilitator.fill(label, text)
    facilitator.follow(facilitator.button("Enregistrer"))
    facilitator.arrive(OBJECT)
