"""Each reads the steps, what is theirs to do now, and why the rest waits."""

import pytest
from django.urls import reverse

from perenne.domain.compliance.actions import answer_shortfall
from perenne.web.tests.browser import buttons_of, sql_for, text_of, title_of

pytestmark = pytest.mark.django_db
THREATS = ("pénalit", "demeure", "manquement", "sanction", "€")


def url_of(row):
    return reverse("compliance:show", args=[row.pk])


def test_after_an_alert_each_reads_what_is_theirs_and_why_the_rest_waits(
    client_of, committee, late
):
    row = late.alerted()
    facilitator, buyer, company = (
        client_of(one) for one in (committee.facilitator, committee.buyer, committee.company)
    )
    assert buttons_of(buyer.get(url_of(row))) == ["Écrire à l’entreprise"]
    page = facilitator.get(url_of(row))
    assert buttons_of(page) == ["Clore sans suite"]
    assert "La clause exige une mise en demeure : envoyez-la au titulaire." in text_of(page)
    assert "L’acheteur peut le faire dès maintenant." in text_of(page)
    page = company.get(url_of(row))
    assert buttons_of(page) == ["Répondre"]
    told = text_of(page, "//body").lower()
    assert [word for word in THREATS if word in told] == []
    for actor in (committee.other_facilitator, committee.other_buyer, committee.structure):
        assert client_of(actor).get(url_of(row)).status_code == 404


def test_a_party_reads_no_amount_before_the_decision_and_everything_after(
    client_of, committee, late
):
    row = late.proposed()
    company = client_of(committee.company)
    page = company.get(url_of(row))
    assert "Examen de votre dossier par l’acheteur" in text_of(page)
    assert "€" not in text_of(page)
    page = client_of(committee.facilitator).get(url_of(row))
    assert buttons_of(page) == ["Retirer la proposition"]
    assert "Qui propose ne décide pas" in text_of(page)
    assert "50 € par heure manquante" in text_of(page)
    assert buttons_of(client_of(committee.buyer).get(url_of(row))) == ["Décider"]


def test_the_page_asks_as_much_however_many_answers_came(client_of, committee, late):
    row, browser = late.decided(), client_of(committee.coordination)
    before = sql_for(browser, url_of(row))
    text = text_of(browser.get(url_of(row)))
    assert "Motif : Aucune embauche depuis l’alerte." in text
    assert "Lettre de décision (PDF)" in text
    assert title_of(browser.get(url_of(row))) == "Toiture du gymnase"
    other = late.alerted(late.another("Voirie"))
    for number in range(5):
        answer_shortfall(shortfall_id=other.pk, text=f"Réponse {number}.", by=committee.company)
    assert sql_for(browser, url_of(other)) <= before
