"""What waits to be validated, with what has to be read first."""

from datetime import date

import pytest
from django.urls import reverse

from perenne.domain.hours.actions import (
    Line,
    declare_sheet,
    dispute_sheet,
    open_statement,
    validate_sheets,
)
from perenne.domain.hours.models import Statement
from perenne.domain.hours.tests.conftest import MONTH, NOW, ON, WHY
from perenne.domain.organisations.models import Organisation
from perenne.rules.hours import DoubtCode
from perenne.values import Siret
from perenne.web.tests.browser import sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("hours:sheets")
NOVEMBER = date(2026, 11, 1)


def ticked(page):
    return tree_of(page).xpath("//input[@type='checkbox'][@checked]/@value")


def test_clean_months_are_ticked_and_those_with_a_question_are_not(client_of, months):
    months.declared(600, 900)
    long = months.opened(NOVEMBER)
    lines = [Line(months.hirings[0].pk, 13_000, explained={DoubtCode.LONG_MONTH: "Rattrapage."})]
    declare_sheet(sheet_id=long.pk, lines=lines, by=months.company, now=NOW)
    browser = client_of(months.facilitator)

    page = browser.get(URL)
    assert "À valider (2)" in text_of(page)
    assert len(ticked(page)) == 1
    assert "1 relevé sur 2 ne pose pas de question et est coché" in text_of(page)
    (october, november) = (text_of(page, f"//tbody/tr[{n}]") for n in (1, 2))
    assert "25 h premier mois" in october
    assert "+ 191 h 40" in november
    assert "1 à lire" in november
    assert "2 pour information" in november  # a sudden change, beyond the contract
    only = browser.get(URL, {"mois": "2026-11", "entreprise": months.siret})
    assert "À valider (1)" in text_of(only)
    nothing = text_of(browser.get(URL, {"entreprise": "1" * 14}))
    assert "Aucun relevé ne répond à ces choix" in nothing


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("bati brie", 0),  # as it is written: with its accent
        ("Bâti", 1),
        ("brie BÂTI", 1),
        ("Bâti Marne", 0),
        ("siret", 1),
        ("siren", 1),
        ("99999999999999", 0),
    ],
)
def test_a_company_is_found_by_its_name_or_its_number(client_of, months, sought, found):
    """The name of its space, or that of its contract."""
    months.declared(600, 900)
    Organisation.objects.filter(pk=months.company.organisation_id).update(name="Bâti & Brie")
    numbers = {"siret": str(Siret(months.siret)), "siren": months.siret[:9]}
    asked = numbers.get(sought, sought)
    page = client_of(months.facilitator).get(URL, {"entreprise": asked})
    assert len(tree_of(page).xpath("//tbody/tr")) == found
    assert tree_of(page).xpath("//input[@id='entreprise']/@value") == [asked]


def test_months_to_choose_from_go_from_the_first_to_the_last(client_of, months):
    browser = client_of(months.facilitator)
    assert tree_of(browser.get(URL)).xpath("//select[@id='mois']/option/@value") == [""]
    for month in (date(2026, 8, 1), NOVEMBER):
        Statement.objects.create(siret=months.siret, month=month)
    said = ["", "2026-11", "2026-10", "2026-09", "2026-08"]
    assert tree_of(browser.get(URL)).xpath("//select[@id='mois']/option/@value") == said


def test_the_last_months_that_were_validated_come_first(client_of, months):
    sheets = [months.declared(600, 900), months.declared(600, 900, month=NOVEMBER)]
    validate_sheets(sheet_ids=[sheet.pk for sheet in sheets], by=months.facilitator, now=NOW)
    page = client_of(months.facilitator).get(URL, {"vue": "valides"})
    said = [text_of(page, f"//tbody/tr[{n}]/td[1]") for n in (1, 2)]
    assert said == ["Novembre 2026", "Octobre 2026"]


def test_each_stage_has_its_tab_and_others_see_nothing(client_of, committee, months):
    sheet = months.declared(600, 900)
    dispute_sheet(sheet_id=sheet.pk, reason=WHY, by=months.facilitator)
    open_statement(siret=months.siret, month=NOVEMBER, by=months.company, on=ON)
    browser = client_of(months.facilitator)
    for view, label in (("en-discussion", "En discussion"), ("en-attente", "En attente de l’e")):
        page = browser.get(URL, {"vue": view})
        assert f"{label}" in text_of(page, "//nav[contains(@class, 'tabs')]//a[@aria-current]")
        assert len(tree_of(page).xpath("//tbody/tr")) == 1
        assert ticked(page) == []
    assert "Rien à valider" in text_of(browser.get(URL))
    coordination = client_of(committee.coordination).get(URL, {"vue": "en-discussion"})
    assert "Groupe scolaire" in text_of(coordination)
    for stranger in (committee.other_facilitator, committee.buyer, committee.structure):
        assert "Groupe scolaire" not in text_of(client_of(stranger).get(URL, {"vue": "valides"}))


def test_the_number_of_queries_does_not_depend_on_the_rows(client_of, months):
    months.declared_by_others(1)
    browser = client_of(months.facilitator)
    few = sql_for(browser, URL)
    months.declared_by_others(6)
    months.declared(600, 900, month=MONTH)
    assert sql_for(browser, URL) == few
    print(f"{few} queries for 1 or 8 months to validate")
