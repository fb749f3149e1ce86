"""A place of the log is read as PostgreSQL orders it."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as some

from perenne.kit.replicas import LAST, place_in

ANY = some.integers(0, 2**64 - 1)


@given(ANY)
def test_it_is_a_number_of_64_bits(number):
    assert place_in(f"{number >> 32:X}/{number & 0xFFFFFFFF:X}") == number


@pytest.mark.parametrize("said", ["", "0", "0/", "G/1", "0/1 ", "123456789/0", "1/2\n", "é/1"])
def test_what_is_no_place_is_the_beginning(said):
    assert place_in(said) == 0


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["0/1", "16/B374D848", "0/FFFFFFFF", "1/0", LAST])
def test_postgresql_counts_alike(said):
    with connection.cursor() as cursor:
        cursor.execute("SELECT %s::pg_lsn - '0/0'", [said])
        assert cursor.fetchone() == (place_in(said),)
