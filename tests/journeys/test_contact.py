"""Writing to the committee, and sending several files at once, at the keyboard."""

from urllib.parse import unquote_plus

import pytest

from perenne.kit.files.tests.makers import pdf
from perenne.ops.demo.people import COORDINATION, PASSWORD
from tests.journeys.files import programme_csv, programme_xlsx

A_WHILE = 3_500  # milliseconds: nobody writes to a committee faster, and robots are held

pytestmark = pytest.mark.journey
PHRASE = "un grand cèdre devant la mairie"


def who(person):
    person.fill("Vos prénom et nom", "Paul Petit")
    person.fill("Adresse électronique", "paul.petit@lieusaint.example")


def test_a_visitor_writes_to_the_facilitator_of_a_commune_and_nothing_typed_is_lost(person):
    visitor = person()
    visitor.open("/contact/")
    visitor.arrive("Nous écrire")
    visitor.look()
    visitor.fill("Commune ou code postal", "77100")
    visitor.follow(visitor.button("Écrire à son facilitateur"))
    visitor.sees("Plusieurs communes correspondent")
    visitor.look()
    visitor.follow(visitor.link("Meaux"))
    visitor.arrive("Écrire au facilitateur")
    visitor.sees("Destinataire")
    visitor.look()
    fill_in(visitor)
    visitor.tick("J’accepte que le comité")
    visitor.page.wait_for_timeout(A_WHILE)
    visitor.follow(visitor.button("Envoyer"))
    visitor.arrive("Votre message est arrivé")
    visitor.sees("Une confirmation part par courriel")
    visitor.look()


def keeps(text):
    """Whether an answer is the one to the draft that holds this."""
    return lambda answer: text in unquote_plus(answer.request.post_data or "")


def fill_in(visitor):
    """Sent too soon, left, and found again."""
    visitor.fill("Objet", "Un lot de nettoyage")
    visitor.page.wait_for_timeout(A_WHILE)
    visitor.follow(visitor.button("Envoyer"))
    visitor.stands_on(visitor.page.locator("[data-error-summary]"))
    visitor.look()
    assert visitor.field("Objet").input_value() == "Un lot de nettoyage"
    visitor.fill("Votre message", "Combien d’heures pour 980 000 € sur quatre ans ?")
    with visitor.page.expect_response(keeps("paul.petit@lieusaint.example")):
        who(visitor)  # a pause keeps what is typed, even in the field that has the focus
    visitor.sees("Brouillon gardé à")
    visitor.open("/contact/coordination/")  # goes elsewhere, and comes back
    visitor.arrive("Écrire à la coordination")
    visitor.open("/contact/facilitateur/77284/")
    visitor.arrive("Écrire au facilitateur")
    visitor.sees("Votre brouillon est là")
    visitor.look()


def test_a_problem_is_told_without_a_name_and_the_coordination_finds_it(person):
    visitor = person()
    visitor.open("/contact/probleme/")
    visitor.arrive("Signaler un problème")
    visitor.look()
    visitor.reach(visitor.field("Que signalez-vous ?"))
    visitor.page.keyboard.type("Un problème d’acc")
    visitor.fill("Ce qui s’est passé", "Au clavier, je ne trouve pas le bouton.")
    visitor.page.wait_for_timeout(A_WHILE)
    visitor.follow(visitor.button("Envoyer"))
    visitor.arrive("Votre message est arrivé")
    visitor.sees("Vous n’avez pas laissé d’adresse")
    visitor.look()
    reader = person()
    reader.open("/connexion/?next=/contact/recus/")
    sign_in(reader)
    reader.arrive("Messages")
    reader.look()
    reader.follow(reader.link("Un problème d’accessibilité"))
    reader.arrive("Un problème d’accessibilité")
    reader.sees("Au clavier, je ne trouve pas le bouton.")
    reader.look()
    reader.follow(reader.button("Classer"))
    reader.sees("Le message est classé.")


def sign_in(reader):
    reader.fill("Adresse électronique", COORDINATION.email)
    reader.fill("Mot de passe", PASSWORD)
    reader.press("Enter")


def test_a_buyer_drops_several_files_and_sends_them_in_one_step(person):
    buyer = person()
    buyer.open("/programmation/deposer/")
    buyer.arrive("Je transmets la programmation")
    buyer.look()
    buyer.reach(buyer.field("Votre tableau d’achats"))
    buyer.field("Votre tableau d’achats").set_input_files(
        [
            {"name": name, "mimeType": "application/octet-stream", "buffer": content}
            for name, content in (
                ("programme 2027.csv", programme_csv()),
                ("annexe 2028.xlsx", programme_xlsx()),
                ("note du service.pdf", pdf()),
            )
        ]
    )
    buyer.follow(buyer.button("Analyser mes achats"))
    buyer.arrive("Plusieurs fichiers, un seul envoi")
    buyer.sees("note du service.pdf")
    buyer.look()
    buyer.follow(buyer.link("programme 2027"))
    buyer.arrive("programme 2027")
    buyer.follow(buyer.link("Tout l’envoi : les fichiers et documents arrivés ensemble"))
    buyer.arrive("Plusieurs fichiers, un seul envoi")
    buyer.fill("Nom de votre organisme", "Ville de Villenoy")
    buyer.fill("Vos prénom et nom", "Jeanne Roux")
    buyer.fill("Adresse électronique professionnelle", "jeanne.roux@villenoy.example")
    buyer.fill("Choisissez un mot de passe", PHRASE)
    buyer.tick("J’accepte que le comité")
    buyer.follow(buyer.button("Tout transmettre et ouvrir mon espace"))
    buyer.sees("Tout est transmis.")
    buyer.look()
