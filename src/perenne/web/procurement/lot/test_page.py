import pytest
from django.urls import reverse

from perenne.domain.procurement.models import Lot
from perenne.web.tests.browser import text_of, typed_in

pytestmark = pytest.mark.django_db
SAID = {"number": "3", "object": "Peinture", "amount": "120 000", "segment": "", "cpv": ""}


def test_a_lot_is_added_then_corrected_then_taken_away(browser, consultation):
    add = reverse("procurement:add_lot", args=[consultation.pk])
    assert "Le lot est ajouté." in text_of(browser.post(add, SAID, follow=True))
    lot = Lot.objects.get()
    edit = reverse("procurement:edit_lot", args=[lot.pk])
    kept = typed_in(browser.get(edit))
    assert {name: kept[name] for name in SAID} == SAID | {"amount": "120\u202f000"}
    page = browser.post(edit, SAID | {"object": "Peinture et sols"}, follow=True)
    assert "Lot 3 – Peinture et sols" in text_of(page)
    remove = reverse("procurement:remove_lot", args=[lot.pk])
    assert "Le lot est retiré." in text_of(browser.post(remove, follow=True))
    assert not Lot.objects.exists()


def test_a_number_given_twice_is_refused_and_what_was_typed_stays(browser, consultation, prepared):
    add = reverse("procurement:add_lot", args=[consultation.pk])
    page = browser.post(add, SAID | {"number": "1"})
    assert "porte déjà ce numéro" in text_of(page)
    assert typed_in(page)["object"] == "Peinture"


def test_a_lot_is_shown_in_its_consultation(browser, prepared):
    answer = browser.get(reverse("procurement:lot", args=[prepared.pk]))
    assert answer.url.endswith(f"/consultations/{prepared.consultation_id}/#lot-{prepared.pk}")
