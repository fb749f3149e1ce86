"""A département's year of hours, written set-wise from one of everything made by factories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import psycopg
from django.conf import settings
from django.db import connection, models, transaction

from perenne.domain.clauses.factories import new_commitment, whole_of
from perenne.domain.hirings.factories import new_hiring
from perenne.domain.hours.factories import new_sheet, new_work
from perenne.domain.hours.models import Sheet
from perenne.domain.organisations.factories import new_actor
from perenne.kit.actors import Actor, Role

COMPANIES, CLAUSES, PEOPLE = 80, 400, 1_700
YEAR = date(2026, 10, 1)
ON = date(2027, 9, 30)


@dataclass(frozen=True, slots=True)
class Department:
    facilitator: Actor
    worker_months: int
    clauses: int


def new_department(worker_months: int) -> Department:
    """Its statistics are those that autovacuum makes within a minute."""
    made = _written(worker_months)
    with psycopg.connect(settings.CLUSTER.url_of(settings.CLUSTER.owner), autocommit=True) as owner:
        owner.execute("ANALYZE")
    return made


@transaction.atomic
def _written(worker_months: int) -> Department:
    """Eighty companies of five contracts; each person on one of them. All is validated, and
    nothing is counted yet: a plan has the whole year to place."""
    facilitator = new_actor(Role.FACILITATOR)
    hiring = new_hiring(commitment=new_commitment(facilitator), facilitator=facilitator)
    work = new_work(hiring, sheet=new_sheet(hiring, month=YEAR), month=YEAR)
    commitments, parties = _contracts(hiring.commitment)
    people, hirings = _people(hiring, commitments, parties)
    months = -(-worker_months // PEOPLE)
    sheets = _sheets(work.sheet, commitments, months)
    told = {
        "people": people, "hirings": hirings, "sheets": sheets, "size": PEOPLE,
        "homes": CLAUSES, "year": YEAR,
    }  # fmt: skip
    person, month = "(n - 1) % %(size)s", "((n - 1) / %(size)s)"
    _cloned(work, worker_months, told, {
        "participant_id": f"(%(people)s::bigint[])[1 + {person}]",
        "hiring_id": f"(%(hirings)s::bigint[])[1 + {person}]",
        "sheet_id": f"(%(sheets)s::bigint[])[1 + ({person}) % %(homes)s + %(homes)s * {month}]",
        "month": f"(%(year)s::date + make_interval(months => {month}))::date",
        "minutes": "3000 + (n * 7919) % 6100",
    })  # fmt: skip
    for state, moment in (("declared", "declared_at"), ("validated", "validated_at")):
        rows = Sheet.objects.filter(pk__in=[*sheets, work.sheet_id])
        rows.update(state=state, **{moment: models.functions.Now()})
    return Department(facilitator, worker_months + 1, CLAUSES + 1)


def _contracts(one: Any) -> tuple[list[int], list[int]]:
    """Commitments, and the company of each."""
    lines = _cloned(one.clause.purchase.line, CLAUSES, {}, {"number": "t.number + n"})
    purchases = _cloned(one.clause.purchase, CLAUSES, {"lines": lines}, {
        "line_id": "(%(lines)s::bigint[])[n]",
    })  # fmt: skip
    clauses = _cloned(one.clause, CLAUSES, {"purchases": purchases}, {
        "purchase_id": "(%(purchases)s::bigint[])[n]",
        "globalisation": "CASE WHEN n % 4 = 0 THEN 'capped' ELSE 'accepted' END",
        "globalisation_cap_bp": "CASE WHEN n % 4 = 0 THEN 3000 END",
    })  # fmt: skip
    contracts = _cloned(one.contract, CLAUSES, {}, {
        "reference": "'D-' || n", "object": "'Marché ' || n", "months": "12 + n % 36",
    })  # fmt: skip
    told = {"clauses": clauses, "contracts": contracts, "companies": COMPANIES}
    parties = _cloned(whole_of(one).party, CLAUSES, told, {
        "contract_id": "(%(contracts)s::bigint[])[n]",
        "siret": "lpad((n % %(companies)s)::text, 9, '0') || '00018'",
    })  # fmt: skip
    commitments = _cloned(one, CLAUSES, told, {
        "clause_id": "(%(clauses)s::bigint[])[n]",
        "contract_id": "(%(contracts)s::bigint[])[n]",
        "due_minutes": "60 * (100 + (n * 389) % 4900)",
    })  # fmt: skip
    return commitments, parties


def _people(one: Any, commitments: list[int], parties: list[int]) -> tuple[list[int], list[int]]:
    people = _cloned(one.participant, PEOPLE, {}, {"code": "'D-' || n"})
    files = _cloned(one.verdict.file, PEOPLE, {"people": people}, {
        "participant_id": "(%(people)s::bigint[])[n]",
    })  # fmt: skip
    verdicts = _cloned(one.verdict, PEOPLE, {"people": people, "files": files}, {
        "participant_id": "(%(people)s::bigint[])[n]", "file_id": "(%(files)s::bigint[])[n]",
    })  # fmt: skip
    told = {
        "people": people, "verdicts": verdicts, "commitments": commitments, "parties": parties,
        "homes": CLAUSES,
    }  # fmt: skip
    hirings = _cloned(one, PEOPLE, told, {
        "participant_id": "(%(people)s::bigint[])[n]",
        "verdict_id": "(%(verdicts)s::bigint[])[n]",
        "commitment_id": "(%(commitments)s::bigint[])[1 + (n - 1) % %(homes)s]",
        "party_id": "(%(parties)s::bigint[])[1 + (n - 1) % %(homes)s]",
    })  # fmt: skip
    return people, hirings


def _sheets(one: Sheet, commitments: list[int], months: int) -> list[int]:
    """One for each commitment and month, in the order of months, then of commitments."""
    told = {"commitments": commitments, "homes": CLAUSES, "year": YEAR}
    month = "(%(year)s::date + make_interval(months => (n - 1) / %(homes)s))::date"
    statements = _cloned(one.statement, CLAUSES * months, told, {
        "siret": "lpad((1 + (n - 1) % %(homes)s)::text, 14, '0')", "month": month,
    })  # fmt: skip
    return _cloned(one, CLAUSES * months, told | {"statements": statements}, {
        "statement_id": "(%(statements)s::bigint[])[n]",
        "commitment_id": "(%(commitments)s::bigint[])[1 + (n - 1) % %(homes)s]",
        "month": month,
    })  # fmt: skip


def _cloned(
    row: models.Model, times: int, told: Mapping[str, object], said: Mapping[str, str]
) -> list[int]:
    """As many as `times` more of this row, but for what is said (in SQL, of n); their ids."""
    fields = [it for it in row._meta.local_concrete_fields if not it.primary_key]
    columns = [it.column for it in fields if not it.generated]
    values = ", ".join(said.get(name, f't."{name}"') for name in columns)
    order = (
        f'INSERT INTO "{row._meta.db_table}" ({", ".join(columns)})'  # noqa: S608 - our own names
        f' SELECT {values} FROM "{row._meta.db_table}" t, generate_series(1, %(times)s::int) n'
        " WHERE t.id = %(template)s ORDER BY n RETURNING id"
    )
    told = dict(told) | {"times": times, "template": row.pk}
    with connection.cursor() as cursor:
        cursor.execute(order.replace(" % ", " %% "), told)
        return [pk for (pk,) in cursor.fetchall()]
