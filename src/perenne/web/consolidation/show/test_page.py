"""Who sees which file, what the page says is missing, how many queries it costs."""

import pytest
from django.urls import reverse

from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_validated_work
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Role
from perenne.web.tests.browser import sql_for, text_of

pytestmark = pytest.mark.django_db
URL = "/bilans/consolidation/"


def test_files_of_persons_are_for_those_who_follow_them(client_of):
    assert client_of(new_actor(Role.BUYER)).get(URL).status_code == 404
    told = {
        role: text_of(client_of(new_actor(role)).get(URL), "//main")
        for role in (Role.FACILITATOR, Role.COORDINATION)
    }
    assert "FSE+" in told[Role.FACILITATOR]
    assert "FSE+" not in told[Role.COORDINATION]
    assert "Format libre" in told[Role.COORDINATION]


def test_what_waits_is_named_and_the_queries_do_not_grow(client_of):
    facilitator = new_actor(Role.FACILITATOR)
    browser = client_of(facilitator)
    asked = f"{URL}?fichier=ave&annee=2026"
    new_validated_work_of(facilitator)
    once = sql_for(browser, asked)
    said = text_of(browser.get(asked), "//main")
    assert "SIRET du maître d’ouvrage : à compléter sur la fiche de l’acheteur" in said
    for _ in range(3):
        new_validated_work_of(facilitator)
    assert sql_for(browser, asked) == once
    assert "Sélectionnez un choix valide" in text_of(
        browser.get(f"{URL}?fichier=xyz&annee=2026"), "//main"
    )
    assert reverse("consolidation:show") == URL


def new_validated_work_of(facilitator):
    new_validated_work(new_hiring(facilitator=facilitator))
