"""Many months in one act: all of those that were read, or none."""

import pytest
from django.urls import reverse

from perenne.domain.hours.actions import Line, declare_sheet, take_sheet_back
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.queries.sheets import stamp_of
from perenne.domain.hours.states import DECLARED, VALIDATED
from perenne.domain.hours.tests.conftest import NOW
from perenne.web.tests.browser import text_of, tree_of

pytestmark = pytest.mark.django_db
URL, LIST = reverse("hours:validate"), reverse("hours:sheets")


def values(page):
    return tree_of(page).xpath("//input[@name='sheet'][@checked]/@value")


def states():
    return sorted(Sheet.objects.values_list("state", flat=True))


def test_what_is_ticked_is_validated_in_one_act(client_of, months):
    months.declared_by_others(3, minutes=600)
    browser = client_of(months.facilitator)
    shown = values(browser.get(LIST))
    page = browser.post(URL, {"sheet": shown, "mois": "2026-10"}, follow=True)

    assert "3 relevés sont validés : 30 h comptées" in text_of(page, "//body")
    assert page.redirect_chain[-1][0].endswith("?vue=a-valider&mois=2026-10")
    assert states() == [VALIDATED] * 3


def test_nothing_is_validated_when_one_was_declared_again_since_it_was_read(client_of, months):
    """The sentence says how many, what was ticked stays ticked, and the list is up to date."""
    sheets = months.declared_by_others(3)
    browser = client_of(months.facilitator)
    shown = values(browser.get(LIST))
    changed = sheets[1]
    hiring = changed.works.get().hiring_id
    take_sheet_back(sheet_id=changed.pk, by=months.company)
    later = NOW.replace(hour=10)
    lines = [Line(hiring, 60)]
    declare_sheet(sheet_id=changed.pk, lines=lines, by=months.company, now=later)

    page = browser.post(URL, {"sheet": shown})
    assert "1 relevé sur 3 n’est plus à valider tel quel" in text_of(page)
    assert "Rien n’est validé" in text_of(page)
    assert states() == [DECLARED] * 3
    assert len(values(page)) == 3
    assert f"{changed.pk}.{stamp_of(later)}" in values(page)
    browser.post(URL, {"sheet": values(page)})
    assert states() == [VALIDATED] * 3


@pytest.mark.parametrize("who", ["company", "other_facilitator", "coordination", "buyer"])
def test_nobody_else_validates(client_of, committee, months, who):
    sheet = months.declared(600, 600)
    posted = {"sheet": [f"{sheet.pk}.", "zéro", "7" * 30]}
    page = client_of(getattr(committee, who)).post(URL, posted)
    assert "1 relevé sur 1 n’est plus à valider" in text_of(page)
    assert states() == [DECLARED]
    nothing = client_of(months.facilitator).post(URL)
    assert "Aucun relevé n’est coché" in text_of(nothing)
