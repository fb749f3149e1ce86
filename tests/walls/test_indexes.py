"""Indexes serve searches behind the walls, once a superuser has said that they may."""

import pytest
from django.conf import settings
from django.db import connection

from perenne.kit.finding import misspelt, written
from perenne.kit.postgres.indexes import SAID, let_indexes_search
from perenne.kit.tenancy.walls import raise_walls
from perenne.kit.testing.roles import APPLICATION, OWNER, acting_as

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
TITLES = """
CREATE TABLE titles (id int PRIMARY KEY, title text);
INSERT INTO titles SELECT n, 'Entretien de voirie n° ' || n FROM generate_series(1, 5000) AS n;
INSERT INTO titles VALUES (0, 'Réseaux d’assainissement');
CREATE INDEX titles_by_letters ON titles USING gin (title gin_trgm_ops);
ANALYZE titles;
"""


@pytest.fixture
def titles():
    with acting_as(OWNER):
        run(TITLES)
        raise_walls(settings.APPLICATION_ROLE)
        try:
            yield
        finally:
            run("DROP TABLE titles")
            let_indexes_search()


def run(order, parameters=None):
    with connection.cursor() as cursor:
        cursor.execute(order, parameters)
        return [line for (line,) in cursor.fetchall()] if cursor.description else []


def searched(pattern):
    """What the application finds, and how it goes about it."""
    question = "SELECT id FROM titles WHERE title ~* %s"
    with acting_as(APPLICATION):
        found = run(question, [pattern])
        plan = "\n".join(run(f"EXPLAIN {question}", [pattern]))
    assert "perenne.committee" in plan
    return found, "titles_by_letters" in plan


@pytest.mark.parametrize("sought", [written("assainissement"), misspelt("asainissement")])
def test_an_index_serves_once_it_is_said_that_it_may_and_finds_the_same(titles, sought):
    assert searched(r"\m" + sought) == ([0], True)
    run(SAID.replace("LEAKPROOF", "NOT LEAKPROOF"))
    assert searched(r"\m" + sought) == ([0], False)


def test_a_superuser_says_it_once_and_nobody_else_can(titles):
    run(SAID.replace("LEAKPROOF", "NOT LEAKPROOF"))
    with acting_as(APPLICATION):
        assert not let_indexes_search()
    assert let_indexes_search()
    with acting_as(APPLICATION):
        assert let_indexes_search()
