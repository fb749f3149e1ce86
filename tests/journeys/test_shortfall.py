"""Hours lack: the facilitator reads the whole computation and proposes, the buyer decides."""

from types import SimpleNamespace

import pytest

from perenne.domain.compliance.models import Decision
from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person as Account
from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import BUYERS, FACILITATORS, PASSWORD
from perenne.rules.needs import BuyerKind
from perenne.web.tests.late import Late

pytestmark = pytest.mark.journey
FACILITATOR, BUYER = next(iter(FACILITATORS)), BUYERS[BuyerKind.LOCAL_AUTHORITY]
MOTIVE = "La moitié de l’écart vient du retard du chantier."


def actor_of(player):
    return seat_of(person_id=Account.objects.get(email=player.email).pk, seat_id=None).actor


def sign_in(someone, email):
    someone.open("/bureau/")
    someone.arrive("Connexion")
    someone.fill("Adresse électronique", email)
    someone.fill("Mot de passe", PASSWORD)
    someone.press("Enter")
    someone.arrive("Aujourd’hui")


@pytest.fixture
def shortfall(department):
    """A contract of the demo company, heard forty days ago."""
    facilitator, buyer, company = map(actor_of, (FACILITATOR, BUYER, COMPANY.player))
    return Late(SimpleNamespace(facilitator=facilitator, buyer=buyer, company=company)).heard()


def test_the_facilitator_proposes_and_the_buyer_decides(person, shortfall):
    proposes(person(), shortfall)
    decides(person(), shortfall)
    kept = Decision.objects.get(proposal__shortfall=shortfall)
    assert (kept.outcome, kept.amount_cents, kept.motive) == ("reduced", 500_000, MOTIVE)


def proposes(facilitator, shortfall):
    sign_in(facilitator, FACILITATOR.email)
    facilitator.follow(facilitator.link("Manquements"))
    facilitator.arrive("Manquements et pénalités")
    facilitator.look("facilitateur-11-exposition")
    facilitator.open(f"/manquements/{shortfall.pk}/")
    facilitator.arrive("Toiture du gymnase")
    facilitator.look()
    facilitator.follow(facilitator.link("Proposer une pénalité"))
    facilitator.arrive("Proposer une pénalité")
    facilitator.sees("50 € par heure manquante".replace(" €", "\u00a0€"))
    facilitator.look()
    facilitator.follow(facilitator.button("Proposer cette pénalité"))
    facilitator.arrive("Toiture du gymnase")
    facilitator.sees("Qui propose ne décide pas")


def decides(buyer, shortfall):
    sign_in(buyer, BUYER.email)
    buyer.open(f"/manquements/{shortfall.pk}/")
    buyer.arrive("Toiture du gymnase")
    buyer.follow(buyer.link("Décider"))
    buyer.arrive("Décider")
    buyer.look("acheteur-9-decider")
    buyer.reach(buyer.field("Pénalité appliquée"))
    buyer.press("Space", "ArrowDown")
    buyer.fill("Si vous réduisez, montant à payer", "5 000")
    buyer.fill("Motif", MOTIVE)
    buyer.follow(buyer.button("Enregistrer ma décision"))
    buyer.arrive("Toiture du gymnase")
    buyer.sees("Votre décision est enregistrée")
    buyer.look()
    name, content = buyer.download(buyer.link("Lettre de décision (PDF)"))
    assert content.startswith(b"%PDF")
    print(f"{name}, {len(content) // 1000} kB")
