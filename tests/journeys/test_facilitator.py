"""« Que dois-je faire aujourd’hui ? » : one programme, one clause, its documents."""

import io
import zipfile

import pytest
from django.utils.timezone import localdate

from perenne.domain.organisations.queries import seat_of
from perenne.domain.people.models import Person as Account
from perenne.domain.programming.actions import receive_programme, send_programme
from perenne.domain.programming.actions.receiving import SentFile
from perenne.ops.demo.people import BUYERS, FACILITATORS, PASSWORD
from perenne.rules.needs import BuyerKind
from tests.journeys.files import programme_csv
from tests.journeys.sight import PHONE, PHONE_AT_NIGHT

pytestmark = pytest.mark.journey

BUYER = BUYERS[BuyerKind.HOSPITAL]
FACILITATOR = next(player for player in FACILITATORS if player.email.startswith("facilitatrice.m"))
OBJECT = "Nettoyage des écoles et du gymnase"


@pytest.fixture
def programme_sent(department):
    buyer = seat_of(person_id=Account.objects.get(email=BUYER.email).pk, seat_id=None).actor
    programme_id = receive_programme(
        SentFile(programme_csv(), "achats.csv"),
        title="Achats de l’hôpital",
        buyer_kind=BuyerKind.HOSPITAL,
        by=buyer,
        today=localdate(),
    )
    send_programme(programme_id=programme_id, by=buyer, today=localdate())


def test_a_facilitator_goes_from_today_to_the_documents_that_the_buyer_reads(
    person, programme_sent
):
    facilitator = person()
    sign_in(facilitator, FACILITATOR.email)
    facilitator.look("facilitateur-1-aujourdhui", PHONE)
    study(facilitator)
    before = len(facilitator.screens)
    calibrate(facilitator)
    choose_a_ground(facilitator)
    assert len(facilitator.screens) - before == 2, "to calibrate a lot takes two screens"
    take_documents(facilitator)
    search(facilitator)

    buyer = person()
    sign_in(buyer, BUYER.email)
    buyer.follow(buyer.link("Clauses"))
    buyer.arrive("Clauses")
    buyer.follow(buyer.link(OBJECT))
    buyer.arrive(OBJECT)
    buyer.sees("833 h")
    assert buyer.link("Calibrer").count() == 0
    buyer.look("acheteur-6-clause")


def sign_in(person, email):
    person.open("/bureau/")
    person.arrive("Connexion")
    person.fill("Adresse électronique", email)
    person.fill("Mot de passe", PASSWORD)
    person.press("Enter")
    person.arrive("Aujourd’hui")


def study(facilitator):
    """Today, and straight to the act."""
    facilitator.follow(
        facilitator.page.get_by_role("link", name=f"Étudier l’achat : {OBJECT}").last
    )
    facilitator.arrive(OBJECT)
    assert facilitator.clicks == 1, "one click from today to the purchase"
    facilitator.look("facilitateur-2-etudier")
    facilitator.follow(facilitator.button("Retenir et calibrer"))
    facilitator.arrive(OBJECT)


def calibrate(facilitator):
    """The result follows what is typed; the focus stays where one types."""
    result = facilitator.page.locator("#resultat")
    for label, typed in (
        ("Montant de référence hors taxes", "1 000 000"),
        ("Part de main-d’œuvre", "50"),
        ("Taux d’effort d’insertion", "5"),
        ("Coût horaire chargé", "30"),
    ):
        facilitator.fill(label, typed)
    facilitator.sees_in(result, "833")
    facilitator.stands_on(facilitator.field("Coût horaire chargé"))
    facilitator.look("facilitateur-3-calibrer", at=".formula")
    facilitator.fill("Ce qui justifie un écart", "Coût constaté sur nos marchés récents.")
    facilitator.follow(facilitator.button("Enregistrer et choisir le fondement"))
    facilitator.arrive(OBJECT)


def search(facilitator):
    """From any page, in spite of a slip."""
    facilitator.fill("Chercher dans tout l’espace", "netoyage ecoles")
    facilitator.press("Enter")
    facilitator.arrive("Recherche")
    facilitator.sees("à une faute de frappe près")
    facilitator.look("recherche", PHONE)


def choose_a_ground(facilitator):
    facilitator.sees("Proposé :")
    facilitator.look("facilitateur-4-fondement")
    facilitator.fill("Pénalité par heure non réalisée", "60")
    facilitator.follow(facilitator.button("Enregistrer et voir les documents"))
    facilitator.arrive(OBJECT)
    facilitator.sees("La clause est rédigée")


def take_documents(facilitator):
    facilitator.look("facilitateur-5-documents", PHONE_AT_NIGHT, at=".piece h3")
    name, note = facilitator.download(facilitator.link("Note de calibrage (PDF)"))
    assert name.startswith("note-de-calibrage-")
    assert note.startswith(b"%PDF-1.")
    pieces = facilitator.page.locator(".piece")
    assert pieces.count() >= 4
    for piece in pieces.all():
        name, words = facilitator.download(piece.get_by_role("link", name="Télécharger (docx)"))
        assert name.endswith(".docx")
        assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(words)).namelist()
        copy_the_text(facilitator, piece)


def copy_the_text(facilitator, piece):
    facilitator.follow(piece.get_by_role("button", name="Copier le texte"))
    facilitator.sees_in(piece, "Copié")
    copied = facilitator.page.evaluate("() => navigator.clipboard.readText()")
    assert copied.strip() == piece.locator("pre").text_content().strip()
