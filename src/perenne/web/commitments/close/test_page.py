import pytest
from django.urls import reverse

from perenne.domain.procurement.models import Contract
from perenne.web.tests.browser import summary_of, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(running):
    return reverse("clauses:close", args=[running.commitment.contract_id])


@pytest.mark.parametrize(("why", "state"), [("", "ended"), ("Liquidation.", "terminated")])
def test_a_contract_ends_or_is_terminated_with_its_commitment(
    client_of, committee, running, url, why, state
):
    said = {"ended_on": f"{running.today:%d/%m/%Y}", "terminated_because": why}
    page = client_of(committee.buyer).post(url, said, follow=True)
    assert "chacun est prévenu" in text_of(page)
    assert "Terminé" in text_of(page)
    assert Contract.objects.get().state == state
    assert client_of(committee.buyer).get(url).status_code == 404


def test_a_day_before_the_first_one_is_refused(client_of, committee, url):
    page = client_of(committee.buyer).post(url, {"ended_on": "01/01/2001"})
    assert "se termine après avoir commencé" in summary_of(page)[0]


@pytest.mark.parametrize("who", ["company", "structure", "other_facilitator", "coordination"])
def test_nobody_else_ends_it(client_of, committee, url, who):
    assert client_of(getattr(committee, who)).get(url).status_code == 404
