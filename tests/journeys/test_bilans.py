"""A facilitator reads a bilan, writes what is to be read in it, freezes and signs; a buyer too."""

from urllib.parse import urlencode

import pytest

from perenne.domain.assessments.models import FrozenBilan, Signature
from perenne.domain.organisations.models import Seat
from perenne.domain.procurement.models import Contract
from perenne.ops.demo.people import FACILITATORS
from tests.journeys.sight import PHONE
from tests.journeys.test_globalising import sign_in

pytestmark = pytest.mark.journey
FACILITATOR = next(iter(FACILITATORS))


def test_a_bilan_is_read_written_signed_and_countersigned(person, department):
    signed = FrozenBilan.objects.get()
    facilitator = person()
    sign_in(facilitator, FACILITATOR.email)
    facilitator.follow(facilitator.link("Bilans").first)
    facilitator.arrive("Bilans")
    facilitator.look(None, PHONE)
    facilitator.follow(facilitator.link(signed.title).first)
    facilitator.arrive(signed.title)
    facilitator.sees("Rien : les chiffres d’aujourd’hui")
    facilitator.follow(facilitator.link("Le bilan d’aujourd’hui").first)
    facilitator.arrive(signed.title)
    facilitator.look("facilitateur-11-bilan", PHONE)
    writes_and_freezes(facilitator, signed)
    assert Signature.objects.filter(bilan__version=2).count() == 1
    buyer = person()
    sign_in(buyer, buyer_of(signed))
    signs_and_compares(buyer, signed)


def writes_and_freezes(facilitator, signed):
    facilitator.follow(
        facilitator.page.get_by_role("link", name="Écrire : Difficultés", exact=True)
    )
    facilitator.arrive("Difficultés")
    facilitator.fill("Texte", "Peu de **candidates** pour le gros œuvre.")
    facilitator.follow(facilitator.button("Enregistrer le texte"))
    facilitator.arrive(signed.title)
    facilitator.sees("Peu de candidates pour le gros œuvre.")
    facilitator.follow(facilitator.link("Figer et signer").first)
    facilitator.arrive("Figer et signer")
    facilitator.sees("la version 2")
    facilitator.fill("Vous signez en qualité de", "Responsable du pôle clauses")
    facilitator.look(None, PHONE)
    facilitator.follow(facilitator.button("Figer et signer"))
    facilitator.arrive(signed.title)
    facilitator.sees("Version 2")
    facilitator.look("facilitateur-12-bilan-signe", PHONE)


def signs_and_compares(buyer, signed):
    buyer.follow(buyer.link("Bilans").first)
    buyer.arrive("Bilans")
    buyer.follow(buyer.link(signed.title).first)
    buyer.arrive(signed.title)
    buyer.follow(buyer.page.locator("summary", has_text="Signer pour votre organisme"))
    buyer.fill("Vous signez en qualité de", "Directrice des achats")
    buyer.follow(buyer.button("Signer cette version"))
    buyer.arrive(signed.title)
    buyer.sees("Votre signature est enregistrée.")
    name, content = buyer.download(buyer.link("Télécharger (pdf)"))
    assert name.endswith("-v2.pdf")
    assert content.startswith(b"%PDF")
    buyer.open(f"/bilans/comparer/?{asked(signed)}")
    buyer.arrive("Comparer deux bilans")
    buyer.look()


def buyer_of(signed):
    contract = Contract.objects.get(pk=signed.scope_key)
    return Seat.objects.filter(organisation=contract.buyer_id).first().person.email


def asked(signed):
    """The same contract, last year and this one."""
    year, scope = signed.starts_on.year, f"marche-{signed.scope_key}"
    return urlencode(
        {"a-perimetre": scope, "a-du": f"{year - 1}-01", "a-au": f"{year - 1}-12",
         "b-perimetre": scope, "b-du": f"{year}-01", "b-au": f"{year}-06"}
    )  # fmt: skip
