import pytest
from django.urls import reverse

from perenne.domain.hours.actions import approve_plan, propose_plan
from perenne.web.tests.browser import error_on, text_of

pytestmark = pytest.mark.django_db


def test_it_is_undone_with_a_reason_and_its_history_stays(client_of, committee, surplus):
    by = committee.facilitator
    plan = propose_plan(by=by, on=surplus.today)
    url = reverse("globalisation:undo", args=[plan])
    browser = client_of(by)
    assert browser.get(url).status_code == 404
    approve_plan(plan_id=plan, by=by, on=surplus.today)
    assert client_of(committee.coordination).get(url).status_code == 404
    assert "Dites pourquoi" in error_on(browser.post(url, {"reason": ""}), "reason")
    assert "en cinq caractères" in error_on(browser.post(url, {"reason": "Non"}), "reason")
    page = browser.post(url, {"reason": "L’acheteur a changé d’avis."}, follow=True)
    assert "66 h 40 reviennent à leur marché d’origine" in text_of(page, "//body")
    assert "L’acheteur a changé d’avis." in text_of(page)
    history = text_of(browser.get(reverse("history:plan", args=[plan])))
    assert "Annuler la globalisation" in history
    assert "L’acheteur a changé d’avis." in history
