"""« Mon offre »: said on one screen by the structure, or in its place; confirmed at once."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.directory.factories import new_structure
from perenne.domain.directory.models import Capacity, Structure, StructureArea
from perenne.domain.organisations.models import Organisation
from perenne.web.tests.browser import error_on, text_of, typed_in

pytestmark = pytest.mark.django_db
OWN = reverse("directory:own")
OFFER = {
    "trade_0": "painting", "hours_0": "320", "trade_1": "tiling", "hours_1": "",
    "trade_2": "", "hours_2": "", "modes": ["service"], "departement": "on",
    "communes": "Melun", "about": "Peinture en site occupé.", "email": "contact@brie.test",
}  # fmt: skip


@pytest.fixture
def old(committee):
    """Of the structure, said a hundred days ago."""
    return new_structure(
        name="Ateliers", organisation_id=committee.structure.organisation_id,
        trades={"painting": 100}, said_on=localdate() - timedelta(days=100),
    )  # fmt: skip


def test_the_first_word_brings_it_into_the_directory(client_of, committee):
    Organisation.objects.filter(pk=committee.structure.organisation_id).update(siret=None)
    browser = client_of(committee.structure)
    assert "Mon offre" in text_of(browser.get(OWN))
    assert not Structure.objects.exists(), "reading writes nothing"
    answer = browser.post(OWN, OFFER)
    row = Structure.objects.get()
    assert answer.url == reverse("directory:show", args=[row.pk])
    assert row.organisation_id == committee.structure.organisation_id
    assert dict(Capacity.objects.values_list("trade", "minutes_per_month")) == {
        "painting": 320 * 60
    }
    assert set(row.trades.values_list("trade", flat=True)) == {"painting", "tiling"}
    assert set(StructureArea.objects.values_list("commune_id", "department_code")) == {
        (None, "77"), ("77288", ""),
    }  # fmt: skip
    again = typed_in(browser.get(OWN))
    assert {again["trade_0"], again["trade_1"]} == {"painting", "tiling"}
    assert again["communes"] == "Melun"


def test_one_button_says_that_nothing_changed_and_the_errand_is_done(client_of, committee, old):
    browser, desk = client_of(committee.structure), reverse("desks:today")
    assert "Mettre à jour mon offre" in text_of(browser.get(desk))
    browser.post(OWN, {"act": "confirm"})
    old.refresh_from_db()
    assert old.said_on == localdate()
    assert "Mettre à jour mon offre" not in text_of(browser.get(desk))


@pytest.mark.parametrize(
    ("changed", "field", "said"),
    [
        ({"trade_1": "painting"}, "trade_1", "déjà dit"),
        ({"trade_1": "", "hours_1": "20"}, "trade_1", "Choisissez le métier"),
        ({"hours_0": "beaucoup"}, "hours_0", "nombre d’heures"),
        ({"communes": "Trifouilly"}, "communes", "Trifouilly"),
        ({"email": "moi"}, "email", ""),
    ],
)
def test_what_is_refused_is_said_beside_its_field_and_nothing_typed_is_lost(
    client_of, committee, old, changed, field, said
):
    page = client_of(committee.structure).post(OWN, OFFER | changed)
    assert said in error_on(page, field)
    assert error_on(page, field)
    assert typed_in(page)["about"] == OFFER["about"]
    old.refresh_from_db()
    assert old.about == ""


def test_its_facilitator_says_it_in_its_place_and_others_do_not(client_of, committee, old):
    url = reverse("directory:say", args=[old.pk])
    for kept_out in (committee.company, committee.buyer, committee.prescriber):
        assert client_of(kept_out).get(url).status_code == 404
    assert client_of(committee.company).get(OWN).status_code == 404
    client_of(committee.facilitator).post(url, OFFER)
    old.refresh_from_db()
    assert (old.source, old.said_on) == ("coordination", localdate())
