"""Three ways in, in a real browser: application, passkey, ProConnect."""

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import replace
from http.client import HTTPConnection

import pyotp
import pytest
from django.conf import settings
from django.test.utils import override_settings

from perenne.ops.demo.people import FACILITATORS, PASSWORD
from perenne.ops.serving import free_port
from tests.house.places import ROOT
from tests.journeys.provider import CLIENT, SECRET, STRONG, WEAK
from tests.journeys.sight import PHONE

pytestmark = pytest.mark.journey

MARNE, SEINE = (
    next(player.email for player in FACILITATORS if place in player.email)
    for place in ("marne", "seine")
)
TODAY = "Aujourd’hui"


@pytest.fixture(autouse=True)
def required(department):
    with override_settings(SECOND_FACTOR="required"):
        yield


@pytest.fixture
def somebody(person):
    """At the name of the site by which passkeys are known: they have no other than a name."""
    one = person()
    one.site = one.site.replace("127.0.0.1", "localhost")
    return one


@pytest.fixture(scope="module")
def issuer(department):
    """A real provider, known to Pérenne for as long as these journeys last."""
    port = free_port(9_077)
    back = f"{department.address.replace('127.0.0.1', 'localhost')}/connexion/proconnect/retour/"
    with process(port, back) as address:
        known = replace(settings.PROCONNECT, issuer=address, client_id=CLIENT, client_secret=SECRET)
        with override_settings(PROCONNECT=known):
            yield address


@contextmanager
def process(port, back):
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.provider", str(port), back],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT}/src:{ROOT}"},
    )  # fmt: skip
    try:
        for _ in range(200):
            try:
                asking = HTTPConnection("127.0.0.1", port, timeout=2)
                asking.request("GET", "/jwks.json")
                assert asking.getresponse().status == 200
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        child.terminate()
        child.wait(10)


def type_password(one, email, heading):
    one.open("/connexion/")
    one.arrive("Connexion")
    one.fill("Adresse électronique", email)
    one.fill("Mot de passe", PASSWORD)
    one.follow(one.button("Se connecter"))
    one.arrive(heading)


def confirm_by_password(one, heading):
    one.arrive("Confirmer que c’est vous")
    one.look()
    one.fill("Mot de passe", PASSWORD)
    one.follow(one.button("Continuer"))
    one.arrive(heading)


def leave(one):
    one.follow(one.button("Se déconnecter"))
    one.sees("Vous êtes déconnecté.")


def test_a_facilitator_sets_up_an_application_and_signs_in_with_its_codes(somebody):
    one = somebody
    type_password(one, MARNE, "Protéger mon compte")
    one.look("compte-1-proteger", PHONE)
    for path in ("/bureau/", "/clauses/", "/programmation/"):
        one.open(path)
        one.arrive("Protéger mon compte")
    application, first, recovery = set_up_application(one)

    leave(one)
    type_password(one, MARNE, "Second facteur")
    one.look()
    type_code(one, first)
    one.sees("Ce code n’est pas le bon, ou il a déjà servi.")
    one.look()
    type_code(one, application.at(time.time() + 30))
    one.arrive(TODAY)

    leave(one)
    type_password(one, MARNE, "Second facteur")
    type_code(one, recovery)
    one.arrive(TODAY)


def set_up_application(one):
    """The application, the code that it first gave, and one of the recovery codes."""
    one.follow(one.page.get_by_role("link", name=re.compile("Une application")))
    confirm_by_password(one, "Ajouter une application d’authentification")
    one.look("compte-2-application")
    application = pyotp.TOTP(one.page.locator("#secret").inner_text().replace(" ", ""))
    first = application.now()
    one.fill("Code à six chiffres", first)
    one.follow(one.button("Enregistrer l’application"))
    one.arrive("Codes de secours")
    one.sees("Votre application d’authentification est enregistrée.")
    one.look()
    codes = one.page.locator("#codes code").all_inner_texts()
    assert len(set(codes)) == 10
    one.follow(one.link("C’est noté, continuer"))
    one.arrive(TODAY)
    return application, first, codes[0]


def type_code(one, code):
    one.fill("Code de l’application", code)
    one.follow(one.button("Continuer"))


def test_a_facilitator_makes_a_passkey_and_signs_in_with_it_alone(somebody):
    one = somebody
    keys = a_device_with_passkeys(one.page)
    type_password(one, SEINE, "Protéger mon compte")
    make_passkey(one)
    assert [key["isResidentCredential"] for key in keys()] == [True]

    leave(one)
    one.open("/connexion/")
    one.arrive("Connexion")
    one.look("compte-3-connexion")
    one.follow(one.button("Utiliser une clé d’accès"))
    one.arrive(TODAY)
    rename_then_keep(one)

    leave(one)
    type_password(one, SEINE, "Second facteur")
    one.look()
    one.follow(one.button("Utiliser une clé d’accès"))
    one.arrive(TODAY)
    one.follow(one.link("Mon compte"))
    one.arrive("Mon compte")
    one.follow(one.link("Voir et fermer"))
    one.arrive("Mes sessions")
    one.look()


def make_passkey(one):
    one.follow(one.page.get_by_role("link", name=re.compile("Une clé d’accès")))
    confirm_by_password(one, "Ajouter une clé d’accès")
    one.look()
    one.fill("Nom de la clé", "Mon téléphone")
    one.follow(one.button("Enregistrer la clé"))
    one.arrive("Codes de secours")
    one.sees("Votre clé d’accès est enregistrée.")


def rename_then_keep(one):
    """The last factor of a facilitator is not taken away."""
    one.follow(one.link("Mon compte"))
    one.arrive("Mon compte")
    one.sees("Mon téléphone")
    one.look("compte-4-mon-compte", PHONE)
    one.follow(one.page.get_by_role("link", name="Renommer Mon téléphone"))
    confirm_by_password(one, "Renommer la clé d’accès")
    one.fill("Nom de la clé", "Téléphone de service")
    one.look()
    one.follow(one.button("Renommer"))
    one.arrive("Mon compte")
    one.follow(one.page.get_by_role("link", name="Retirer Téléphone de service"))
    one.arrive("Retirer la clé d’accès")
    one.look()
    one.follow(one.button("Retirer la clé"))
    one.sees("ajoutez-en un autre avant de retirer celui-ci")


def a_device_with_passkeys(page):
    """Chromium's own virtual authenticator: it keeps keys, and always knows its owner."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    made = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return lambda: devtools.send("WebAuthn.getCredentials", made)["credentials"]


def through_proconnect(one, issuer, who):
    one.open("/connexion/")
    one.arrive("Connexion")
    one.follow(one.link("S’identifier avec ProConnect"))
    one.arrive("Qui êtes-vous ?")
    assert one.page.url.startswith(issuer)
    one.follow(one.link(who))


def test_proconnect_opens_the_account_of_the_confirmed_address(somebody, issuer):
    one = somebody
    through_proconnect(one, issuer, f"acheteuse ({WEAK})")
    one.arrive(TODAY)
    one.look()
    leave(one)
    through_proconnect(one, issuer, f"facilitateur ({STRONG})")
    one.arrive(TODAY)
    leave(one)
    through_proconnect(one, issuer, f"facilitateur ({WEAK})")
    one.arrive("Protéger mon compte")
    leave(one)
    through_proconnect(one, issuer, f"inconnue ({STRONG})")
    one.arrive("ProConnect")
    one.sees("Aucun compte confirmé ne porte l’adresse")
    one.look()
    expected = ("fetched from elsewhere: " + issuer, "403: ", "console: Failed to load resource")
    one.complaints[:] = [said for said in one.complaints if not said.startswith(expected)]
