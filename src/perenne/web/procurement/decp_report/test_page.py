import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from perenne.domain.procurement.tests.published import new_published, read_as
from perenne.kit.decp.tests.makers import contract
from perenne.web.tests.browser import buttons_of, sql_for, text_of

pytestmark = pytest.mark.django_db


def url_of(file_id, name="report"):
    return reverse(f"decp:{name}", args=[file_id])


def test_every_contract_is_told_and_bad_ones_are_explained(client_of, committee):
    scene = new_published(committee)
    page = client_of(committee.facilitator).get(url_of(scene.applied))
    told = text_of(page)
    assert "4 contrats dans le fichier, 4 dans ce compte rendu" in told
    assert "Il manque, pour créer le marché : le montant, la durée." in told
    assert "« NC » n’est pas un nombre entier" in told
    assert "Le contrat n’a pas de numéro" in told
    assert "Appliquer ce fichier" not in buttons_of(page)
    bad = text_of(client_of(committee.coordination).get(url_of(scene.applied) + "?vue=bad"))
    assert "Entretien des berges" not in bad


def test_a_file_still_to_apply_says_what_would_change(client_of, committee):
    scene = new_published(committee)
    page = client_of(committee.coordination).get(url_of(scene.fresh))
    assert "2 marchés de vos acheteurs seront créés ou complétés" in text_of(page)
    assert "Appliquer ce fichier" in buttons_of(page)


def test_the_workbook_has_a_line_for_each(client_of, committee):
    scene = new_published(committee)
    answer = client_of(committee.facilitator).get(url_of(scene.applied, "report_table"))
    rows = list(load_workbook(io.BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == [1, 2, 3, 4]


def test_another_facilitator_does_not_see_it(client_of, committee):
    scene = new_published(committee)
    for who in (committee.other_facilitator, committee.buyer, committee.company):
        assert client_of(who).get(url_of(scene.applied)).status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_number_of_contracts(client_of, committee):
    scene = new_published(committee)
    browser = client_of(committee.facilitator)
    few = sql_for(browser, url_of(scene.applied))
    large = read_as(committee.facilitator, *(contract(id=f"n{n}") for n in range(80)))
    assert sql_for(browser, url_of(large)) == few
