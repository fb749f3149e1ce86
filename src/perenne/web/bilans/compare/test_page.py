import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.measures import Unit
from perenne.web.bilans.compare.beside import signed
from perenne.web.bilans.conftest import NOVEMBER, rows_in
from perenne.web.tests.browser import plain, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("bilans:compare")


def asked(story, *months):
    """The same contract on both sides, a month each."""
    said = {}
    for side, month in zip("ab", months, strict=False):
        said |= {f"{side}-perimetre": story.slugs[0]}
        said |= {f"{side}-{name}": f"2026-{month}" for name in ("du", "au")}
    return said


def test_two_periods_stand_side_by_side_with_their_difference(client_of, committee, story):
    story.works(1_200, month=NOVEMBER)
    page = client_of(committee.buyer).get(URL, asked(story, "10", "11"))
    figures = rows_in(page, "chiffres")
    assert figures["Heures réalisées"] == ["150 h", "20 h", "− 130 h"]
    assert figures["Heures dues"] == ["1 000 h", "1 000 h", "="]
    assert rows_in(page, "parts")["Non renseigné"] == ["100 %", "100 %", "="]


def test_without_a_second_one_it_proposes_the_year_before(client_of, committee, story):
    page = client_of(committee.facilitator).get(URL, asked(story, "10"))
    chosen = tree_of(page).xpath("//select//option[@selected]/@value")
    year = localdate().year - 1
    assert chosen[3:] == [story.slugs[0], f"{year}-01", f"{year}-12"]


def test_nothing_is_compared_with_what_one_may_not_read(client_of, committee, story):
    page = client_of(committee.other_facilitator).get(URL, asked(story, "10", "11"))
    assert not tree_of(page).xpath("//section[@aria-labelledby='chiffres']")
    assert client_of(committee.prescriber).get(URL).status_code == 404


@pytest.mark.parametrize(
    ("change", "unit", "written"),
    [
        (0, Unit.HOURS, "="), (90, Unit.HOURS, "+ 1 h 30"), (-90, Unit.HOURS, "− 1 h 30"),
        (40, Unit.SHARE, "="), (-150, Unit.SHARE, "− 2 points"), (100, Unit.SHARE, "+ 1 point"),
        (5, Unit.PERSONS, "+ 5"), (-123_456, Unit.EUROS, "− 1 234,56 €"),
    ],
)  # fmt: skip
def test_a_difference_has_its_sign_and_its_unit(change, unit, written):
    assert plain(signed(change, unit)) == written
