"""A company has a person verified; the facilitator answers in two screens; the company hires."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import FACILITATORS, PASSWORD
from perenne.values import add_months
from tests.journeys.sight import PHONE

pytestmark = pytest.mark.journey
FACILITATOR = next(iter(FACILITATORS))
TODAY = localdate()
HIRE_ON = TODAY + timedelta(10)
NAME = "Amina Soler"


def test_a_person_is_verified_before_the_hiring(person, department):
    company, facilitator = person(), person()
    sign_in(company, COMPANY.player.email)
    company.follow(company.link("Éligibilité").first)
    company.arrive("Éligibilité")
    company.look()
    ask(company)

    sign_in(facilitator, FACILITATOR.email)
    facilitator.follow(facilitator.link("Éligibilité").first)
    facilitator.arrive("Éligibilité")
    facilitator.look()
    before = len(facilitator.screens)
    confirm(facilitator)
    print(f"{len(facilitator.screens) - before} screens from the list to the answer given")

    company.follow(company.link("Éligibilité").first)
    company.arrive("Éligibilité")
    company.follow(company.link(NAME))
    company.arrive(NAME)
    company.sees("La personne est éligible")
    assert "longue durée" not in company.page.content()
    company.look(None, PHONE)


def sign_in(someone, email):
    someone.open("/bureau/")
    someone.arrive("Connexion")
    someone.fill("Adresse électronique", email)
    someone.fill("Mot de passe", PASSWORD)
    someone.press("Enter")
    someone.arrive("Aujourd’hui")


def ask(company):
    company.follow(company.link("Faire vérifier une personne"))
    company.arrive("Faire vérifier une personne")
    company.look(None, PHONE)
    first, last = NAME.split()
    company.fill("Prénom", first)
    company.reach(company.page.get_by_label("Nom", exact=True))
    company.page.keyboard.type(last)
    company.fill("Date de naissance", "04/02/1988")
    company.fill("Embauche prévue le", f"{HIRE_ON:%d/%m/%Y}")
    company.page.get_by_role("combobox", name="Marché").select_option(index=1)
    company.follow(company.button("Envoyer la demande"))
    company.arrive(NAME)
    company.sees("Vérification en cours")
    company.look()


def confirm(facilitator):
    facilitator.follow(facilitator.link(NAME))
    facilitator.arrive(NAME)
    facilitator.look()
    facilitator.page.get_by_label("Cherche un emploi").select_option("yes")
    registered = add_months(HIRE_ON, -13)
    facilitator.fill("Inscription à France Travail le", f"{registered:%d/%m/%Y}")
    facilitator.fill("Mois travaillés sur les 12 derniers", "2")
    facilitator.page.get_by_label("Justificatif vu aujourd’hui").select_option("FRANCE_TRAVAIL")
    facilitator.fill("Daté du", f"{TODAY:%d/%m/%Y}")
    told = facilitator.page.get_by_label("La personne a reçu l’information sur ses données")
    told.select_option(index=1)
    facilitator.follow(facilitator.button("Confirmer l’éligibilité"))
    facilitator.arrive(NAME)
    facilitator.sees("La personne est éligible.")
    facilitator.look()
