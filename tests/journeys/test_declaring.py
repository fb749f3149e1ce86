"""A month of hours declared: an unchanged crew in three actions, a first one on a phone."""

import re
import time

import pytest
from django.core import mail
from django.test.utils import override_settings
from django.utils.timezone import localdate, now

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hirings.states import PLANNED
from perenne.domain.hours.actions import open_ended_month
from perenne.domain.hours.actions.mailing import send_link
from perenne.domain.hours.factories import give_share, kick_off, new_sheet, new_work, token_for
from perenne.domain.hours.models import Sheet, StatementLink, Work
from perenne.domain.hours.queries.links import token_of
from perenne.domain.organisations.models import Organisation
from perenne.domain.participants.factories import new_participant
from perenne.domain.procurement.factories import new_party
from perenne.domain.procurement.models import Party
from perenne.kit.actors import HOUSE, Actor, Role
from perenne.ops.demo.partners import GARDENS
from perenne.ops.demo.people import PASSWORD
from perenne.rules.french import month_in_full, of_month
from perenne.values import add_months
from tests.journeys.sight import PHONE, put_on

pytestmark = pytest.mark.journey
TODAY = localdate()
MONTH = add_months(TODAY.replace(day=1), -1)
BEGAN = add_months(MONTH, -4)
CONTRACT, SUBCONTRACTOR = "Réfection de la salle des fêtes", "Chapes de la Marne"
MAIL = "chapes.marne@demo.example"
CREW = (
    "Karim Diallo", "Ana Costa", "Lucie Morel", "Idris Benali", "Fatou Sarr", "Hugo Blanc",
    "Inès Moulin", "Théo Garnier",
)  # fmt: skip
KEY, TAP, THOUGHT = 0.5, 1.1, 1.35
"""Seconds of a slow hand on a phone: a sign, a tap, what to write (keystroke-level model)."""
LONGEST = 180


@pytest.fixture(scope="module")
def crews(department):
    """Of a structure of the demo, with a month behind them; of its subcontractor, without one."""
    space = Actor(Role.INCLUSION_STRUCTURE, organisation_id=organisation_of(GARDENS.siret))
    days = dict.fromkeys(("signed_on", "notified_on", "starts_on"), BEGAN)
    school = new_commitment(company=space, object=CONTRACT, **days)
    kick_off(school, BEGAN)
    lead = whole_of(school).party
    crew = [_hired(name, school, lead) for name in CREW]
    _hired("Noé Sombre", school, lead, state=PLANNED, counts_from=None, verdict=None,
           verified_on=None, regularised_because="")  # fmt: skip
    before = new_sheet(crew[0], month=add_months(MONTH, -1))
    for hiring in crew:
        new_work(hiring, sheet=before, month=before.month, minutes=9_100)
    chape = new_party(school.contract, under=lead, name=SUBCONTRACTOR, email=MAIL)
    give_share(school, chape, minutes=6_000, on=BEGAN)
    theirs = [_hired(name, school, chape) for name in CREW]
    open_ended_month(by=HOUSE, on=TODAY)
    return crew, theirs


def organisation_of(siret):
    return Organisation.objects.get(siret=siret).pk


def _hired(name, commitment, party, **facts):
    first, last = name.split()
    person = new_participant(first_name=first, last_name=last)
    given = {"party": party, "starts_on": BEGAN, "counts_from": BEGAN, **facts}
    return new_hiring(person, commitment, **given)


def test_an_unchanged_crew_is_declared_in_three_actions(person, crews):
    company = person()
    company.open("/bureau/")
    company.arrive("Connexion")
    company.fill("Adresse électronique", GARDENS.player.email)
    company.fill("Mot de passe", PASSWORD)
    company.press("Enter")
    company.arrive("Aujourd’hui")
    before, began = company.clicks, time.monotonic()
    company.follow(company.link(f"Déclarer les heures : {month_in_full(MONTH)}"))
    company.arrive(f"Heures {of_month(MONTH)}")
    company.look("entreprise-3-heures", PHONE, at="#heures")
    company.follow(company.button("Comme le mois dernier"))
    company.sees("Les heures du mois dernier sont reprises")
    company.arrive(f"Heures {of_month(MONTH)}")
    company.follow(company.button("Déclarer"))
    company.sees("Le mois est déclaré : 1\u202f213\u00a0h\u00a020")
    company.look()
    took, actions = time.monotonic() - began, company.clicks - before
    print(f"unchanged crew of 8: {actions} actions from the desk, {took:.0f} s with two looks")
    assert actions <= 3
    assert Work.objects.filter(hiring__in=crews[0], month=MONTH).count() == 8
    company.follow(company.link("Mes heures").first)
    company.arrive("Mes heures")
    company.look()


def mailed():
    """The link, and the path that its mail carries."""
    siret = Party.objects.get(email=MAIL).siret
    token = token_for(siret, MONTH, MAIL)
    link = StatementLink.objects.get(email=MAIL)
    assert token_of(link.seed) == token
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        mail.outbox = []
        assert send_link(link_id=link.pk, now=now()) == 1
    return link, re.search(r"/declarer/[0-9a-f]{64}/", mail.outbox[0].body)[0]


def test_a_first_declaration_on_a_phone_without_an_account(person, crews):
    """Every box is reached and typed by keys; what a slow hand would take is added up."""
    link, path = mailed()
    phone = person()
    put_on(phone.page, PHONE)
    phone.open(path)
    phone.arrive(f"Heures {of_month(MONTH)}")
    phone.look("sous-traitant-2-declarer", PHONE, at="#heures")
    put_on(phone.page, PHONE)
    began, keys = time.monotonic(), 0
    first = phone.page.locator("main .button:visible").first
    assert first.inner_text() == "Aucune heure ce mois-ci"
    for name, typed in zip(CREW, ("151,67", "7h30", "7,5", *["140"] * 4, "300"), strict=True):
        phone.fill(name, typed)
        keys += len(typed)
    phone.reach(first)  # the draft keeps itself meanwhile: it presses no button
    phone.sees("Brouillon gardé")
    phone.follow(phone.button("Déclarer"))
    phone.arrive(f"Heures {of_month(MONTH)}")
    answer = "Deux mois réunis."
    phone.sees("Théo Garnier : Le mois dépasse")
    phone.fill("Votre explication", answer)
    phone.follow(phone.button("Déclarer"))
    phone.sees("Le mois est déclaré")
    took = time.monotonic() - began
    keys, taps = keys + len(answer), len(CREW) + 1 + phone.clicks
    human = keys * KEY + taps * TAP + (len(CREW) + 1) * THOUGHT
    print(
        f"first declaration of 8 people at 320 px: {taps} taps and {keys} signs, "
        f"{took:.0f} s here, {human:.0f} s for a slow hand"
    )
    assert max(took, human) <= LONGEST
    assert Sheet.objects.get(statement=link.statement).state == "declared"
    phone.look()
