"""What waits, the oldest first: its age, whose it is; gone once done; as fast with ten thousand."""

from time import perf_counter

import pytest
from django.urls import reverse
from django.utils.timezone import localdate

from perenne.domain.clauses.models import Clause
from perenne.domain.hours.models import Sheet
from perenne.domain.participants.models import EligibilityFile
from perenne.web.desks.test_page import lots_for
from perenne.web.tests.browser import plain, sql_for, text_of, tree_of

pytestmark = pytest.mark.django_db
URL = reverse("boards:waiting")


def rows_in(page):
    rows = tree_of(page).xpath("//main//tbody/tr")
    return [
        (plain(row.xpath("th")[0].text_content()).partition(" : ")[0], row.xpath("th/a/@href"))
        for row in rows
    ]


def test_the_oldest_first_and_a_person_is_opened_by_her_facilitator_alone(
    client_of, committee, board
):
    sheet = Sheet.objects.get(state="declared")
    file = EligibilityFile.objects.get(state="asked")
    mine = rows_in(client_of(committee.facilitator).get(URL))
    assert [kind for kind, _ in mine] == [
        "Personne à vérifier", "Heures à valider", "Achat à étudier", "Achat à étudier",
    ]  # fmt: skip
    assert mine[0][1] == [reverse("participants:show", args=[file.pk])]
    assert mine[1][1] == [reverse("hours:sheet", args=[sheet.pk])]
    assert rows_in(client_of(committee.coordination).get(URL))[0] == ("Personne à vérifier", [])
    assert rows_in(client_of(committee.other_facilitator).get(URL)) == []


def test_by_age_by_facilitator_and_no_more_once_it_is_done(client_of, committee, board):
    browser = client_of(committee.coordination)
    kinds = [[kind for kind, _ in rows_in(browser.get(URL, {"age": age}))] for age in (10, 30, "x")]
    assert kinds[0] == ["Personne à vérifier", "Heures à valider"]
    assert kinds[1] == ["Personne à vérifier"]
    assert len(kinds[2]) == 4
    other = {"organisme": committee.other_facilitator.organisation_id}
    page = browser.get(URL, other)
    assert rows_in(page) == []
    assert "Voir tout ce qui attend" in text_of(page)
    EligibilityFile.objects.filter(state="asked").update(state="withdrawn")
    assert len(rows_in(browser.get(URL))) == 3


def test_ten_thousand_things_ask_the_database_no_more(client_of, committee, board):
    """Persons to verify and clauses are made at once."""
    addresses = [reverse(f"boards:{name}") for name in ("loads", "waiting", "late", "segments")]
    people = {who: client_of(getattr(committee, who)) for who in ("facilitator", "coordination")}
    once = {(who, url): sql_for(people[who], url) for who in people for url in addresses}
    file = EligibilityFile.objects.get(state="asked")
    EligibilityFile.objects.bulk_create(another(file) for _ in range(5_000))
    clause = Clause.objects.order_by("-pk").first()
    lots = lots_for(clause, 5_000)
    Clause.objects.bulk_create(another(clause, purchase_id=None, lot_id=lot) for lot in lots)
    for (who, url), asked in once.items():
        assert sql_for(people[who], url) == asked <= 12
        began = perf_counter()
        page = people[who].get(url)
        took = perf_counter() - began
        print(f"{who} {url}: 5 000 persons, 5 000 clauses, {took:.2f} s, {asked} queries")
        assert page.status_code == 200
    began = perf_counter()
    file = people["coordination"].get(URL, {"fichier": "xlsx"})
    print(f"{URL}?fichier=xlsx: {len(file.content)} bytes, {perf_counter() - began:.2f} s")
    assert "5 00" in text_of(people["coordination"].get(URL)).replace("\u202f", " ")
    assert localdate().isoformat() in file["Content-Disposition"]


def another(row, **facts):
    """With the terms of a row made the ordinary way."""
    names = (field.attname for field in row._meta.concrete_fields)
    kept = {name: getattr(row, name) for name in names if name not in {"id", "committee_id"}}
    return type(row)(**{**kept, **facts})
