import pytest
from django.urls import reverse

from perenne.domain.clauses.models import GlobalisationAnswer
from perenne.rules.wording import Globalisation
from perenne.web.tests.browser import buttons_of, error_on, sql_for, text_of
from perenne.web.tests.globalising import Surplus

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene(committee):
    return Surplus(
        committee.facilitator, committee.buyer, committee.company, answer=Globalisation.CASE_BY_CASE
    )


@pytest.fixture
def url(scene):
    return reverse("clauses:consent", args=[scene.other.pk])


def test_the_buyer_answers_within_a_limit_then_refuses(client_of, committee, scene, url):
    browser = client_of(committee.buyer)
    few = sql_for(browser, url)
    page = browser.post(url, {"consent": "capped", "reason": "Un test."})
    assert "Indiquez la part des heures" in error_on(page, "cap")
    page = browser.post(url, {"consent": "capped", "cap": "20"}, follow=True)
    assert "acceptée dans une limite (20 %)" in text_of(page)
    page = browser.post(url, {"consent": "refused", "reason": ""})
    assert "Dites pourquoi" in error_on(page, "reason")
    page = browser.post(url, {"consent": "refused", "reason": "Public différent."}, follow=True)
    assert "Aujourd’hui : refusée." in text_of(page)
    assert GlobalisationAnswer.objects.count() == 2
    assert sql_for(browser, url) == few


def test_the_facilitator_asks_once_and_writes_a_letter_down(client_of, committee, scene, url):
    browser = client_of(committee.facilitator)
    assert "Demander à l’acheteur" in buttons_of(browser.get(url))
    ask = reverse("clauses:ask_consent", args=[scene.other.pk])
    page = browser.post(ask, {"minutes": "-5"}, follow=True)
    assert "Une réponse est attendue" in text_of(page)
    assert "Demander à l’acheteur" not in buttons_of(page)
    assert "changé d’étape" in text_of(browser.post(ask, follow=True), "//body")
    said = {"consent": "open", "since": f"{scene.month:%d/%m/%Y}"}
    assert "date de la lettre" in error_on(browser.post(url, said), "letter_on")
    letter = {"letter_on": f"{scene.today:%d/%m/%Y}"}
    assert "acceptée" in text_of(browser.post(url, said | letter, follow=True))
    (row,) = GlobalisationAnswer.objects.all()
    assert (row.since, row.letter_on, row.asked_minutes) == (scene.month, scene.today, 0)


def test_who_opens_it_and_only_where_the_clause_leaves_it_open(client_of, committee, scene, url):
    for who in ("other_facilitator", "other_buyer", "company", "coordination", "prescriber"):
        assert client_of(getattr(committee, who)).get(url).status_code == 404
    settled = reverse("clauses:consent", args=[scene.home.pk])
    assert client_of(committee.buyer).get(settled).status_code == 404
