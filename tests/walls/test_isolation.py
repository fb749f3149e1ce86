"""Without a committee nothing is seen; with one, nothing of another (I17, I18)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.urls import reverse

from perenne.domain.programming.models import PlannedPurchase, Programme
from perenne.kit.tenancy import current_committee, each_committee, within
from perenne.kit.tenancy.kinds import COLUMN, Kind, kinds
from tests.walls.conftest import ELSEWHERE, HERE, NOWHERE, count, tables

pytestmark = pytest.mark.django_db


def test_without_a_committee_every_table_shows_nothing(neighbours):
    seen = {code: {} for code in (HERE, ELSEWHERE, NOWHERE)}
    for code, rows in seen.items():
        with within(code):
            rows.update({table: count(table) for table in tables()})
    filled = sum(bool(rows) for rows in seen[HERE].values())
    print(
        f"{len(seen[NOWHERE])} tables; rows seen for 77: {sum(seen[HERE].values())} in {filled} "
        f"tables, for 34: {sum(seen[ELSEWHERE].values())}, without: {sum(seen[NOWHERE].values())}"
    )
    assert set(seen[NOWHERE].values()) == {0}
    assert filled >= 15
    assert seen[HERE]["programming_plannedpurchase"] == seen[ELSEWHERE]["clauses_clause"] * 5 == 5


def test_with_a_committee_no_table_shows_a_row_of_another(neighbours):
    owned = [name for name, kind in kinds(set(tables())).items() if kind.has_committee]
    foreign = {}
    for code in (HERE, ELSEWHERE):
        with within(code):
            foreign |= {(code, t): count(t, f"{COLUMN} IS DISTINCT FROM '{code}'") for t in owned}
    print(f"{len(owned)} tables of a committee × 2; foreign rows: {sum(foreign.values())}")
    assert set(foreign.values()) == {0}


def test_the_rows_of_a_neighbour_cannot_be_changed_nor_deleted_nor_written(neighbours):
    with within(ELSEWHERE):
        theirs = list(PlannedPurchase.objects.values_list("pk", flat=True))
    assert PlannedPurchase.objects.filter(pk__in=theirs).update(object="volé") == 0
    assert PlannedPurchase.objects.filter(pk__in=theirs).delete()[0] == 0
    with within(ELSEWHERE):
        assert not PlannedPurchase.objects.filter(object="volé").exists()
        assert PlannedPurchase.objects.count() == len(theirs)


def test_every_link_between_owned_rows_carries_the_committee(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT conname, conrelid::regclass::text, confrelid::regclass::text,"
            " EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = conrelid"
            "         AND a.attnum = ANY (conkey) AND a.attname = 'committee_id')"
            " FROM pg_constraint"
            " WHERE contype = 'f' AND connamespace = 'public'::regnamespace"
        )
        links = cursor.fetchall()
    of = kinds(set(tables()))
    inside = [
        (name, carries_it)
        for name, child, parent, carries_it in links
        if {of[child], of[parent]} <= {Kind.OWNED, Kind.SEALED}
    ]
    assert len(inside) >= 12
    assert [name for name, carries_it in inside if not carries_it] == []


def test_the_application_owns_nothing_and_passes_by_no_wall(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, (SELECT count(*) FROM pg_class WHERE relowner = r.oid)"
            " FROM pg_roles r WHERE rolname = current_user"
        )
        assert cursor.fetchone() == (False, False, 0)
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            " AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)"
        )
        assert cursor.fetchall() == []


def test_a_session_of_one_committee_opens_nothing_in_another(neighbours, client_of, settings):
    settings.COMMITTEE_OF_HOST = {"clauses34.test": ELSEWHERE}
    settings.ALLOWED_HOSTS = ["*"]
    browser = client_of(neighbours[HERE].coordination)
    desk = reverse("desks:today")
    assert browser.get(desk).status_code == 200
    assert browser.get(desk, headers={"host": "clauses34.test"}).status_code == 302
    with within(ELSEWHERE):
        neighbour = Client(headers={"host": "clauses34.test"})
        programme_id = Programme.objects.get().pk
    page = reverse("programming:show", args=[programme_id])
    assert neighbour.get(page).status_code == 404
    assert browser.get(page).status_code == 404


def test_a_connection_given_back_to_the_pool_forgets_its_committee(db):
    pooled = connection.copy()
    pooled.settings_dict = {
        **connection.settings_dict,
        "OPTIONS": {"pool": {"min_size": 1, "max_size": 1}},
    }
    told = []
    try:
        for code in (HERE, NOWHERE, ELSEWHERE, NOWHERE):
            with within(code), pooled.cursor() as cursor:
                cursor.execute("SELECT pg_backend_pid(), current_committee()")
                told.append(cursor.fetchone())
            pooled.close()
    finally:
        pooled.close_pool()
    assert len({pid for pid, _ in told}) == 1
    assert [code for _, code in told] == [HERE, None, ELSEWHERE, None]


def test_what_one_thread_works_for_is_not_what_another_does(db):
    with within(ELSEWHERE), ThreadPoolExecutor(1) as other:
        assert other.submit(current_committee).result() == NOWHERE
        assert current_committee() == ELSEWHERE


def test_leaving_a_committee_brings_back_the_one_before_even_after_a_failure(db):
    with pytest.raises(ZeroDivisionError), within(ELSEWHERE):
        raise ZeroDivisionError
    assert (current_committee(), said_by_the_database()) == (HERE, HERE)


def test_nightly_work_goes_round_every_committee(db, settings):
    settings.COMMITTEES = (HERE, ELSEWHERE)
    assert [(code, said_by_the_database()) for code in each_committee()] == [
        (HERE, HERE),
        (ELSEWHERE, ELSEWHERE),
    ]
    assert said_by_the_database() == HERE


def said_by_the_database():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_committee()")
        return cursor.fetchone()[0]


def test_the_role_of_the_tests_is_that_of_the_application(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        assert cursor.fetchone() == (settings.APPLICATION_ROLE,)
