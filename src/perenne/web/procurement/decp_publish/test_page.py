import json

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from jsonschema import Draft7Validator

from perenne.domain.procurement.actions.decp_applying import apply_decp
from perenne.domain.procurement.tests.published import new_published, read_as
from perenne.kit.decp.schema import SCHEMA
from perenne.kit.decp.tests.makers import contract
from perenne.web.tests.browser import buttons_of, sql_for, text_of

pytestmark = pytest.mark.django_db
URL, FILE = reverse("decp:publish"), reverse("decp:take_away")


def test_what_is_ready_is_taken_away_and_what_is_not_says_why(client_of, committee):
    scene = new_published(committee)
    apply_decp(file_id=scene.fresh, by=committee.facilitator, today=localdate())
    browser = client_of(committee.buyer)
    page = browser.get(URL)
    assert "À compléter (1)" in text_of(page)
    assert "CCAG de référence" in text_of(page)
    assert "Prêts à publier (1)" in text_of(page)
    assert buttons_of(page) == ["Télécharger (JSON 2.0.3)"]
    answer = browser.get(FILE)
    whole = json.loads(answer.content)
    Draft7Validator(dict(SCHEMA)).validate(whole)
    assert [one["id"] for one in whole["marches"]["marche"]] == ["2026-0001"]
    assert answer["Content-Disposition"].endswith('.json"')


def test_another_buyer_has_nothing_of_it_and_a_company_no_page(client_of, committee):
    new_published(committee)
    assert "2026-0001" not in text_of(client_of(committee.other_buyer).get(URL))
    assert json.loads(client_of(committee.other_buyer).get(FILE).content) == {
        "marches": {"marche": []}
    }
    for url in (URL, FILE):
        assert client_of(committee.company).get(url).status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_number_of_contracts(client_of, committee):
    new_published(committee)
    browser = client_of(committee.buyer)
    few = sql_for(browser, URL)
    more = read_as(committee.facilitator, *(contract(id=f"n{n}") for n in range(15)))
    apply_decp(file_id=more, by=committee.facilitator, today=localdate())
    assert sql_for(browser, URL) == few
