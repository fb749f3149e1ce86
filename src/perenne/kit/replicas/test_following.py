"""Which replica may answer: one that knows what was written, and is not late."""

import logging
from itertools import pairwise

import pytest
from django.db import connection, connections

from perenne.kit.replicas import Followers
from perenne.kit.replicas.following import LATE
from perenne.kit.replicas.places import place_in

NOW = 1_000.0


@pytest.fixture
def two():
    followers = Followers(["replica_1", "replica_2"])
    for alias in ("replica_1", "replica_2"):
        followers.replayed(alias, 100)
    return followers


def test_before_the_first_look_nobody_is_fit():
    assert Followers(["replica_1"]).fit(0, now=NOW) is None


def test_they_take_turns(two):
    asked = [two.fit(0, now=NOW) for _ in range(6)]
    assert set(asked) == {"replica_1", "replica_2"}
    assert all(one != other for one, other in pairwise(asked))


def test_what_one_wrote_must_be_there(two):
    two.replayed("replica_2", 120)
    assert {two.fit(110, now=NOW) for _ in range(4)} == {"replica_2"}
    assert two.fit(121, now=NOW) is None


def test_one_that_is_late_is_left_alone_for_everybody(two):
    two.written(90, now=NOW)
    two.written(150, now=NOW + 1)
    assert two.fit(0, now=NOW + LATE) is not None  # 90 were there then
    two.replayed("replica_2", 150)
    assert {two.fit(0, now=NOW + 1 + LATE) for _ in range(4)} == {"replica_2"}


def test_the_first_look_at_the_primary_holds_until_an_old_one_is_known(two):
    two.written(150, now=NOW)
    assert two.fit(0, now=NOW) is None


def test_without_the_primary_replicas_go_on_reading(two):
    two.written(100, now=NOW)
    two.lost("default")
    assert two.fit(0, now=NOW + 600) is not None


def test_after_a_failover_the_log_goes_on_from_an_earlier_place(two):
    two.written(500, now=NOW)
    assert two.fit(0, now=NOW + LATE) is None
    two.written(100, now=NOW + LATE)
    assert two.fit(0, now=NOW + 2 * LATE) is not None


def test_one_that_is_lost_is_told_once_and_comes_back(two, caplog):
    caplog.set_level(logging.WARNING)
    two.lost("replica_1")
    two.lost("replica_1")
    assert {two.fit(0, now=NOW) for _ in range(4)} == {"replica_2"}
    two.replayed("replica_1", 100)
    assert {two.fit(0, now=NOW) for _ in range(4)} == {"replica_1", "replica_2"}
    assert [line.split()[0] for line in caplog.messages] == ["replica_1"] * 2


@pytest.mark.django_db
def test_a_server_that_is_no_standby_is_not_read(aliased, two):
    """As a replica that was promoted."""
    two.look(aliased)
    assert {two.fit(0, now=NOW) for _ in range(4)} == {"replica_2"}


@pytest.mark.django_db
def test_one_that_does_not_answer_is_not_read(aliased, two):
    connections[aliased].settings_dict["HOST"] = "/nowhere"
    two.look(aliased)
    assert {two.fit(0, now=NOW) for _ in range(4)} == {"replica_2"}


@pytest.mark.django_db
def test_how_far_the_primary_wrote_is_asked_of_it(two, monkeypatch):
    monkeypatch.setattr(connections["default"], "close", lambda: None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn()::text")
        (before,) = cursor.fetchone()
    two.look("default")
    assert two._written[-1][1] >= place_in(before)


def test_a_process_begins_once(monkeypatch):
    looked = []
    monkeypatch.setattr(Followers, "_follow", lambda _self, alias: looked.append(alias))
    followers = Followers(["replica_1"])
    for _ in range(3):
        followers.begin()
    assert sorted(looked) == ["default", "replica_1"]
