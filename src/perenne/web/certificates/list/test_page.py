import pytest
from django.urls import reverse

from perenne.domain.compliance.actions import replace_certificate
from perenne.web.tests.browser import buttons_of, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("certificates:list")


def test_each_finds_those_of_its_contracts_and_many_ask_no_more(client_of, committee, followed):
    followed.works(120, 3)
    row, browser = followed.certificate(), client_of(committee.company)
    assert "Valable" in text_of(browser.get(URL))
    once = sql_for(browser, URL)
    for _ in range(3):
        pk = replace_certificate(
            certificate_id=row.pk, reason="Une coquille.", by=committee.facilitator,
            on=followed.today,
        )  # fmt: skip
        row = type(row).objects.get(pk=pk)
    assert sql_for(browser, URL) == once
    assert len(tree_of(browser.get(URL)).xpath("//tbody/tr")) == 4
    under = {"engagement": followed.commitment.pk}
    assert "Délivrer une attestation" in buttons_of(
        client_of(committee.facilitator).get(URL, under)
    )
    assert "Délivrer une attestation" not in buttons_of(browser.get(URL, under))
    for who, status in (
        ("structure", 200),
        ("other_buyer", 200),
        ("prescriber", 404),
        ("nobody", 302),
    ):
        page = client_of(getattr(committee, who)).get(URL)
        assert page.status_code == status
        assert status != 200 or "Aucune attestation" in text_of(page)
