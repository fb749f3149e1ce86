import pytest
from django.urls import reverse

from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.tests.published import STRANGER, new_published, read_as
from perenne.kit.decp.tests.makers import BUYER, OTHER, contract
from perenne.web.tests.browser import sql_for, text_of, title_of
from perenne.web.tests.scenes import localdate

pytestmark = pytest.mark.django_db


def url_of(siret):
    return reverse("decp:buyer", args=[siret])


def test_each_line_has_a_message_ready_to_send(client_of, committee):
    new_published(committee)
    page = client_of(committee.facilitator).get(url_of(STRANGER))
    assert title_of(page) == "SIRET 217 500 016 00019"
    told = text_of(page)
    assert "Bonjour, votre contrat n° ailleurs « Entretien des berges »" in told
    assert "aucun facilitateur ne le suit" in told
    assert b'data-copy="message-1"' in page.content


def test_a_buyer_reads_its_own_and_nobody_elses(client_of, committee):
    new_published(committee)
    assert "2026-0001" in text_of(client_of(committee.buyer).get(url_of(BUYER)))
    for who in (committee.buyer, committee.other_buyer):
        assert client_of(who).get(url_of(STRANGER)).status_code == 404
    assert client_of(committee.coordination).get(url_of(OTHER)).status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_number_of_lines(client_of, committee):
    new_published(committee)
    browser = client_of(committee.coordination)
    few = sql_for(browser, url_of(STRANGER))
    lines = (contract(id=f"n{n}", acheteur={"id": STRANGER}) for n in range(70))
    file_id = read_as(committee.coordination, *lines)
    apply_decp(file_id=file_id, by=committee.coordination, today=localdate())
    assert sql_for(browser, url_of(STRANGER) + "?page=3") == few
    assert "71 écarts" in text_of(browser.get(url_of(STRANGER)))
