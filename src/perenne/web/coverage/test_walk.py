"""From any commune or postcode of the département to the right contact: two actions at most."""

import csv
import time
from collections import Counter
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

import perenne
from perenne.domain.coverage.factories import new_absence, new_coverage
from perenne.domain.coverage.queries import facilitator_router, report_of
from perenne.domain.organisations.factories import new_actor
from perenne.domain.territories.actions import load_communes
from perenne.domain.territories.factories import official
from perenne.domain.territories.queries import gazetteer, places_for
from perenne.kit.actors import Role
from perenne.web.tests.browser import facts_in, tree_of

pytestmark = pytest.mark.django_db
DEMO = Path(perenne.__path__[0]) / "ops" / "demo"
MAP = reverse("coverage:map")


def load(name):
    with (DEMO / name).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    load_communes([
        official(row["insee_code"], row["name"], *row["postcodes"].split(),
                 epci=(row.get("epci_code", ""), row.get("epci_name", "")))
        for row in rows
    ])  # fmt: skip
    return rows


@pytest.fixture
def departement(db):
    """The 507 communes; four bodies by EPCI, one away, communes held apart, a coordination."""
    rows = load("communes-77.csv")
    coordination = new_actor(Role.COORDINATION, name="Coordination")
    bodies = [new_actor(Role.FACILITATOR, name=name) for name in ("Nord", "Sud", "Est", "Ouest")]
    epcis = sorted({row["epci_code"] for row in rows})
    for number, code in enumerate(epcis[:-1]):
        new_coverage(bodies[number % 4], epci_id=code)
    new_coverage(bodies[0], commune_id=rows[-1]["insee_code"])
    new_coverage(coordination, department_code="77")
    new_absence(bodies[2], localdate(), backup_id=bodies[3].organisation_id)
    return rows


def answers_at(client, typed):
    """After one action the page that answers, else those that a second one leads to."""
    page = client.get(MAP, {"lieu": typed})
    if page.status_code == 302:
        return 1, [page.url]
    return 2, tree_of(page).xpath("//div[@id='propositions']//li/a/@href")


def test_any_name_or_postcode_leads_to_the_contact_in_two_actions_at_most(departement):
    client, began = Client(), time.monotonic()
    report = report_of(facilitator_router(on=localdate()))
    right = {row.commune.insee_code: row.who for row in report.communes}
    shown = {
        code: facts_in(client.get(reverse("coverage:card", args=[code])))["Organisme"]
        for code in right
    }
    assert shown == right
    cards = {reverse("coverage:card", args=[code]): code for code in right}
    asked = [(row["name"], row["insee_code"]) for row in departement]
    asked += [(post, row["insee_code"]) for row in departement for post in row["postcodes"].split()]
    answers = {typed: answers_at(client, typed) for typed in dict(asked)}
    lost = [
        (typed, code)
        for typed, code in asked
        if code not in {cards.get(url) for url in answers[typed][1]}
    ]
    assert lost == []
    names = Counter(answers[row["name"]][0] for row in departement)
    posts = {post for row in departement for post in row["postcodes"].split()}
    counted = Counter(answers[post][0] for post in posts)
    print(
        f"{len(departement)} names: {names[1]} in one action, {names[2]} in two; "
        f"{len(posts)} postcodes: {counted[1]} in one, {counted[2]} in two; "
        f"{len(right)} cards as the router says; {time.monotonic() - began:.0f} s"
    )
    assert len(departement) == 507
    assert max(names | counted) <= 2


def test_the_same_holds_with_the_departements_around(departement):
    """Homonyms next door and postcodes that cross the border, asked of the whole nomenclature."""
    load("communes-voisines.csv")
    places = gazetteer("77")
    direct = 0
    for row in departement:
        for typed in (row["name"], *row["postcodes"].split()):
            found = places_for(typed, places)
            assert row["insee_code"] in {commune.insee_code for commune in found.communes}, typed
            direct += found.is_one
    print(f"{direct} of the texts typed lead straight to a commune")
