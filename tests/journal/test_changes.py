"""What changed is computed, says nothing twice, and hides what is personal."""

from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from uuid import UUID

import pytest
from django.db.models import F
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.actors import HOUSE, Role
from perenne.kit.files.models import StoredFile
from perenne.kit.journal import changes
from perenne.kit.journal.changes import changes_of, hidden_fields, hide_also, plain, remember
from perenne.kit.journal.models import Entry
from perenne.kit.journal.writing import record

JSON = some.recursive(
    some.none() | some.booleans() | some.integers() | some.text(),
    lambda inside: some.lists(inside) | some.dictionaries(some.text(), inside),
    max_leaves=8,
)


class Weather(Enum):
    RAIN = "rain"


def new_file(**facts):
    return StoredFile.objects.create(**{"name": "plan", "size": 3, "sha256": "0" * 64, **facts})


def taken(file):
    """As `Policy.take` gives it."""
    row = StoredFile.objects.get(pk=file.pk)
    remember(row)
    return row


def said(number=0):
    return Entry.objects.order_by("pk")[number].changes


@pytest.fixture(autouse=True)
def nothing_plugged_in(monkeypatch):
    """What the rooms `privacy.py` hide is another test's business."""
    monkeypatch.setattr(changes, "_sources", [])


@pytest.fixture
def hiding():
    """A classification plugged in for one test."""
    before = list(changes._sources)
    yield hide_also
    changes._sources[:] = before


@pytest.mark.django_db
def test_a_row_that_was_taken_says_what_it_was_and_what_it_is():
    row = taken(new_file())
    row.name = "contrat"
    row.save()
    record("file.sign", row, by=HOUSE)
    assert said() == {"name": ["plan", "contrat"]}


@pytest.mark.django_db
def test_a_row_made_here_says_its_fields_once_and_its_empty_ones_not_at_all():
    row = new_file(name="")
    record("file.sign", row, by=HOUSE)
    row.size = 4
    record("file.sign", row, by=HOUSE)
    record("file.sign", row, by=HOUSE)
    first = said(0)
    assert [first.pop(name)[0] for name in ("kept_at", "place")] == [None, None]
    assert first == {
        "size": [None, 3], "sha256": [None, "0" * 64],
        "state": [None, "received"], "attempts": [None, 0],
    }  # fmt: skip
    assert (said(1), said(2)) == ({"size": [3, 4]}, {})


@pytest.mark.django_db
def test_of_a_row_only_read_nothing_is_invented():
    row = StoredFile.objects.get(pk=new_file().pk)
    row.name = "contrat"
    record("file.sign", row, by=HOUSE)
    assert said() == {}


@pytest.mark.django_db
def test_columns_that_were_not_read_and_computed_values_are_left_out():
    file = new_file()
    row = StoredFile.objects.only("name").get(pk=file.pk)
    remember(row)
    row.name, row.size = "contrat", F("size") + 1
    assert changes_of(row) == {"name": ["plan", "contrat"]}


@pytest.mark.django_db
def test_a_reason_is_not_said_again_among_the_changes():
    row = taken(new_file(name="ancien"))
    row.name, row.size = "Trop court.", 9
    record("file.sign", row, by=HOUSE, reason="Trop court.")
    assert said() == {"size": [3, 9]}


@pytest.mark.django_db
def test_a_field_emptied_is_a_change_though_there_is_no_reason():
    row = taken(new_file())
    row.name = ""
    record("file.sign", row, by=HOUSE)
    assert said() == {"name": ["plan", ""]}


@pytest.mark.django_db
def test_a_hidden_field_is_said_to_have_changed_and_no_value_is_kept(hiding, monkeypatch):
    hiding(lambda model: {"name"} if model is StoredFile else ())
    monkeypatch.setattr(StoredFile, "PRIVATE_FIELDS", frozenset({"size"}), raising=False)
    row = taken(new_file())
    row.name, row.size, row.sha256 = "Camille Martin", 187_654, "1" * 64
    record("file.sign", row, by=HOUSE)
    assert said() == {"name": [], "size": [], "sha256": ["0" * 64, "1" * 64]}
    assert "Camille" not in str(said())


def test_what_every_model_hides_needs_no_saying(hiding):
    hiding(lambda _model: ["size"])
    hiding(lambda _model: ["sha256"])
    assert {"password", "email", "phone", "full_name", "size"} <= hidden_fields(StoredFile)


@pytest.mark.django_db
def test_a_long_value_leaves_its_fingerprint():
    row = taken(new_file())
    row.sha256 = "a" * 5_000
    (before, after) = changes_of(row)["sha256"]
    assert before == "0" * 64
    assert after["length"] == 5_002
    assert len(after["sha256"]) == 64


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("1.50"), "1.50"),
        (date(2027, 3, 1), "2027-03-01"),
        (datetime(2027, 3, 1, 9, tzinfo=UTC), "2027-03-01T09:00:00+00:00"),
        (Weather.RAIN, "rain"),
        (Role.BUYER, "buyer"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        ({1: (Decimal(2), {Weather.RAIN})}, {"1": ["2", ["rain"]]}),
        (True, True),
    ],
)
def test_values_are_written_in_plain_json(value, written):
    assert plain(value) == written


@given(JSON)
def test_what_is_json_already_is_left_as_it_is(value):
    assert plain(value) == value
