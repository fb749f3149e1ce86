"""Two committees side by side in one database, each with the same small life."""

import pytest
from django.db import connection

from perenne.domain.clauses.states import ClauseState
from perenne.kit.tenancy import within
from perenne.kit.tenancy.models import Committee
from perenne.web.tests.scenes import (
    Committee as Scene,
)
from perenne.web.tests.scenes import (
    new_clause,
    new_committee,
    new_sent_programme,
    purchases_of,
)

HERE, ELSEWHERE, NOWHERE = "77", "34", ""


@pytest.fixture
def neighbours(db) -> dict[str, Scene]:
    """The same work done in each of the two."""
    with within(ELSEWHERE):
        Committee.objects.create(code=ELSEWHERE, name="Comité de l’Hérault")
    return {code: lived_in(code) for code in (HERE, ELSEWHERE)}


def lived_in(code: str) -> Scene:
    with within(code):
        scene = new_committee()
        programme_id = new_sent_programme(scene.buyer)
        cleaning = purchases_of(programme_id, scene.buyer)[0]
        new_clause(cleaning.id, scene.facilitator, ClauseState.WORDED)
    return scene


def tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
            "AND relkind IN ('r', 'p') ORDER BY relname"
        )
        return [name for (name,) in cursor.fetchall()]


def count(table: str, condition: str = "true") -> int:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}" WHERE {condition}')
        return int(cursor.fetchone()[0])
