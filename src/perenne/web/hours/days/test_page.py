"""A month day by day: only the days that count, and they make the total."""

from datetime import timedelta

import pytest
from django.urls import reverse

from perenne.web.hours.tests.crews import box
from perenne.web.tests.browser import error_on, sql_for, text_of, typed_in

pytestmark = pytest.mark.django_db


def test_the_days_that_count_make_the_total_of_the_month(client_of, crew):
    late = crew.hired("Tard Venue", crew.school, counts_from=crew.month + timedelta(14))
    browser, statement = client_of(crew.committee.company), crew.opened()
    url = reverse("hours:days", args=[statement.pk, late.pk, "work"])
    first, before = crew.month + timedelta(14), crew.month + timedelta(13)
    names = [name for name in typed_in(browser.get(url)) if name.startswith("2")]
    assert (names[0], f"{before}" in names) == (f"{first}", False)
    page = browser.post(url, {f"{first}": "25"})
    assert "24" in error_on(page, f"{first}")
    assert typed_in(page)[f"{first}"] == "25"

    page = browser.post(url, {f"{first}": "7h30", f"{before}": "8"}, follow=True)
    assert "7 h 30 par jour" in text_of(page)
    assert box(late) not in typed_in(page)
    assert typed_in(browser.get(url))[f"{first}"] == "7 h 30"
    browser.post(url, {})
    assert box(late) in typed_in(browser.get(reverse("hours:statement", args=[statement.pk])))

    asked = sql_for(browser, url)
    crew.many(10)
    assert sql_for(browser, url) == asked
    for strange in ((crew.dark.pk, "work"), (late.pk, "nothing"), (0, "work")):
        assert browser.get(reverse("hours:days", args=[statement.pk, *strange])).status_code == 404
    assert client_of(crew.committee.structure).get(url).status_code == 404
