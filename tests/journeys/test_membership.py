"""« J’adhère au comité » in less than three minutes; a colleague comes by the link of a mail;
somebody who works in two organisations goes from one to the other. Keyboard only."""

from re import search
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
from django.test.utils import override_settings

from perenne.kit.sirene.tests.server import PLACE, SIRET, UNIT, payload, says, serving
from perenne.kit.testing.folder import mails_in

pytestmark = pytest.mark.journey

PHRASE = "un grand cèdre devant la mairie"
LONGEST_ADHESION = 180  # seconds
PATIENCE = 60  # seconds for a mail to leave a busy machine


@pytest.fixture
def register():
    """The Sirene register, as a server of ours plays it."""
    with (
        serving(says(payload(UNIT))) as server,
        override_settings(SIRENE_ADDRESS=server.address, SIRENE_HOSTS=("127.0.0.1",)),
    ):
        yield server


def counted(person):
    """Every stop of the keyboard on something that is filled, chosen, ticked or pressed."""
    stops, reach = [], person.reach
    person.reach = lambda wanted: stops.append(wanted) or reach(wanted)
    return stops


def letter_to(department, address):
    """The last mail that the worker wrote to somebody."""
    until = monotonic() + PATIENCE
    while monotonic() < until:
        for letter in mails_in(department.home / "mails"):
            if letter["To"] == address:
                return letter
        sleep(0.5)
    raise AssertionError(f"no mail to {address}")


def choose(person, label, words):
    person.reach(person.page.get_by_label(label, exact=True))
    person.page.keyboard.type(words)


def adhere(member, email="lea.roux@bati-brie.example"):
    choose(member, "Vous êtes", "Entreprise")
    member.fill("Numéro SIRET", "732 829 320 00074")
    member.sees("Complété d’après le répertoire Sirene")
    assert member.field("Nom de l’organisme").input_value() == UNIT["nom_raison_sociale"]
    assert member.field("Adresse postale").input_value() == PLACE["adresse"]
    assert member.page.get_by_label("Commune", exact=False).first.input_value() == "Meaux"
    member.fill("Vos prénom et nom", "Léa Roux")
    member.fill("Adresse électronique professionnelle", email)
    member.fill("Choisissez un mot de passe", PHRASE)
    member.tick("J’accepte la charte")
    member.tick("J’accepte que le comité")
    member.follow(member.button("Adhérer et ouvrir mon espace"))
    member.arrive("Aujourd’hui")
    member.sees("Bienvenue au comité")


def test_a_company_adheres_invites_a_colleague_and_both_work(
    person, department, register, monkeypatch, settings
):
    # One house, one key: the worker makes the link that the site recognises.
    monkeypatch.setenv("PERENNE_SECRET_KEY", settings.SECRET_KEY)
    member = person()
    member.open("/adhesion/")
    member.arrive("J’adhère au comité")
    member.look()
    start, stops = monotonic(), counted(member)
    adhere(member)
    seconds = monotonic() - start
    print(f"adhesion of a company: {seconds:.0f} s at the keyboard, {len(stops)} actions, 1 page")
    assert seconds < LONGEST_ADHESION
    assert len(register.paths) == 1
    assert SIRET in register.paths[0]
    member.look()

    look_around(member)
    member.fill("Adresse électronique du collègue", "paul.rey@bati-brie.example")
    member.follow(member.button("Envoyer l’invitation"))
    member.arrive("Personnes")
    member.sees("L’invitation est partie.")
    member.look()
    with department.worker():
        welcome = letter_to(department, "lea.roux@bati-brie.example")
        letter = letter_to(department, "paul.rey@bati-brie.example")
    assert welcome["Subject"] == "Bienvenue au comité"
    come_by_the_link(person(), letter)
    member.follow(member.link("Mon organisme"))
    member.arrive(UNIT["nom_raison_sociale"])
    member.sees("Paul Rey")


def look_around(member):
    member.follow(member.link("Le comité"))
    member.arrive("Votre adhésion au comité")
    member.look()
    member.follow(member.link("Mon organisme"))
    member.arrive(UNIT["nom_raison_sociale"])
    member.sees("SAS")
    member.look()
    member.follow(member.link("Inviter, nommer un administrateur, retirer"))
    member.arrive("Personnes")
    member.look()


def come_by_the_link(colleague, letter):
    link = search(r"https?://\S+/organismes/invitation/\S+", letter.get_content())[0]
    colleague.open(urlsplit(link).path)
    colleague.arrive(UNIT["nom_raison_sociale"])
    colleague.look()
    colleague.fill("Vos prénom et nom", "Paul Rey")
    colleague.fill("Choisissez un mot de passe", PHRASE)
    colleague.tick("J’accepte que le comité")
    colleague.follow(colleague.button("Ouvrir mon compte et accepter"))
    colleague.arrive("Aujourd’hui")
    colleague.sees("Bienvenue dans l’espace de")

    open_another_space(colleague)
    choose(colleague, "Organisme", UNIT["nom_raison_sociale"])
    colleague.follow(colleague.button("Changer d’organisme"))
    colleague.arrive("Aujourd’hui")
    colleague.sees(f"Vous travaillez maintenant pour {UNIT['nom_raison_sociale']}.")
    colleague.look()
    leave(colleague)

    colleague.open(urlsplit(link).path)
    colleague.arrive("Invitation")
    colleague.sees("Cette invitation a déjà servi.")
    colleague.look()


def open_another_space(colleague):
    colleague.follow(colleague.link("Mes espaces"))
    colleague.arrive("Mes espaces")
    colleague.look()
    colleague.follow(colleague.link("Ouvrir un autre espace"))
    colleague.arrive("Ouvrir un espace")
    colleague.look()
    colleague.follow(colleague.page.get_by_role("link", name="Prescripteur"))
    colleague.arrive("Ouvrir mon espace")
    colleague.follow(colleague.button("Ouvrir mon espace"))
    colleague.stands_on(colleague.page.locator("[data-error-summary]"))
    colleague.look()
    colleague.fill("Numéro SIRET", "217 702 844 00010")
    colleague.fill("Nom de l’organisme", "CCAS de Villenoy")
    choose(colleague, "Quel prescripteur êtes-vous ?", "Centre communal")
    colleague.follow(colleague.button("Ouvrir mon espace"))
    colleague.arrive("Aujourd’hui")
    colleague.sees("Votre espace attend la coordination")
    colleague.look()


def leave(colleague):
    colleague.follow(colleague.link("Mes espaces"))
    colleague.arrive("Mes espaces")
    colleague.follow(colleague.link("Quitter CCAS de Villenoy"))
    colleague.arrive("Quitter cet organisme")
    colleague.sees("Vous êtes seul dans cet espace")
    colleague.look()
    colleague.follow(colleague.button("Fermer l’espace"))
    colleague.arrive("Mes espaces")
    colleague.sees("L’espace de CCAS de Villenoy est fermé.")


def test_a_company_that_the_register_does_not_know_types_everything(person):
    member = person()
    member.open("/adhesion/")
    member.arrive("J’adhère au comité")
    choose(member, "Vous êtes", "Entreprise")
    member.fill("Numéro SIRET", "552 100 554 00021")
    member.sees("Remplissez à la main")
    member.fill("Nom de l’organisme", "Peinture du Loing")
    member.fill("Vos prénom et nom", "Hugo Blanc")
    member.fill("Adresse électronique professionnelle", "hugo@loing.example")
    member.fill("Choisissez un mot de passe", PHRASE)
    member.tick("J’accepte la charte")
    member.follow(member.button("Adhérer et ouvrir mon espace"))
    member.stands_on(member.page.locator("[data-error-summary]"))
    assert member.field("Nom de l’organisme").input_value() == "Peinture du Loing"
    member.look()
    member.fill("Choisissez un mot de passe", PHRASE)
    member.tick("J’accepte que le comité")
    member.follow(member.button("Adhérer et ouvrir mon espace"))
    member.arrive("Aujourd’hui")
    member.sees("Bienvenue au comité")
