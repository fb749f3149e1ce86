"""Roles that see persons, with a password only: every address of the site, one after the other."""

import logging

import pytest
from django.db import reset_queries
from django.urls import resolve, reverse

from perenne.domain.directory.models import Structure
from perenne.kit.actors import NEAR_PERSONS, Role
from perenne.web.account.conftest import with_password_only
from perenne.web.tests.scenes import new_committee
from tests.house.test_matrix import NOUNS, rows_of

pytestmark = pytest.mark.django_db
GATE = reverse("account:second_factor")
SCENE = {
    Role.FACILITATOR: "facilitator", Role.COORDINATION: "coordination", Role.COMPANY: "company",
    Role.INCLUSION_STRUCTURE: "structure", Role.PRESCRIBER: "prescriber",
}  # fmt: skip
WITHOUT_DATA = {"account", "site"}
"""One’s own account, and what everybody sees."""


@pytest.fixture(autouse=True)
def quiet(caplog):
    caplog.set_level(logging.ERROR, "django.request")


def sent_away(url, answer):
    gated = answer.status_code == 302 and answer.url.startswith(GATE)
    return gated or resolve(url).namespace in WITHOUT_DATA


def test_a_role_that_sees_persons_opens_no_page_with_data_by_its_password_alone():
    """Every address of the site, whatever it is about: none with data answers 200."""
    committee = new_committee()
    things = []
    for noun in NOUNS:
        Structure.objects.update(organisation=None)  # each noun gives this space its own
        things.append({"-": [], **noun.things(committee)})
    for role in sorted(NEAR_PERSONS):
        actor = getattr(committee, SCENE[role])
        shown, tried = shown_with_a_password(actor, things)
        print(f"{role}: {tried} requests with a password only, {len(shown)} shown")
        assert shown == [], role


def shown_with_a_password(actor, things):
    browser, shown, tried = with_password_only(actor), [], 0
    rows = [(its, row) for its, noun in enumerate(NOUNS) for row in rows_of(noun)]
    for its, (name, thing, *_) in rows:
        url = reverse(name, args=things[its][thing])
        for method in ("get", "post"):
            reset_queries()  # Django keeps the last nine thousand, and warns
            answer = getattr(browser, method)(url)
            tried += 1
            if not sent_away(url, answer):
                shown.append((name, method, answer.status_code))
        if name == "account:logout":
            browser = with_password_only(actor)
    return shown, tried
