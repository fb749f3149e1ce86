"""Every address on a thing of one committee, asked for by the coordination of another."""

import logging

import pytest
from django.urls import reverse

from perenne.kit.tenancy import within
from perenne.kit.tenancy.models import Committee
from perenne.web.tests.browser import strict
from perenne.web.tests.scenes import new_committee
from tests.house.test_matrix import NEVER, NOUNS, answer, rows_of
from tests.walls.conftest import ELSEWHERE

THEIR_SITE = {"host": "clauses34.test"}


@pytest.fixture
def strangers(db, client_of, settings):
    """The most powerful people of the neighbouring committee, each in their browser."""
    settings.COMMITTEE_OF_HOST = {THEIR_SITE["host"]: ELSEWHERE}
    settings.ALLOWED_HOSTS = ["*"]
    with within(ELSEWHERE):
        Committee.objects.create(code=ELSEWHERE, name="Comité de l’Hérault")
        scene = new_committee()
        browsers = [strict(client_of(who)) for who in (scene.coordination, scene.facilitator)]
    for browser in browsers:
        browser.defaults["HTTP_HOST"] = THEIR_SITE["host"]
    return browsers


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__.rsplit(".")[-1])
def test_nothing_of_one_committee_is_shown_to_another(strangers, noun, caplog):
    caplog.set_level(logging.ERROR, "django.request")
    things = noun.things(new_committee())
    everybodys = {"-", *getattr(noun, "EVERYBODYS", ())}
    asked = [row for row in rows_of(noun) if row[1] not in everybodys]
    seen = {
        (name, thing, method): status
        for name, thing, *_ in asked
        for browser in strangers
        for method in ("get", "post", *NEVER)
        if (status := answer(browser, method, reverse(name, args=things[thing])).status_code)
        not in {302, 404, 405}
    }
    print(f"{noun.__name__}: {len(asked) * len(strangers) * 6} requests, {len(seen)} shown")
    assert seen == {}
