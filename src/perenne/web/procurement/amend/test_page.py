import pytest
from django.urls import reverse

from perenne.domain.procurement.factories import new_operation
from perenne.web.tests.browser import text_of, typed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("prepared")]
SAID = {
    "object": "Gymnase et vestiaires", "reference": "2027-4", "publish_on": "10/01/2027",
    "bids_due_on": "15/02/2027", "award_on": "01/04/2027",
}  # fmt: skip


@pytest.fixture
def url(consultation):
    return reverse("procurement:amend_consultation", args=[consultation.pk])


def test_days_and_operation_are_kept_as_typed(browser, people, consultation, url):
    operation = new_operation(title="Pôle sportif", **people)
    new_operation(title="D’un autre")
    page = browser.post(url, SAID | {"operation": operation.pk}, follow=True)
    assert "La consultation est à jour." in text_of(page)
    assert "Pôle sportif" in text_of(page)
    kept = typed_in(browser.get(url))
    assert {name: kept[name] for name in SAID} == SAID
    assert kept["operation"] == str(operation.pk)


def test_days_that_do_not_follow_are_refused_in_french(browser, consultation, url):
    page = browser.post(url, SAID | {"award_on": "01/02/2027"})
    assert "Les dates se suivent" in text_of(page)
    assert typed_in(page)["award_on"] == "01/02/2027"
    consultation.refresh_from_db()
    assert consultation.award_on is None
