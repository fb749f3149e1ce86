import pytest

from perenne.domain.assessments.models import FrozenBilan
from perenne.web.tests.browser import error_on, text_of, title_of, typed_in

pytestmark = pytest.mark.django_db
TYPED = {"quality": "Responsable du pôle clauses", "base": 0}


def test_it_shows_what_will_be_kept_then_keeps_it(client_of, committee, story):
    browser, url = client_of(committee.facilitator), story.url("freeze")
    page = browser.get(url)
    assert "la version 1" in text_of(page)
    assert "Contexte, Faits marquants, Difficultés, Perspectives" in text_of(page)
    page = browser.post(url, TYPED, follow=True)
    assert "Le bilan est figé et signé." in text_of(page)
    assert title_of(page) == "Gros œuvre du groupe scolaire"
    assert "Camille Martin, Responsable du pôle clauses" in text_of(page)
    assert typed_in(browser.get(url))["base"] == "1"


def test_what_is_refused_is_said_beside_its_field_and_freezes_nothing(client_of, committee, story):
    browser, url = client_of(committee.facilitator), story.url("freeze")
    for typed, sentence in (
        ({"quality": ""}, "Dites en quelle qualité"),
        ({"base": 2}, "Ce bilan vient d’être figé"),
    ):
        page = browser.post(url, {**TYPED, **typed})
        assert error_on(page, "quality").startswith(sentence)
    for who in ("buyer", "company", "other_facilitator"):
        assert client_of(getattr(committee, who)).post(url, TYPED).status_code == 404
    assert not FrozenBilan.objects.exists()
