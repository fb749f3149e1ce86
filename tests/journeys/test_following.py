"""A meeting is held on a telephone, its minutes shared; a certificate is issued, then checked."""

import re

import pytest
from django.utils.timezone import localdate

from perenne.domain.compliance.models import Certificate, Review
from perenne.ops.demo.followup import BEGUN, OVER
from perenne.ops.demo.hirings import SITE
from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import BUYERS, FACILITATORS
from perenne.rules.needs import BuyerKind
from perenne.values import add_months
from tests.journeys.sight import PHONE, put_on
from tests.journeys.test_eligibility import sign_in

pytestmark = pytest.mark.journey
MARNE = next(iter(FACILITATORS))
YEAR = add_months(localdate(), 1 - BEGUN).year
WHAT = "Réserver deux places au chantier-école"


def test_from_the_meeting_on_a_telephone_to_a_certificate_that_anybody_checks(person, department):
    facilitator = person()
    sign_in(facilitator, MARNE.email)
    held_on_a_telephone(facilitator)
    read_by_its_buyer(person())
    address = certified(facilitator)
    checked(person(), address)


def held_on_a_telephone(facilitator):
    facilitator.open("/reunions/")
    facilitator.arrive("Réunions de suivi")
    facilitator.look()
    put_on(facilitator.page, PHONE)
    before = facilitator.clicks
    coming = facilitator.page.get_by_role("row").filter(has_text="Planifiée")
    facilitator.follow(coming.filter(has_text=SITE).get_by_role("link"))
    facilitator.arrive("Réunion de suivi")
    facilitator.follow(facilitator.link("Écrire le compte rendu"))
    facilitator.arrive("Compte rendu")
    facilitator.fill("Compte rendu", "## Heures\n\nTout avance.")
    facilitator.reach(facilitator.field("Ce qui est décidé").first)
    facilitator.page.keyboard.type(WHAT)
    facilitator.follow(facilitator.button("Enregistrer"))
    facilitator.arrive("Compte rendu")
    facilitator.sees("Dites qui doit le faire")
    facilitator.look()
    shared(facilitator)
    print(f"held and shared in {facilitator.clicks - before} acts, one of them refused")


def shared(facilitator):
    """Once what lacked is given: nothing else has to be typed again."""
    put_on(facilitator.page, PHONE)
    for part in ("Acheteur", "Titulaire"):
        facilitator.reach(facilitator.page.get_by_role("checkbox", name=part))
        facilitator.press("Space")
    facilitator.reach(facilitator.page.get_by_role("combobox", name="Qui").first)
    facilitator.page.keyboard.type("Titulaire")
    facilitator.follow(facilitator.button("Enregistrer"))
    facilitator.arrive("Réunion de suivi")
    facilitator.sees("Vous seul le lisez")
    facilitator.follow(facilitator.button("Diffuser le compte rendu"))
    facilitator.arrive("Réunion de suivi")
    facilitator.look()
    assert Review.objects.filter(decisions__what=WHAT, decisions__who="company", state="shared")
    _, content = facilitator.download(facilitator.link("État du contrat (PDF)"))
    assert content.startswith(b"%PDF")


def read_by_its_buyer(buyer):
    sign_in(buyer, BUYERS[BuyerKind.LOCAL_AUTHORITY].email)
    buyer.sees("Confirmer le calendrier des menuiseries")
    buyer.follow(buyer.link("Réunions et attestations").first)
    buyer.arrive("Réunions de suivi")
    buyer.follow(buyer.link("Tenues"))
    buyer.arrive("Réunions de suivi")
    buyer.follow(
        buyer.page.get_by_role("row").filter(has_text="1 décision").get_by_role("link").first
    )
    buyer.arrive("Réunion de suivi")
    buyer.sees("Tout avance.")


def certified(facilitator):
    """The address that its paper prints."""
    facilitator.open(f"/clauses/engagements/?q={OVER}")
    facilitator.arrive("Engagements")
    facilitator.follow(facilitator.link(OVER))
    facilitator.arrive(OVER)
    facilitator.follow(facilitator.link("Attestations"))
    facilitator.arrive("Attestations d’heures")
    facilitator.sees("Attestation finale")
    facilitator.look()
    facilitator.follow(facilitator.link("Délivrer une attestation"))
    facilitator.arrive("Délivrer une attestation")
    facilitator.look()
    facilitator.reach(facilitator.page.get_by_role("radio").first)
    for _ in range(facilitator.page.get_by_role("radio").count()):
        if facilitator.page.get_by_label(f"L’année {YEAR}").is_checked():
            break
        facilitator.press("ArrowDown")
    facilitator.follow(facilitator.button("Délivrer et prévenir l’entreprise"))
    facilitator.arrive("Attestation annuelle")
    facilitator.look()
    name, content = facilitator.download(facilitator.link("Télécharger (PDF)"))
    assert re.fullmatch(r"attestation-\w{8}\.pdf", name)
    assert content.startswith(b"%PDF")
    row = Certificate.objects.get(kind="yearly")
    return f"/attestation/{row.code}/"


def checked(anybody, address):
    anybody.open(address)
    anybody.arrive("Attestation d’heures d’insertion")
    anybody.sees("Cette attestation est valable")
    anybody.sees(COMPANY.player.organisation)
    anybody.look()
