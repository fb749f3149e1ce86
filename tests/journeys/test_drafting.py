"""From draft to publication: drafted, commented, changed, compared, approved, published, frozen."""

import pytest
from django.utils.timezone import localdate

from perenne.domain.clauses.actions import calibrate_clause, open_clause
from perenne.domain.clauses.queries import clause_card
from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person as Account
from perenne.domain.procurement.actions import ConsultationFacts, open_from_purchases
from perenne.domain.programming.actions import receive_programme, send_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.domain.programming.queries import every_purchase_in
from perenne.ops.demo.people import BUYERS, FACILITATORS
from perenne.rules.calibration import Hypotheses
from perenne.rules.needs import BuyerKind
from perenne.values import Euros, Share
from tests.journeys.files import programme_csv
from tests.journeys.test_facilitator import sign_in

pytestmark = pytest.mark.journey

BUYER = BUYERS[BuyerKind.HOSPITAL]
FACILITATOR = next(player for player in FACILITATORS if player.email.startswith("facilitatrice.m"))
OBJECT = "Nettoyage des écoles et du gymnase"
MILLION = Hypotheses(Euros.of(1_000_000), Share.percent(50), Share.percent(5), Euros.of(30))


def actor_of(player):
    return seat_of(person_id=Account.objects.get(email=player.email).pk, seat_id=None).actor


@pytest.fixture
def calibrated(department):
    """A clause calibrated on a purchase that is already put out as a lot; its numbers."""
    buyer, by = actor_of(BUYER), actor_of(FACILITATOR)
    programme_id = receive_programme(
        SentFile(programme_csv(), "achats.csv"),
        title="Achats de l’hôpital",
        buyer_kind=BuyerKind.HOSPITAL,
        by=buyer,
        today=localdate(),
    )
    send_programme(programme_id=programme_id, by=buyer, today=localdate())
    found = every_purchase_in(programme_id, seen_by=by)
    purchase = next(one for one in found if one.object == OBJECT)
    clause_id = open_clause(purchase_id=purchase.id, by=by)
    calibrate_clause(clause_id=clause_id, hypotheses=MILLION, by=by, on=localdate())
    facts = ConsultationFacts(object="Entretien des bâtiments")
    consultation_id = open_from_purchases(said=facts, purchase_ids=[purchase.id], by=by)
    return clause_id, consultation_id


def test_a_clause_goes_from_its_draft_to_its_publication(person, calibrated):
    clause_id, consultation_id = calibrated
    facilitator, buyer = person(), person()
    sign_in(facilitator, FACILITATOR.email)
    sign_in(buyer, BUYER.email)
    word(facilitator, clause_id, "50")
    submit(facilitator)
    comment_and_send_back(buyer)
    word(facilitator, clause_id, "80")
    submit(facilitator)
    compare(buyer, clause_id)
    approve_from_the_desk(buyer)
    publish(facilitator, consultation_id)
    find_it_frozen(facilitator, clause_id)


def word(facilitator, clause_id, penalty):
    facilitator.open(f"/clauses/{clause_id}/fondement/")
    facilitator.arrive(OBJECT)
    facilitator.fill("Pénalité par heure non réalisée", penalty)
    facilitator.follow(facilitator.button("Enregistrer et voir les documents"))
    facilitator.arrive(OBJECT)
    facilitator.sees("Relire les textes, puis soumettre la clause")


def submit(facilitator):
    facilitator.follow(facilitator.button("Soumettre à l’acheteur"))
    facilitator.arrive(OBJECT)
    facilitator.sees("est soumise à l’acheteur")


def comment_and_send_back(buyer):
    buyer.open("/bureau/")
    buyer.arrive("Aujourd’hui")
    buyer.follow(buyer.link(OBJECT))
    buyer.arrive(OBJECT)
    buyer.sees("Cette étape est la vôtre.")
    buyer.look("redaction-1-acheteur")
    buyer.follow(buyer.page.get_by_role("link", name="Commentaires"))
    buyer.fill("Commentaire", "La pénalité n’est pas dissuasive.")
    buyer.follow(buyer.button("Envoyer le commentaire"))
    buyer.arrive(OBJECT)
    buyer.sees("Votre commentaire est envoyé.")
    buyer.look()
    buyer.follow(buyer.link("Renvoyer à la rédaction"))
    buyer.arrive("Renvoyer à la rédaction")
    buyer.fill("Motif", "Pénalité à revoir.")
    buyer.follow(buyer.button("Renvoyer"))
    buyer.arrive(OBJECT)


def compare(buyer, clause_id):
    buyer.open(f"/clauses/{clause_id}/?vue=versions")
    buyer.arrive(OBJECT)
    buyer.follow(buyer.button("Comparer"))
    buyer.arrive(OBJECT)
    buyer.sees("Termes modifiés")
    assert "80" in buyer.page.locator("section ins").first.inner_text()
    assert "50" in buyer.page.locator("section del").first.inner_text()
    buyer.look("redaction-2-versions")


def approve_from_the_desk(buyer):
    """One click."""
    buyer.open("/bureau/")
    buyer.arrive("Aujourd’hui")
    buyer.follow(buyer.page.get_by_role("button", name=f"Valider : {OBJECT}"))
    buyer.arrive(OBJECT)
    buyer.sees("La version 2 est validée.")


def publish(facilitator, consultation_id):
    facilitator.open(f"/clauses/consultations/{consultation_id}/publier/")
    facilitator.arrive("Publier la consultation")
    facilitator.sees("Validée par l’acheteur")
    facilitator.look()
    facilitator.follow(facilitator.button("Publier"))
    facilitator.sees("ses clauses sont figées")


def find_it_frozen(facilitator, clause_id):
    facilitator.open(f"/clauses/{clause_id}/")
    facilitator.arrive(OBJECT)
    facilitator.sees("Attribuer le lot et notifier le marché")
    assert facilitator.link("Modifier les termes").count() == 0
    assert clause_card(clause_id, seen_by=actor_of(FACILITATOR)).state.label == "Publiée"
