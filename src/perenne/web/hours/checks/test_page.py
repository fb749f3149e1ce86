"""The committee says how grave it finds each doubt, from a day on, after a simulation."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.hours.actions import Line, declare_sheet
from perenne.domain.hours.models import CheckSetting
from perenne.domain.hours.queries.checks import simulate_check
from perenne.domain.hours.tests.conftest import NOW, ON
from perenne.kit.refusals import Refused
from perenne.rules.hours import DoubtCode
from perenne.web.tests.browser import error_on, sql_for, text_of

pytestmark = pytest.mark.django_db
URL = reverse("hours:checks")
REASON = "Décision du comité du 12 octobre."


def at(code):
    return reverse("hours:check", args=[code])


def tuned(browser, code, severity, since, reason=REASON):
    said = {"severity": severity, "since": f"{since:%d/%m/%Y}", "reason": reason}
    return browser.post(at(code), said, follow=True)


def test_a_severity_is_simulated_chosen_and_in_force_from_its_day_on(client_of, committee, months):
    """A line of 26 h a week for 35 is not flagged; one of 60 h is, and is blocked once tuned."""
    sheet = months.opened()
    one, two = months.hirings
    lines = [Line(one.pk, 6_000), Line(two.pk, 12_000)]
    declare_sheet(sheet_id=sheet.pk, lines=lines, by=months.company, now=NOW)
    found = simulate_check(DoubtCode.BEYOND_CONTRACT, on=ON)
    assert (found.lines, found.found, found.companies) == (2, 1, 1)
    browser, today = client_of(committee.coordination), localdate()
    assert "Ce réglage aurait signalé" in text_of(browser.get(at(DoubtCode.BEYOND_CONTRACT)))

    assert "est réglé" in text_of(
        tuned(browser, DoubtCode.BEYOND_CONTRACT, "block", today), "//body"
    )
    tuned(browser, DoubtCode.BEYOND_CONTRACT, "ask", today + timedelta(30))
    page = text_of(browser.get(URL))
    assert f"« {REASON} »" in page
    assert "à expliquer à partir du" in page
    november = months.opened(ON.replace(day=1))
    with pytest.raises(Refused, match="dépassent celles du contrat"):
        declare_sheet(
            sheet_id=november.pk, lines=[Line(two.pk, 12_100)], by=months.company,
            now=NOW.replace(year=today.year + 1),
        )  # fmt: skip
    assert CheckSetting.objects.count() == 2


def test_the_law_is_not_tuned_nor_the_past(client_of, committee):
    browser, today = client_of(committee.coordination), localdate()
    assert (
        "Choisissez" in error_on(tuned(browser, DoubtCode.LONG_DAY, "info", today), "severity")
        or not CheckSetting.objects.exists()
    )
    past = tuned(browser, DoubtCode.SUNDAY, "ask", today - timedelta(1))
    assert "ne vaut pas pour le passé" in error_on(past, "since")
    assert "Dites pourquoi" in error_on(
        tuned(browser, DoubtCode.SUNDAY, "ask", today, ""), "reason"
    )
    assert browser.get(at(DoubtCode.FULL_DAY)).status_code == 404
    assert browser.get(at("INCONNU")).status_code == 404
    assert not CheckSetting.objects.exists()


def test_facilitators_read_them_and_nobody_else_tunes(client_of, committee):
    page = client_of(committee.facilitator).get(URL)
    assert "Travail un dimanche" in text_of(page)
    assert "Régler" not in text_of(page)
    for who in (committee.company, committee.buyer):
        assert client_of(who).get(URL).status_code == 404
    for who in (committee.facilitator, committee.company):
        assert client_of(who).get(at(DoubtCode.SUNDAY)).status_code == 404


def test_the_number_of_queries_does_not_depend_on_the_lines(client_of, months):
    browser = client_of(months.committee.coordination)
    months.declared_by_others(1)
    few = sql_for(browser, at(DoubtCode.SUNDAY))
    months.declared_by_others(5)
    assert sql_for(browser, at(DoubtCode.SUNDAY)) == few
