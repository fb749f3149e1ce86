import pytest
from django.urls import reverse

from perenne.domain.directory.models import StructureTrade
from perenne.domain.sourcing.factories import token_for
from perenne.domain.sourcing.models import Offer, Solicitation
from perenne.domain.sourcing.queries.askable import askable_for
from perenne.values import add_months
from perenne.web.tests.browser import error_on, text_of, tree_of, typed_in

pytestmark = pytest.mark.django_db


def url_of(asked):
    return reverse("sourcing:reply", args=[token_for(asked)])


def test_one_click_answers_from_the_mail_and_a_visit_answers_nothing(client_of, committee, needing):
    asked = needing.asked(needing.opening())
    browser, url = client_of(committee.nobody), url_of(asked)
    page = browser.get(url)
    assert "1 personne, 300 h, à Meaux" in text_of(page)
    assert page["X-Robots-Tag"].startswith("noindex")
    begun = {name: one for name, one in typed_in(page).items() if name != "act"}
    assert (begun["persons"], begun["monthly"]) == ("1", "151")
    assert Solicitation.objects.get().state == "asked"
    done = browser.post(url, {**begun, "monthly": "120"})
    assert "Votre réponse est enregistrée" in text_of(done)
    offer = Offer.objects.get()
    assert (offer.persons, offer.minutes_per_month) == (1, 7_200)
    again = text_of(browser.get(url))
    assert "Votre réponse est enregistrée" in again
    assert ": 1 personne, 120 h par mois, à partir du " in again
    assert "L’entreprise ne s’est pas encore prononcée" in again
    assert "Peintre" not in again


def test_one_declines_from_the_mail_with_a_reason(client_of, committee, needing):
    asked = needing.asked(needing.opening(), needing.prescriber)
    browser, url = client_of(committee.nobody), url_of(asked)
    page = browser.get(url, {"decliner": ""})
    assert tree_of(page).xpath("//details[@open]//input[@name='reason']")
    assert not tree_of(page).xpath("//input[@name='monthly']")
    silent = browser.post(url, {"act": "decline", "words": "Stage en cours"})
    assert error_on(silent, "reason").startswith("Choisissez pourquoi")
    assert typed_in(silent)["words"] == "Stage en cours"
    assert Solicitation.objects.get().state == "asked"
    done = browser.post(url, {"act": "decline", "reason": "no_one", "words": "Stage en cours"})
    assert "nous en tiendrons compte" in text_of(done)
    row = Solicitation.objects.get()
    assert (row.state, row.reason, row.note) == ("declined", "no_one", "Stage en cours")
    again = text_of(browser.get(url))
    assert "vous avez décliné (Personne de disponible dans ce métier)" in again
    assert "Stage en cours" not in again


def test_one_click_asks_for_peace_and_the_space_takes_it_back(client_of, committee, needing):
    asked, other = needing.asked(needing.opening()), needing.asked(needing.opening())
    browser, url = client_of(committee.nobody), url_of(asked)
    page = browser.get(url, {"repos": ""})
    buttons = tree_of(page).xpath("//details[@open]//button[@name='months']/@value")
    assert buttons == ["0", "3", "6", "12"]
    assert Solicitation.objects.get(pk=asked.pk).state == "asked"
    assert "Choisissez" in text_of(browser.post(url, {"act": "quiet", "months": "700"}))
    done = browser.post(url, {"act": "quiet", "months": "3"})
    assert "C’est entendu" in text_of(done)
    row = Solicitation.objects.get(pk=asked.pk)
    until = add_months(needing.today, 3)
    assert (row.state, row.reason, row.quiet_until) == ("declined", "quiet", until)
    assert "Vous n’êtes plus sollicité jusqu’au" in text_of(browser.get(url))
    browser.post(url_of(other), {"act": "quiet", "months": "0"})
    assert Solicitation.objects.get(pk=other.pk).quiet_until is None
    StructureTrade.objects.create(structure=needing.structure, trade="painting")
    found = askable_for(needing.opening(commune_id="77288"), on=needing.today)
    assert {one.quiet_until for one in found if one.id == needing.structure.pk} == {until}
    space, resume = client_of(committee.structure), reverse("sourcing:resume")
    assert "Vous n’êtes plus sollicité" in text_of(space.get(reverse("sourcing:asked")))
    client_of(committee.prescriber).post(resume)
    assert Solicitation.objects.get(pk=asked.pk).quiet_until == until
    assert "C’est noté" in text_of(space.post(resume, follow=True), "//body")
    assert Solicitation.objects.get(pk=asked.pk).quiet_until is None


def test_a_link_that_opens_nothing_says_so_and_shows_nothing(client_of, committee, needing):
    over = needing.asked(needing.opening(**needing.filled))
    browser = client_of(committee.nobody)
    for url, words in (
        (url_of(over), "Ce besoin est pourvu"),
        (reverse("sourcing:reply", args=["faux"]), "Ce lien n’est pas reconnu"),
    ):
        for page in (browser.get(url), browser.post(url, {"persons": "1"})):
            assert words in text_of(page)
            assert "Peintre" not in text_of(page)
    wrong = needing.asked(needing.opening())
    late = browser.post(url_of(wrong), {"persons": "1", "monthly": "10", "starts_on": "01/01/2050"})
    assert "dites un premier jour qui vienne avant" in text_of(late)
