"""A correction shows its effect, then compensates."""

import pytest
from django.urls import reverse

from perenne.domain.hours.models import Allocation, Work
from perenne.web.tests.browser import buttons_of, error_on, sql_for, text_of, typed_in

pytestmark = pytest.mark.django_db
SAID = {"hours": "8 h 30", "reason": "Erreur de saisie de l’entreprise."}


def url(work):
    return reverse("hours:correct", args=[work.pk])


def test_the_effect_is_shown_then_done(client_of, months):
    work, _other = months.validated(600, 900)
    browser = client_of(months.facilitator)
    assert "Voir l’effet de la correction" in buttons_of(browser.get(url(work)))

    shown = browser.post(url(work), SAID)
    assert "Groupe scolaire : 25 h comptées → 23 h 30" in text_of(shown)
    assert (Work.objects.count(), Allocation.objects.count()) == (2, 2)
    other = {**SAID, "hours": "9", "seen": typed_in(shown)["seen"]}
    assert "25 h comptées → 24 h" in text_of(browser.post(url(work), other))
    done = browser.post(url(work), {**SAID, "seen": typed_in(shown)["seen"]}, follow=True)
    assert "8 h 30 au lieu de 10 h" in text_of(done)
    assert Work.objects.get(corrects=work).minutes == -90


def test_what_is_refused_is_said_and_others_are_kept_out(client_of, committee, months):
    work, _other = months.validated(600, 900)
    browser = client_of(months.facilitator)
    same = browser.post(url(work), {**SAID, "hours": "10"})
    assert "C’est la durée déjà retenue" in error_on(same, "hours")
    assert typed_in(same)["reason"] == SAID["reason"]
    assert "Dites pourquoi" in error_on(browser.post(url(work), {"hours": "9"}), "reason")
    for who in (committee.company, committee.other_facilitator, committee.coordination):
        assert client_of(who).get(url(work)).status_code == 404
        assert client_of(who).post(url(work), SAID).status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_lines(client_of, months):
    browser = client_of(months.facilitator)
    few = sql_for(browser, url(months.validated(600, 900)[0]))
    months.commitment = months.new_commitment(2_000)
    months.commitment.contract.parties.update(siret=months.siret)
    months.hirings = [months.hired(n) for n in range(8)]
    assert sql_for(browser, url(months.validated(*[600] * 8)[0])) == few
