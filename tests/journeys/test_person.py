"""A person reads her hours on her phone, does not agree with a month, and is answered."""

import re

import pytest

from perenne.ops.demo.pathways import HOLDER
from perenne.ops.demo.people import FACILITATORS, PASSWORD
from tests.journeys.sight import PHONE, put_on

pytestmark = pytest.mark.journey
FACILITATOR = next(iter(FACILITATORS))
ANSWER = "Vous avez raison. L’entreprise corrige ce mois."


def test_a_person_reads_contests_and_is_answered(person, department):
    facilitator, her = person(), person()
    path = handed_by(facilitator)
    put_on(her.page, PHONE)
    her.open(path)
    contests(her)
    answers(facilitator)
    her.open(path)
    her.sees(ANSWER)


def handed_by(facilitator):
    """The path that is printed on the sheet."""
    sign_in(facilitator, FACILITATOR.email)
    facilitator.open("/eligibilite/?q=sarr")
    facilitator.follow(facilitator.link(HOLDER))
    facilitator.arrive(HOLDER)
    facilitator.follow(facilitator.link("Parcours"))
    facilitator.arrive(HOLDER)
    facilitator.sees("mois de droit restants")
    facilitator.look("facilitateur-10-parcours")
    facilitator.follow(facilitator.button("Imprimer sa feuille"))
    facilitator.arrive("Votre page")
    facilitator.look()
    return re.search(r"/mon-parcours/[\w-]+/", facilitator.page.inner_text("#adresse")).group()


def contests(her):
    her.arrive("Bonjour Fatou")
    her.look("personne-1-ma-page", PHONE)
    put_on(her.page, PHONE)
    her.follow(her.page.get_by_role("link", name="Je ne suis pas d’accord").first)
    her.arrive("Je ne suis pas d’accord")
    her.look()
    put_on(her.page, PHONE)
    her.fill("Qu’est-ce qui n’est pas juste", "Il manque deux heures le 3.")
    her.follow(her.button("Envoyer mon message"))
    her.arrive("Bonjour Fatou")
    her.sees("Il manque deux heures le 3.")
    print(f"{her.clicks} clicks to contest a month on a phone")


def answers(facilitator):
    facilitator.open("/bureau/?groupe=Heures")
    waiting = facilitator.page.get_by_role("link", name="Répondre à une personne sur ses heures")
    facilitator.follow(waiting.first)
    facilitator.arrive("Répondre à la personne")
    facilitator.look()
    facilitator.fill("Votre réponse", ANSWER)
    facilitator.follow(facilitator.button("Envoyer la réponse"))
    facilitator.arrive(HOLDER)


def sign_in(someone, email):
    someone.open("/bureau/")
    someone.arrive("Connexion")
    someone.fill("Adresse électronique", email)
    someone.fill("Mot de passe", PASSWORD)
    someone.press("Enter")
    someone.arrive("Aujourd’hui")
