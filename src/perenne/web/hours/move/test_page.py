"""Hours go where they were worked, once the effect was read."""

import pytest
from django.urls import reverse

from perenne.domain.hours.models import Work
from perenne.domain.hours.tests.conftest import counted_on
from perenne.web.tests.browser import summary_of, text_of, typed_in

pytestmark = pytest.mark.django_db
WHY = "Déclarées sur le mauvais marché."


def url(work):
    return reverse("hours:move", args=[work.pk])


def test_hours_of_the_wrong_contract_are_moved_with_a_trace_on_both(client_of, months):
    other = months.new_commitment(400, "Crèche")
    other.contract.parties.update(siret=months.siret)
    there = months.hired_again(other, months.hirings[0])
    work, _two = months.validated(600, 900)
    browser = client_of(months.facilitator)
    said = {"contract": there.pk, "month": "2026-10-01", "hours": "4", "reason": WHY}

    shown = browser.post(url(work), said)
    assert "Groupe scolaire : 25 h comptées → 21 h" in text_of(shown)
    assert "Crèche : 0 h comptées, sans changement" in text_of(shown)  # not validated yet
    assert Work.objects.count() == 2
    done = browser.post(url(work), {**said, "seen": typed_in(shown)["seen"]}, follow=True)
    assert "Déplacées ici depuis 10/2026, Groupe scolaire" in text_of(done)
    assert f"« {WHY} »" in text_of(done)
    left = text_of(browser.get(reverse("hours:sheet", args=[work.sheet_id])))
    assert "− 4 h vers 10/2026, Crèche" in left
    history = text_of(browser.get(reverse("history:sheet", args=[work.sheet_id])))
    assert "Heures déplacées ailleurs : 4 h" in history
    assert (counted_on(months.commitment), counted_on(other)) == (1_260, 0)


def test_what_is_refused_is_said_and_others_are_kept_out(client_of, committee, months):
    work, _two = months.validated(600, 900)
    browser = client_of(months.facilitator)
    shown = typed_in(browser.get(url(work)))
    assert (shown["hours"], shown["month"]) == ("10", "2026-10-01")
    here = browser.post(url(work), {**shown, "contract": months.hirings[0].pk, "reason": WHY})
    assert "Ces heures sont déjà là" in " ".join(summary_of(here))
    for who in (committee.company, committee.other_facilitator, committee.coordination):
        assert client_of(who).get(url(work)).status_code == 404
