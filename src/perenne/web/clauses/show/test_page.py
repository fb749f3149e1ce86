import pytest
from django.db import connection
from django.urls import reverse

from perenne.web.tests.browser import buttons_of, facts_in, sql_for, text_of, title_of, tree_of

pytestmark = pytest.mark.django_db
NOTE, AGAIN = "Note de calibrage (PDF)", "Calibrer"


def url_of(clause_id):
    return reverse("clauses:show", args=[clause_id])


@pytest.mark.parametrize(
    ("who", "statuses"),
    [
        ("facilitator", [200, 200, 200]),
        ("coordination", [200, 200, 200]),
        ("buyer", [404, 404, 200]),
        ("other_facilitator", [404, 404, 404]),
        ("other_buyer", [404, 404, 404]),
        ("visitor", [302, 302, 302]),
    ],
)
def test_its_buyer_waits_until_it_is_worded_and_strangers_find_nothing(
    client_of, committee, opened, calibrated, worded, who, statuses
):
    browser = client_of(getattr(committee, who))
    asked = [url_of(clause_id) for clause_id in (opened, calibrated, worded)]
    assert [browser.get(url).status_code for url in asked] == statuses


def test_before_its_wording_it_says_what_remains_to_be_done(browser, calibrated):
    page = browser.get(url_of(calibrated))
    assert title_of(page) == "Lot 1 - Gros œuvre, maçonnerie"
    assert facts_in(page)["Volume"].startswith("833 h")
    assert buttons_of(page) == [AGAIN]
    assert "La clause n’est pas encore rédigée" in text_of(page)


def test_once_worded_it_gives_every_text_to_take_or_to_copy(browser, worded):
    page = browser.get(url_of(worded))
    pieces = tree_of(page).xpath("//section[@class='piece']")
    assert len(pieces) >= 4
    for piece in pieces:
        (text,) = piece.xpath(".//pre")
        assert text.text_content().strip()
        assert piece.xpath(".//@data-copy") == [text.get("id")]
        (download,) = piece.xpath(".//a[contains(@href, '.docx')]/@href")
        assert browser.get(download).status_code == 200


@pytest.mark.parametrize(
    ("who", "acts"), [("facilitator", [NOTE, AGAIN]), ("buyer", [NOTE]), ("coordination", [NOTE])]
)
def test_only_its_facilitator_may_change_it(client_of, committee, worded, who, acts):
    page = client_of(getattr(committee, who)).get(url_of(worded))
    first = buttons_of(page)[: buttons_of(page).index("Télécharger (docx)")]
    assert first == acts
    assert ("Étape 3 sur 3" in text_of(page)) == (who == "facilitator")


def test_it_says_whom_to_call(browser, committee, worded):
    facts = facts_in(browser.get(url_of(worded)))
    assert facts["Facilitateur"].startswith("Camille Martin")
    assert "@exemple.test" in facts["Contact"]


def test_terms_that_the_rules_no_longer_accept_are_told_instead_of_the_texts(browser, worded):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE clauses_clause SET criterion_weight_bp = 0 WHERE id = %s", [worded])
    page = browser.get(url_of(worded))
    assert "La clause ne peut pas être rédigée" in text_of(page)
    assert "Indiquez une pondération du critère" in text_of(page)
    assert tree_of(page).xpath("//pre") == []


def test_it_asks_little_of_the_database_whatever_its_stage(browser, opened, calibrated, worded):
    asked = {sql_for(browser, url_of(clause_id)) for clause_id in (opened, calibrated, worded)}
    assert len(asked) == 1
    assert max(asked) <= 8
