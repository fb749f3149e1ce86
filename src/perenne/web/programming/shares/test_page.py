import pytest
from django.urls import reverse

from perenne.domain.clauses.actions import open_clause
from perenne.domain.programming.actions import Motive, justify_purchase
from perenne.rules.thresholds import ExceptionGround
from perenne.web.programming.memo.test_page import FACTS, GYMS, REASON, TODAY
from perenne.web.tests.browser import sql_for, tree_of
from perenne.web.tests.scenes import CLEANING, LINES, new_sent_programme, purchases_of

pytestmark = pytest.mark.django_db
URL = reverse("programming:shares")


def cells_in(page):
    rows = tree_of(page).xpath("//main//tbody/tr")
    return [[" ".join(it.text_content().split()) for it in row.xpath("./td")] for row in rows]


def test_each_buyer_is_counted_from_its_lines_and_each_figure_leads_to_them(client_of, committee):
    sent = new_sent_programme(committee.buyer, *LINES[:2], GYMS, GYMS.replace("des", "de deux"))
    cleaning, _, gyms, _ = purchases_of(sent, committee.buyer)
    browser = client_of(committee.coordination)
    ((_, under, *before, _),) = cells_in(browser.get(URL))
    assert before == ["0", "0", under]
    open_clause(purchase_id=cleaning.id, by=committee.facilitator)
    motive = Motive(ExceptionGround.NO_SUFFICIENT_LINK, FACTS, REASON)
    justify_purchase(purchase_id=gyms.id, motive=motive, by=committee.buyer, today=TODAY)
    page = browser.get(URL)
    ((_, whole, *counted, _),) = cells_in(page)
    assert counted == ["1", "1", str(int(whole) - 2)]
    for link, number in zip(tree_of(page).xpath("//main//tbody//td/a/@href"), counted, strict=True):
        entries = tree_of(browser.get(link)).xpath("//main//li[@class='entry'][.//h3]")
        assert len(entries) == int(number)


def test_only_the_last_version_of_a_year_counts(client_of, committee):
    for _ in range(2):
        new_sent_programme(committee.buyer, LINES[CLEANING], title="Achats 2028")
    assert len(cells_in(client_of(committee.coordination).get(URL))) == 1


@pytest.mark.parametrize("who", ["buyer", "facilitator", "company"])
def test_the_coordination_alone_compares_buyers(client_of, committee, who):
    assert client_of(getattr(committee, who)).get(URL).status_code == 404


def test_the_same_queries_whatever_there_is(client_of, committee):
    browser = client_of(committee.coordination)
    new_sent_programme(committee.buyer, title="Achats 2028")
    once = sql_for(browser, URL)
    for year in (2029, 2030, 2031):
        new_sent_programme(committee.other_buyer, title=f"Achats {year}")
    assert sql_for(browser, URL) == once <= 7
