"""The documents of the GDPR hold everything that the code classified."""

import io

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core.management import call_command

from perenne.kit.privacy import Category, Gone, Personal, tables
from perenne.kit.privacy.register import table_of
from perenne.ops.rgpd import impact_assessment, register_document


def test_the_register_has_every_processing_and_every_column():
    said = register_document()
    for table in tables():
        assert f"## {table.processing.title}\n" in said
        for column in table.personal:
            assert f"| `{table.name}` | `{column}` |" in said


def test_the_impact_assessment_has_every_processing_and_every_sensitive_column():
    said = impact_assessment()
    sensitive = 0
    for table in tables():
        assert f"| {table.processing.title} | {table.processing.purpose} |" in said
        for column, personal in table.personal.items():
            if personal.category.is_sensitive:
                sensitive += 1
                assert f"`{table.name}.{column}`" in said
    print(f"{sensitive} sensitive columns in the assessment")
    assert sensitive >= 8


def test_a_column_on_health_would_be_told_at_once(monkeypatch):
    table = table_of(get_user_model())
    health = Personal(Category.HEALTH, "Reconnaissance RQTH", Gone.BLANK)
    monkeypatch.setattr(table, "personal", {**table.personal, "phone": health})
    assert "| Reconnaissance RQTH | Santé |" in impact_assessment()


@pytest.mark.django_db
def test_the_purge_counts_without_erasing_and_then_erases():
    Session.objects.create(session_key="old", session_data="", expire_date="2020-01-01T00:00Z")
    out = io.StringIO()
    call_command("purge", dry_run=True, stdout=out)
    assert "77: 1 rows" in out.getvalue()
    assert "Nothing was erased" in out.getvalue()
    assert Session.objects.count() == 1
    call_command("purge", stdout=io.StringIO())
    assert Session.objects.count() == 0


@pytest.mark.django_db
def test_replaying_says_how_many_were_erased_again():
    out = io.StringIO()
    call_command("replay_erasures", stdout=out)
    assert out.getvalue() == "77: 0 erased again\n"
