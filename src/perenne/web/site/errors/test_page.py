"""Without the mark of the database, a test that asks it anything fails: that is the point here."""

import pytest
from django.conf import settings as site
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client, RequestFactory
from django.urls import reverse

from perenne.kit.actors import VISITOR
from perenne.web.site.errors.view import (
    broken,
    forbidden,
    forged,
    not_found,
    too_many,
    unreadable,
)
from perenne.web.tests.browser import Browser, text_of, title_of, whole


@pytest.mark.parametrize(
    ("view", "status", "title"),
    [
        (not_found, 404, "Page introuvable"),
        (forbidden, 403, "Accès refusé"),
        (forged, 403, "Cette page est restée ouverte trop longtemps"),
        (unreadable, 400, "Demande incompréhensible"),
        (too_many, 429, "Trop de demandes en peu de temps"),
        (broken, 500, "Une erreur est survenue"),
    ],
)
def test_each_refusal_is_said_in_french_without_asking_the_database(view, status, title):
    page = view(RequestFactory().get("/ici/"))
    assert page.status_code == status
    assert title_of(page) == title


@pytest.mark.django_db
def test_an_address_that_leads_nowhere_is_a_404(client_of):
    page = client_of(VISITOR).get("/nulle/part/")
    assert page.status_code == 404
    assert "un dossier qui n’est pas le vôtre" in text_of(page)


@pytest.mark.django_db
def test_a_host_that_is_not_ours_is_a_400():
    page = Client(headers={"host": "ailleurs.example"}).get("/")
    assert page.status_code == 400
    assert title_of(page) == "Demande incompréhensible"


@pytest.mark.django_db
def test_a_form_without_its_token_is_a_403_that_says_what_to_do():
    page = Browser(enforce_csrf_checks=True).post(reverse("account:login"), {"email": "a@b.fr"})
    assert page.status_code == 403
    assert "rechargez-la, puis recommencez" in text_of(page)


def test_a_database_out_of_reach_is_a_500_that_asks_it_nothing(django_db_blocker):
    browser = Client(raise_request_exception=False)
    browser.cookies[site.SESSION_COOKIE_NAME] = "une-session"
    with django_db_blocker.block():
        page = whole(browser.get(reverse("site:home")))
    assert page.status_code == 500
    assert "rien n’a été modifié" in text_of(page)


def test_a_database_that_is_gone_is_a_503_that_says_what_to_do(monkeypatch):
    def gone(self):
        raise OperationalError("connection refused")

    monkeypatch.setattr(BaseDatabaseWrapper, "ensure_connection", gone)
    browser = Client(raise_request_exception=False)
    browser.cookies[site.SESSION_COOKIE_NAME] = "une-session"
    page = whole(browser.get(reverse("site:home")))
    assert (page.status_code, page.headers["Retry-After"]) == (503, "60")
    assert "rechargez-la dans quelques minutes" in text_of(page)
