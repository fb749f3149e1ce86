from datetime import date, timedelta

import pytest
from django.urls import reverse

from perenne.domain.hirings.models import Hiring
from perenne.domain.hirings.states import CONFIRMED
from perenne.web.tests.browser import buttons_of, error_on, summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db


def url_of(row):
    return reverse("hirings:confirm", args=[row.pk])


def test_an_eligible_person_is_confirmed_in_one_click(client_of, committee, hiring):
    row, browser = hiring.planned(), client_of(committee.facilitator)
    assert set(typed_in(browser.get(url_of(row)))) == {"csrfmiddlewaretoken"}
    page = browser.post(url_of(row), follow=True)
    assert "L’embauche est confirmée : ses heures comptent du" in text_of(page, "//body")
    row.refresh_from_db()
    assert (row.state, row.counts_from) == (CONFIRMED, row.starts_on)
    assert browser.post(url_of(row)).status_code == 404


def test_without_the_light_it_says_why_and_what_to_do(client_of, committee, hiring):
    row = hiring.planned(hiring.person(is_eligible=False))
    browser = client_of(committee.facilitator)
    page = browser.get(url_of(row))
    assert buttons_of(page) == ["Répondre à la demande d’éligibilité"]
    refused = browser.post(url_of(row))
    assert "confirmez-la avant l’embauche" in summary_of(refused)[0]
    other = hiring.planned(hiring.person("Paul Roy"), starts_on=date(2029, 1, 1))
    assert buttons_of(browser.get(url_of(other))) == ["Vérifier l’éligibilité"]


def test_a_verdict_that_came_late_counts_from_the_first_day_when_one_says_why(
    client_of, committee, hiring
):
    first = hiring.today - timedelta(60)
    browser = client_of(committee.facilitator)
    silent, told = (
        hiring.planned(hiring.person(f"Paul {name}"), starts_on=first) for name in ("Roy", "Bon")
    )
    assert "Vérification venue après l’embauche" in text_of(browser.get(url_of(silent)))
    browser.post(url_of(silent), {"because": ""})
    browser.post(url_of(told), {"because": "Demandée avant, examinée plus tard."})
    days = dict(Hiring.objects.values_list("pk", "counts_from"))
    assert days == {silent.pk: hiring.today, told.pk: first}


def test_the_pass_is_asked_where_a_structure_employs_and_refused_beside_its_field(
    client_of, committee, hiring
):
    row = hiring.planned(
        modality="MAD_ETTI", shape="MISSION", structure="ETTI", employer_name="Tremplin",
        employer_siret="99910002700013", ends_on=hiring.today + timedelta(90),
    )  # fmt: skip
    browser = client_of(committee.facilitator)
    none = browser.post(url_of(row), {})
    assert "Aucun PASS IAE n’est connu" in error_on(none, "pass_begins_on")
    begun, today = f"{hiring.today - timedelta(400):%d/%m/%Y}", f"{hiring.today:%d/%m/%Y}"
    half = browser.post(url_of(row), {"suspended_on": today})
    assert error_on(half, "pass_begins_on") == "Indiquez le premier jour du PASS IAE."
    assert error_on(half, "suspended_until")
    assert typed_in(half)["suspended_on"] == today
    stopped = {"suspended_on": today, "suspended_until": f"{hiring.today + timedelta(30):%d/%m/%Y}"}
    held = browser.post(url_of(row), {"pass_begins_on": begun, **stopped})
    assert "Le PASS IAE est suspendu" in error_on(held, "pass_begins_on")
    assert browser.post(url_of(row), {"pass_begins_on": begun}).status_code == 302


def test_an_exception_of_the_law_is_offered_where_it_settles_something(
    client_of, committee, hiring
):
    row = hiring.planned(
        modality="EMB_APP", shape="APPRENTISSAGE", ends_on=hiring.today + timedelta(40)
    )
    browser = client_of(committee.facilitator)
    page = browser.post(url_of(row), {})
    assert "dure au moins" in error_on(page, "easings")
    assert "limite d’âge" in text_of(page)
    assert "plus longue" not in text_of(page)
    both = browser.post(url_of(row), {"easings": ["shorter", "age"]})
    assert both.status_code == 302
