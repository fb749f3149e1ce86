import pytest
from django.urls import reverse
from django.utils.timezone import now

from perenne.domain.hours.models import Voice
from perenne.domain.participants.factories import new_link, new_participant
from perenne.kit.journal.models import Entry
from perenne.web.tests.browser import error_on, summary_of, text_of, tree_of

pytestmark = pytest.mark.django_db


def test_she_contests_a_month_and_reads_the_answer_on_her_page(client_of, committee, scene):
    token, browser = scene.link(), client_of(committee.nobody)
    url = reverse("person:speak", args=[token, scene.declared.pk])
    assert "a déclaré 100 h pour vous" in text_of(browser.get(url))
    assert not Voice.objects.exists()  # a link that is followed says nothing in her place
    assert error_on(browser.post(url, {"message": ""}), "message") == (
        "Écrivez ce qui n’est pas juste."
    )
    page = browser.post(url, {"message": "Il manque le samedi 14."}, follow=True)
    assert "Votre facilitateur va vous répondre ici." in text_of(page)
    again = browser.post(url, {"message": "Et le 21."})
    assert "Vous avez déjà écrit pour ce mois" in summary_of(again)[0]

    desk = client_of(committee.facilitator)
    (link,) = tree_of(desk.get(reverse("desks:today"))).xpath(
        "//a[contains(., 'Répondre à une personne')]/@href"
    )
    asked = desk.get(link)
    assert "Il manque le samedi 14." in text_of(asked)
    assert "Écrivez votre réponse" in error_on(desk.post(link, {"answer": " "}), "answer")
    desk.post(link, {"answer": "Vous avez raison : c’est corrigé."})
    assert desk.get(link).status_code == 404
    assert "Vous avez raison : c’est corrigé." in text_of(
        browser.get(reverse("person:own", args=[token]))
    )
    lines = [f"{one.facts} {one.changes} {one.reason}" for one in Entry.objects.all()]
    assert not [line for line in lines if "samedi" in line or "raison" in line]
    for who in ("company", "buyer", "other_facilitator", "prescriber", "coordination"):
        assert client_of(getattr(committee, who)).get(link).status_code == 404


def test_she_says_that_her_hours_are_right_once_for_what_they_are(client_of, committee, scene):
    token, browser = scene.link(), client_of(committee.nobody)
    url = reverse("person:speak", args=[token, scene.validated.pk])
    page = browser.post(url, {"act": "agree"}, follow=True)
    assert "vos heures sont justes. Merci." in text_of(page, "//body")
    assert "déjà dit" in summary_of(browser.post(url, {"act": "agree"}))[0]
    assert Voice.objects.get().minutes == 9_090


def test_the_months_of_another_person_are_closed_to_her(client_of, committee, scene):
    other = new_link(new_participant(), now=now())
    url = reverse("person:speak", args=[other, scene.declared.pk])
    browser = client_of(committee.nobody)
    assert browser.get(url).status_code == 404
    assert browser.post(url, {"act": "agree"}).status_code == 404
    assert not Voice.objects.exists()
