import io

import pikepdf
import pytest
from django.urls import reverse

from perenne.domain.compliance.models import Certificate
from perenne.kit.pdf.test_compiling import roles_of, words_of
from perenne.web.tests.browser import buttons_of, error_on, facts_in, text_of

pytestmark = pytest.mark.django_db
WHY = "Deux heures comptées en trop."


@pytest.fixture
def row(followed):
    followed.works(120, 3)
    return followed.certificate()


def at(name, row):
    return reverse(f"certificates:{name}", args=[row.pk])


def test_it_says_its_hours_and_gives_an_accessible_paper(client_of, committee, row):
    browser = client_of(committee.company)
    page = browser.get(at("show", row))
    assert facts_in(page)["sur la période"] == "120 h"
    assert buttons_of(page)[0] == "Télécharger (PDF)"
    first, second = (browser.get(at("paper", row)).content for _ in range(2))
    assert first == second
    with pikepdf.open(io.BytesIO(first)) as file:
        assert len(file.pages) == 1
        assert {"/H1", "/Figure", "/Link"} <= set(roles_of(file))
        said = words_of(file).replace(" ", "").replace("\u00a0", "")
    assert "120h" in said
    assert row.code in said
    assert client_of(committee.structure).get(at("show", row)).status_code == 404


def test_its_facilitator_replaces_it_then_revokes_the_other(client_of, committee, followed, row):
    browser = client_of(committee.facilitator)
    assert "Dites pourquoi" in error_on(browser.post(at("replace", row), {"reason": ""}), "reason")
    followed.works(30, 5)
    page = browser.post(at("replace", row), {"reason": WHY}, follow=True)
    assert facts_in(page)["sur la période"] == "150 h"
    assert "Voir celle qui vaut" in text_of(browser.get(at("show", row)))
    new = Certificate.objects.get(replaces=row)
    assert browser.get(at("replace", row)).status_code == 404
    assert client_of(committee.buyer).get(at("revoke", new)).status_code == 404
    page = browser.post(at("revoke", new), {"reason": WHY}, follow=True)
    assert "Elle ne vaut plus rien" in text_of(page)
