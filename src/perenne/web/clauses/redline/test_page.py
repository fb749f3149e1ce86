from dataclasses import replace

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.actions import send_clause_back, submit_clause, word_clause
from perenne.rules.penalties import Formula, Tariff
from perenne.values import Euros
from perenne.web.tests.browser import sql_for, tree_of
from perenne.web.tests.scenes import TERMS

pytestmark = pytest.mark.django_db


@pytest.fixture
def url(committee, submitted):
    send_clause_back(clause_id=submitted, reason="Trop basse.", by=committee.buyer)
    dearer = replace(TERMS, penalty=Tariff(formula=Formula.PER_HOUR, rate=Euros.of(80)))
    word_clause(clause_id=submitted, terms=dearer, by=committee.facilitator)
    submit_clause(clause_id=submitted, by=committee.facilitator, on=localdate())
    return reverse("clauses:redline", args=[submitted])


def test_what_changed_is_struck_and_underlined_and_said_to_those_who_do_not_see(buyer, url):
    page = buyer.get(url, {"de": "2", "a": "1"})
    tree = tree_of(page)
    assert tree.xpath("//tbody//th/text()") == ["Pénalité par heure non réalisée"]
    assert tree.xpath("//td/text()") == ["50\u00a0€", "80\u00a0€"]
    assert tree.xpath("string(//section//del)") == "retiré : 50 fin du retrait "
    assert tree.xpath("string(//section//ins)") == "ajouté : 80 fin de l’ajout "
    assert tree.xpath("//section/h3/text()") == ["CCAP – Article 10 – Clause sociale d’insertion"]


@pytest.mark.parametrize("asked", [{}, {"de": "1", "a": "1"}, {"de": "1", "a": "9"}, {"de": "x"}])
def test_two_versions_that_exist_are_asked_for(buyer, url, asked):
    assert buyer.get(url, asked).status_code == 404


@pytest.mark.parametrize(("who", "status"), [("coordination", 200), ("other_buyer", 404)])
def test_who_may(client_of, committee, url, who, status):
    assert client_of(getattr(committee, who)).get(url, {"de": 1, "a": 2}).status_code == status


def test_it_asks_little_of_the_database(buyer, url):
    assert sql_for(buyer, f"{url}?de=1&a=2") <= 9
