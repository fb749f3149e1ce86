"""From the answer on eligibility to a hiring that counts: the company plans, the facilitator
confirms; what one cannot do is said where it is typed."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from perenne.ops.demo.partners import COMPANY
from perenne.ops.demo.people import FACILITATORS
from tests.journeys.test_eligibility import sign_in

pytestmark = pytest.mark.journey
FACILITATOR = next(iter(FACILITATORS))
NAME = "Yasmine Ferrand"
FIRST = localdate() + timedelta(14)


def test_a_verified_person_is_hired_and_her_hours_count(person, department):
    company, facilitator = person(), person()
    sign_in(company, COMPANY.player.email)
    before = len(company.screens)
    company.follow(company.link(f"Prévoir l’embauche : {NAME}"))
    company.arrive(NAME)
    company.sees("La personne est éligible")
    company.follow(company.link("Prévoir l’embauche"))
    plan(company)
    print(f"{len(company.screens) - before} screens from the desk to the hiring planned")

    sign_in(facilitator, FACILITATOR.email)
    confirm(facilitator)

    company.follow(company.link("Embauches").first)
    company.arrive("Embauches")
    company.look()
    company.follow(company.link(NAME))
    company.arrive(NAME)
    company.sees("Les heures comptent du")
    assert "longue durée" not in company.page.content()
    company.look()


def plan(company):
    """A mistake first: it is said beside its field, and what was typed stays."""
    company.arrive(NAME)
    company.page.get_by_label("Modalité").select_option("EMB_CDD")
    company.fill("Poste", "Bardeuse")
    company.fill("Code ROME", "F1613")
    company.fill("Dernier jour", "01/01/2026")
    company.follow(company.button("Prévoir l’embauche"))
    company.arrive(NAME)
    company.sees("Le contrat finit avant de commencer")
    assert company.field("Poste").input_value() == "Bardeuse"
    company.look()
    company.fill("Dernier jour", f"{FIRST + timedelta(180):%d/%m/%Y}")
    company.follow(company.button("Prévoir l’embauche"))
    company.arrive(NAME)
    company.sees("Les heures compteront du")


def confirm(facilitator):
    before = len(facilitator.screens)
    facilitator.follow(facilitator.link("Embauches").first)
    facilitator.arrive("Embauches")
    facilitator.follow(facilitator.page.get_by_role("link", name="À confirmer (3)"))
    facilitator.arrive("Embauches")
    facilitator.follow(facilitator.link(NAME))
    facilitator.arrive(NAME)
    facilitator.follow(facilitator.link("Confirmer l’embauche"))
    facilitator.arrive("Confirmer l’embauche")
    facilitator.look()
    facilitator.follow(facilitator.button("Confirmer l’embauche"))
    facilitator.arrive(NAME)
    facilitator.sees("L’embauche est confirmée")
    print(f"{len(facilitator.screens) - before} screens from the desk to the hiring confirmed")
