"""A need, from both ends: asked for in two actions, answered in two clicks without an account,
a person proposed and hired without anything typed twice; people read it as an offer of work."""

import re

import pytest
from django.urls import reverse

from perenne.domain.sourcing.factories import token_for
from perenne.domain.sourcing.models import Offer, Opening, Solicitation
from perenne.domain.sourcing.states import ASKED
from perenne.ops.demo.hirings import GARDENS
from perenne.ops.demo.partners import COMPANY, PRESCRIBER, STRUCTURE
from perenne.ops.demo.sourcing import GARDENER, PAINTER
from tests.journeys.sight import PHONE
from tests.journeys.test_eligibility import sign_in

pytestmark = pytest.mark.journey
TO_ANSWER = 2
"""Clicks of a structure, from its mail: the link, then the answer."""
TO_ASK = 2
"""Actions of a company, from its commitment: the form, then sending it."""


def test_a_structure_answers_from_its_mail_in_two_clicks_without_an_account(person, department):
    first, second = Solicitation.objects.filter(
        opening__job_title=GARDENER, state=ASKED, structure__trades__isnull=False
    ).distinct()[:2]
    structure, other = person(), person()
    open_mail(structure, first)
    structure.look("structure-1-repondre", PHONE)
    structure.follow(structure.button("Proposer"))
    structure.arrive("Merci de votre réponse")
    assert structure.clicks + 1 == TO_ANSWER
    assert Offer.objects.get(solicitation=first).persons == 1

    open_mail(other, second)
    other.page.get_by_text("Nous ne pouvons pas").click()
    other.tick("Personne de disponible dans ce métier")
    other.follow(other.button("Décliner"))
    other.arrive("Merci de votre réponse")
    second.refresh_from_db()
    assert second.reason == "no_one"
    print(
        f"{structure.clicks + 1} clicks from the mail to the offer, {other.clicks + 1} to decline"
    )


def open_mail(structure, asked):
    structure.open(reverse("sourcing:reply", args=[token_for(asked)]))
    structure.arrive(GARDENER)


def test_a_company_asks_chooses_and_hires_without_typing_anything_twice(person, department):
    company = person()
    sign_in(company, COMPANY.player.email)
    ask(company)

    company.follow(company.link("Besoins").first)
    company.arrive("Besoins")
    company.look()
    company.follow(company.link(PAINTER).first)
    company.arrive(PAINTER)
    company.sees(STRUCTURE.player.organisation)
    company.look("entreprise-5-retenir")
    company.follow(company.button(f"Retenir {STRUCTURE.player.organisation}"))
    company.arrive(PAINTER)
    company.sees("l’organisme est prévenu")
    assert "Carvalho" not in company.page.content()
    company.follow(company.page.get_by_role("link", name=re.compile("Prévoir l’embauche de P-")))
    company.arrive("P-")
    assert company.field("Poste").input_value() == PAINTER
    company.page.get_by_label("Modalité").select_option("EMB_CDD")
    company.follow(company.button("Prévoir l’embauche"))
    company.arrive("Inès Carvalho")
    company.sees("Les heures compteront du")


def ask(company):
    company.follow(company.link("Mes engagements").first)
    company.arrive("Mes engagements")
    company.follow(company.link(GARDENS))
    company.arrive(GARDENS)
    before = company.clicks
    company.follow(company.link("Demander une personne"))
    company.arrive("Demander une personne")
    company.look("entreprise-4-demander", PHONE)
    company.fill("Heures en tout", "300")
    company.follow(company.button("Envoyer la demande"))
    company.sees("La demande est ouverte.")
    assert company.clicks - before == TO_ASK
    print(f"{company.clicks - before} actions from the commitment to the need sent")


def test_a_prescriber_proposes_a_person_and_reads_what_becomes_of_her(person, department):
    prescriber = person()
    sign_in(prescriber, PRESCRIBER.player.email)
    prescriber.follow(prescriber.link("Sollicitations").first)
    prescriber.arrive("Sollicitations")
    prescriber.look()
    prescriber.follow(prescriber.link("Proposer une personne"))
    prescriber.arrive("Besoins ouverts")
    gardens = re.compile(f"Proposer une personne : {GARDENER}")
    prescriber.follow(prescriber.page.get_by_role("link", name=gardens).first)
    prescriber.arrive("Proposer une personne")
    prescriber.look("prescripteur-1-proposer")
    prescriber.fill("Prénom", "Moussa")
    prescriber.reach(prescriber.page.get_by_label("Nom", exact=True))
    prescriber.page.keyboard.type("Keïta")
    prescriber.fill("Date de naissance", "04/02/1999")
    prescriber.follow(prescriber.button("Proposer cette personne"))
    prescriber.arrive("Mes propositions")
    prescriber.sees("Moussa Keïta")
    prescriber.sees("Réponse attendue")
    prescriber.look()


def test_people_find_the_work_that_is_near_and_whom_to_call(person, department):
    visitor = person()
    visitor.open("/")
    visitor.arrive("Quels marchés peuvent porter une clause sociale")
    main = visitor.page.get_by_role("main")
    visitor.follow(main.get_by_role("link", name="Les offres d’emploi"))
    visitor.arrive("Offres d’emploi près de chez vous")
    visitor.fill("Votre commune", "Nemours")
    visitor.follow(visitor.button("Chercher"))
    visitor.sees("Dans cette commune")
    visitor.look("public-offres", PHONE, at="body")
    visitor.follow(visitor.link(GARDENER).first)
    visitor.arrive(GARDENER)
    visitor.sees(f"offre n° {Opening.objects.get(job_title=GARDENER).pk}")
    assert COMPANY.player.organisation not in visitor.page.content()
    visitor.look()
