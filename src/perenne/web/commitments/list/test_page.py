import pytest
from django.urls import reverse

from perenne.web.tests.browser import text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("clauses:commitments")


def numbers_in(page):
    links = tree_of(page).xpath("//main//tbody//th/a/@href")
    return [int(link.split("/")[-2]) for link in links]


def test_each_sees_what_is_theirs(client_of, committee, running):
    seen = {
        who: numbers_in(client_of(getattr(committee, who)).get(URL))
        for who in (
            "facilitator", "coordination", "buyer", "company", "structure", "other_facilitator",
            "other_buyer", "prescriber",
        )
    }  # fmt: skip
    assert [who for who, ids in seen.items() if ids == [running.commitment.pk]] == [
        "facilitator", "coordination", "buyer", "company", "structure",
    ]  # fmt: skip
    assert all(ids in ([], [running.commitment.pk]) for ids in seen.values())


def test_a_company_reads_its_own_part_first(client_of, committee, running):
    page = client_of(committee.structure).get(URL)
    assert title_of(page) == "Mes engagements"
    assert "300 h À accepter" in text_of(page, "//main//tbody")


def test_a_row_says_what_is_owed_and_until_when(client_of, committee, running):
    page = client_of(committee.buyer).get(URL)
    assert title_of(page) == "Engagements"
    assert "À mettre au point 1 000 h1 000 h" in text_of(page, "//main//tbody")


def test_one_finds_a_contract_by_its_words_and_its_stage(client_of, committee, running):
    browser = client_of(committee.facilitator)
    assert numbers_in(browser.get(URL, {"q": "scolaire meaux"})) == [running.commitment.pk]
    assert numbers_in(browser.get(URL, {"vue": "a-demarrer"})) == [running.commitment.pk]
    assert numbers_in(browser.get(URL, {"vue": "termines"})) == []
    nothing = browser.get(URL, {"q": "piscine"})
    assert "Aucun engagement dans cette vue" in text_of(nothing)


def test_an_empty_list_says_what_will_come(client_of, committee):
    page = client_of(committee.other_buyer).get(URL)
    assert "Les marchés notifiés avec une clause d’insertion apparaîtront ici." in text_of(page)
