"""For tests in which several connections meet: what they write is committed, then swept away."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee, within
from perenne.kit.tenancy.opening import open_committees
from perenne.kit.testing.roles import APPLICATION, OWNER, become

PATIENCE = 60  # seconds before threads that wait for each other are called stuck


@pytest.fixture
def committee_again(django_db_setup, django_db_blocker) -> Iterator[None]:
    """What the sweep takes away with the rest is put back after it."""
    yield
    with django_db_blocker.unblock():
        open_committees()
        become(APPLICATION)


@pytest.fixture
def real_commits(committee_again, transactional_db) -> Iterator[None]:
    """The owner sweeps: the journal cannot be emptied, its triggers rest meanwhile."""
    yield
    become(OWNER)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
        cursor.execute("SET session_replication_role = replica")


def at_once(*acts: Callable[[], object]) -> list[object]:
    """All of them together, one thread and one connection each; what each gave, or its refusal.

    Any other exception (a deadlock, a constraint) is raised: the test fails on it.
    """
    barrier, code = Barrier(len(acts)), current_committee()

    def run(act: Callable[[], object]) -> object:
        try:
            connection.ensure_connection()
            barrier.wait(PATIENCE)
            with within(code):
                return act()
        except Refused as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return [future.result(PATIENCE) for future in [threads.submit(run, act) for act in acts]]


def refusals(outcomes: list[object]) -> list[str]:
    return [str(outcome) for outcome in outcomes if isinstance(outcome, Refused)]
