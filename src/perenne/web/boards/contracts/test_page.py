"""A buyer’s contracts: due, done, lacking, and what it would cost; nobody else’s."""

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.factories import new_commitment
from perenne.domain.compliance.queries import exposures
from perenne.web.tests.boards import BEGAN
from perenne.web.tests.browser import plain, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("boards:contracts")


def test_what_is_due_done_and_lacking_with_a_fixed_number_of_queries(client_of, committee, board):
    browser = client_of(committee.buyer)
    once = sql_for(browser, URL)
    page = browser.get(URL)
    (row,) = tree_of(page).xpath("//main//tbody/tr")
    (known,) = exposures(seen_by=committee.buyer, on=localdate())
    assert str(known.standing.lacking) in row.text_content()
    assert str(known.amount) in row.text_content()
    assert "0 hsur 4 000 h" in plain(row.text_content())
    assert reverse("clauses:commitment", args=[known.commitment_id]) in row.xpath("th/a/@href")
    for number in range(3):
        new_commitment(
            committee.facilitator, buyer=committee.buyer, hours=100 * number + 1, **BEGAN
        )
    assert sql_for(browser, URL) == once <= 12
    assert len(tree_of(browser.get(URL)).xpath("//main//tbody/tr")) == 4


def test_a_buyer_without_a_contract_is_told_when_it_comes(client_of, committee, board):
    page = client_of(committee.other_buyer).get(URL)
    assert "Aucun marché en cours d’exécution" in text_of(page)
    for who in ("facilitator", "coordination", "company"):
        assert client_of(getattr(committee, who)).get(URL).status_code == 404
