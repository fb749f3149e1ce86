"""One month: what is declared, what counts, what is said of it, and what each side may do."""

import pytest
from django.urls import reverse

from perenne.domain.hours.actions import (
    Line,
    comment_sheet,
    correct_work,
    declare_sheet,
    dispute_sheet,
    validate_sheets,
)
from perenne.domain.hours.tests.conftest import NOW, ON, WHY
from perenne.rules.hours import DoubtCode, HourKind
from perenne.web.tests.browser import buttons_of, sql_for, text_of

pytestmark = pytest.mark.django_db


def url(sheet):
    return reverse("hours:sheet", args=[sheet.pk])


@pytest.fixture
def doubtful(months):
    """220 h of work explained, and 10 h of a journey from home, which never count."""
    sheet = months.opened()
    one, two = months.hirings
    lines = [
        Line(one.pk, 13_200, explained={DoubtCode.LONG_MONTH: "Deux mois réunis."}),
        Line(two.pk, 600, HourKind.COMMUTE),
    ]
    declare_sheet(sheet_id=sheet.pk, lines=lines, by=months.company, now=NOW)
    return sheet


def test_both_sides_read_the_doubts_the_answers_and_what_will_count(client_of, months, doubtful):
    pages = [client_of(who).get(url(doubtful)) for who in (
        months.facilitator, months.company, months.committee.coordination)]  # fmt: skip
    for page in pages:
        said = text_of(page)
        assert "déclarées230 h" in said
        assert "seront comptées220 h" in said
        assert "Mois très chargé" in said
        assert "« Deux mois réunis. »" in said
        assert "10 h non comptées. Trajet depuis le domicile" in said
    by_role = [set(buttons_of(page)) - {"Historique"} for page in pages]
    assert by_role[0] == {"Valider ce relevé", "Demander une correction", "Envoyer le message"}
    assert by_role[1] == {"Envoyer le message"}
    assert by_role[2] == set()


def test_once_validated_each_line_says_where_it_counts_and_the_history_is_there(
    client_of, months, doubtful
):
    validate_sheets(sheet_ids=[doubtful.pk], by=months.facilitator, now=NOW)
    work = doubtful.works.order_by("pk").first()
    correct_work(work_id=work.pk, minutes=12_000, reason=WHY, by=months.facilitator, on=ON)
    page = client_of(months.facilitator).get(url(doubtful))
    said = text_of(page)
    assert "200 h au lieu de 220 h" in said
    assert f"− 20 h, « {WHY} »" in said
    assert "Corriger les heures de Amina Soler a" in said
    history = text_of(client_of(months.company).get(reverse("history:sheet", args=[doubtful.pk])))
    assert "Corriger des heures validées" in history
    assert "Heures jusqu’ici : 220 h" in history
    company = text_of(client_of(months.company).get(url(doubtful)))
    assert "Déplacer les heures" not in company
    assert f"« {WHY} »" in company


def test_strangers_find_nothing(client_of, committee, doubtful):
    for who in (committee.other_facilitator, committee.buyer, committee.structure):
        assert client_of(who).get(url(doubtful)).status_code == 404


@pytest.mark.parametrize("validated", [False, True])
def test_the_number_of_queries_does_not_depend_on_the_lines(client_of, months, validated):
    sheets = []
    for size in (1, 8):
        months.commitment = months.new_commitment(2_000)
        months.commitment.contract.parties.update(siret=months.siret)
        months.hirings = [months.hired(n) for n in range(size)]
        sheet = months.declared(*[600 + n for n in range(size)])
        dispute_sheet(sheet_id=sheet.pk, reason=WHY, by=months.facilitator)
        comment_sheet(sheet_id=sheet.pk, text="C’est expliqué.", by=months.company)
        lines = [Line(one.pk, 900) for one in months.hirings]
        declare_sheet(sheet_id=sheet.pk, lines=lines, by=months.company, now=NOW)
        if validated:
            validate_sheets(sheet_ids=[sheet.pk], by=months.facilitator, now=NOW)
        sheets.append(sheet)
    browser = client_of(months.facilitator)
    few, many = (sql_for(browser, url(sheet)) for sheet in sheets)
    assert few == many
    print(f"{few} queries for 1 or 8 lines, validated: {validated}")
