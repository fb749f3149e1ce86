"""Every column of the database is classified, and nothing that reaches a person is forgotten."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import connection, models

from perenne.kit.privacy import Category, Gone, tables
from perenne.kit.privacy.reaching import (
    models_that_reach_a_person,
    unclassified,
    uncovered,
)
from perenne.rules.retention import Event, RecordKind
from tests.house.places import HOUSE

COLUMNS = """
SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
  AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY 1, 2
"""
OURS = [model for model in apps.get_models() if model.__module__.startswith("perenne.")]


def columns_of_the_catalogue():
    with connection.cursor() as cursor:
        cursor.execute(COLUMNS)
        return cursor.fetchall()


@pytest.mark.django_db
def test_every_column_of_the_database_is_classified():
    known = columns_of_the_catalogue()
    print(f"{len(known)} columns in {len({table for table, _ in known})} tables")
    assert unclassified(known) == []


def test_every_field_of_our_models_is_classified():
    fields = [
        (model._meta.db_table, field.column)
        for model in OURS
        for field in model._meta.local_concrete_fields
    ]
    print(f"{len(fields)} fields in {len(OURS)} models of ours")
    assert unclassified(iter(fields)) == []


@pytest.mark.django_db
def test_a_planted_column_is_refused_with_what_to_write():
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMPORARY TABLE planted (id int, birth_date date)")
        cursor.execute(COLUMNS.replace("'public'::regnamespace", "pg_my_temp_schema()"))
        (said, _) = unclassified(cursor.fetchall())
    assert said.startswith("planted.birth_date: say in the `privacy.py` of its app")


def test_every_model_that_reaches_a_person_is_in_the_access_file_and_the_erasure():
    reaching = models_that_reach_a_person()
    print(f"{len(reaching)} models reach a person: all covered but {len(uncovered())}")
    assert len(reaching) >= 8
    assert uncovered() == []


@pytest.mark.parametrize("far", [False, True], ids=["at once", "through another"])
def test_a_planted_model_that_reaches_a_person_is_refused(monkeypatch, far):
    class Planted(models.Model):
        whose = models.ForeignKey(
            "organisations.Seat" if far else get_user_model(), models.CASCADE, related_name="+"
        )

        class Meta:
            app_label = "people"
            db_table = "planted"

        def __str__(self):
            return "planted"

    try:
        (said,) = uncovered()
    finally:
        del apps.all_models["people"]["planted"]
        apps.clear_cache()
    way = "whose.person" if far else "whose"
    assert said.startswith(f"planted leads to a person by {way}, and no `classify`")


def test_every_table_that_holds_something_of_a_person_says_how_their_rows_are_found():
    assert [table.name for table in tables() if not table.finders] == []


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_a_classification_is_whole(table):
    assert table.label
    assert table.keeps in set(RecordKind)
    assert {personal.category for personal in table.personal.values()} <= set(Category)
    assert all(personal.label for personal in table.personal.values())
    assert table.processing.recipients
    assert {expires.event for expires in table.expires} <= {"", *Event}
    if table.loses_its_rows:  # a row that goes leaves nothing behind
        assert {personal.gone for personal in table.personal.values()} == {Gone.ROW}
    for personal in table.personal.values():
        assert (personal.gone is Gone.KEPT) == bool(personal.why_kept)
        assert (personal.gone is Gone.REPLACED) == (personal.instead is not None)


def test_a_processing_has_one_description():
    described = {(table.processing.code, id(table.processing)) for table in tables()}
    assert len(described) == len({code for code, _ in described})


@pytest.mark.parametrize("app", sorted(HOUSE.glob("*/*/models*")), ids=str)
def test_an_app_that_has_tables_has_its_room(app):
    if app.parent.name != "tenancy" or app.stem == "models":
        assert (app.parent / "privacy.py").exists(), f"write {app.parent.name}/privacy.py"
