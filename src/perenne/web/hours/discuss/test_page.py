"""A request, an answer, the end of the discussion."""

import pytest
from django.urls import reverse

from perenne.domain.hours.models import Sheet, SheetMessage
from perenne.domain.hours.states import DECLARED, DISPUTED
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db


def at(name, sheet):
    return reverse(f"hours:{name}", args=[sheet.pk])


def state(sheet):
    return Sheet.objects.get(pk=sheet.pk).state


def desk_of(browser):
    return text_of(browser.get(reverse("desks:today")))


def test_a_discussion_from_its_request_to_its_end(client_of, months):
    sheet = months.declared(600, 900)
    facilitator, company = client_of(months.facilitator), client_of(months.company)
    asked = facilitator.post(
        at("dispute", sheet), {"reason": "Amina était en congé le 12."}, follow=True
    )
    assert "Correction demandée par le facilitateur" in text_of(asked)
    assert state(sheet) == DISPUTED

    answered = company.post(at("comment", sheet), {"text": "Elle est revenue ce jour-là."})
    assert answered.status_code == 302
    listed = facilitator.get(reverse("hours:sheets"), {"vue": "en-discussion"})
    assert "Message reçu" in text_of(listed)
    assert "Lire la réponse de l’entreprise : Groupe scolaire" in desk_of(facilitator)
    closed = facilitator.post(at("settle", sheet), follow=True)
    assert "de nouveau à valider" in text_of(closed, "//body")
    assert "Elle est revenue ce jour-là." in text_of(closed)
    assert (state(sheet), SheetMessage.objects.count()) == (DECLARED, 2)
    assert "Valider les heures déclarées : 1 à lire" in desk_of(facilitator)


def test_what_is_refused_is_said_and_what_was_typed_stays(client_of, committee, months):
    sheet = months.declared(600, 900)
    facilitator = client_of(months.facilitator)
    page = facilitator.post(at("dispute", sheet), {"reason": "Non"})
    assert "Dites pourquoi" in error_on(page, "reason")
    assert typed_in(page)["reason"] == "Non"
    empty = facilitator.post(at("comment", sheet), {"text": " "})
    assert "Écrivez votre message" in error_on(empty, "text")
    late = facilitator.post(at("settle", sheet), follow=True)
    assert "a changé d’étape" in text_of(late, "//body")
    assert client_of(months.company).get(at("dispute", sheet)).status_code == 404
    assert client_of(committee.coordination).get(at("comment", sheet)).status_code == 404
    for who in (committee.other_facilitator, committee.structure):
        assert client_of(who).post(at("comment", sheet), {"text": "Bonjour"}).status_code == 404
    assert not SheetMessage.objects.exists()
