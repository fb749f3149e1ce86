"""The facts of those who changed take the place of the former ones; sums and dues follow.

One at a time in a committee (an advisory lock), beside writers who wait for nothing: what they
touch meanwhile waits for the next time. Each batch of persons is one SQL sentence, so that what it
reads, adds and takes away is the state of one instant. Facts of one commitment are written side by
side: a bilan that is read from a cold disk finds them on few pages.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from django.db import connection, transaction

from perenne.domain.assessments.actions.footing import ALONE, forget_footings
from perenne.domain.assessments.actions.tallying import gather_tallies
from perenne.domain.assessments.models import Standing, Touched
from perenne.domain.assessments.policy import BILANS
from perenne.domain.assessments.queries.facts_sql import COLUMNS, PLACES, fresh
from perenne.domain.assessments.queries.lines_sql import NEVER, lines_of, scoped
from perenne.domain.assessments.queries.totals import LINE
from perenne.domain.clauses.models import Commitment
from perenne.domain.clauses.queries.targets import facts_of
from perenne.kit.actors import Actor
from perenne.rules.targets import Facts, days_of_change, target_on

BATCH = 500
"""Persons folded by one sentence, commitments read at once."""

_columns = ", ".join(COLUMNS)
FOLD = f"""
WITH gone AS (
    DELETE FROM assessments_touched WHERE person_id IN (
        SELECT DISTINCT person_id FROM assessments_touched WHERE person_id IS NOT NULL
        ORDER BY person_id LIMIT %(most)s)
    RETURNING person_id),
dirty AS (SELECT DISTINCT person_id FROM gone),
{
    fresh('''
asked AS (SELECT p.id AS record_id, p.id AS person_id FROM participants_participant p
          JOIN dirty ON dirty.person_id = p.id WHERE p.merged_into_id IS NULL
          UNION ALL
          SELECT p.id, p.merged_into_id FROM participants_participant p
          JOIN dirty ON dirty.person_id = p.merged_into_id)
''')
},
stale AS MATERIALIZED (SELECT f.* FROM assessments_fact f JOIN dirty USING (person_id)),
summed AS (SELECT kind, key FROM assessments_summed),
{lines_of(scoped("fresh", "summed"), "added")},
{lines_of(scoped("stale", "summed"), "taken")},
difference AS (
    SELECT kind, key, dimension, code, month, previous,
           sum(persons)::bigint AS persons, sum(minutes)::bigint AS minutes
    FROM (SELECT {LINE} FROM added UNION ALL
          SELECT kind, key, dimension, code, month, previous, -persons, -minutes FROM taken) told
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(persons) <> 0 OR sum(minutes) <> 0),
lines AS (
    INSERT INTO assessments_summedline AS l ({LINE}) SELECT {LINE} FROM difference
    ON CONFLICT (committee_id, kind, key, dimension, month, previous, code)
    DO UPDATE SET persons = l.persons + EXCLUDED.persons, minutes = l.minutes + EXCLUDED.minutes),
removed AS (DELETE FROM assessments_fact f USING dirty WHERE f.person_id = dirty.person_id),
written AS (
    INSERT INTO assessments_fact ({_columns}) SELECT {_columns} FROM fresh
    ORDER BY commitment_id, person_id, month),
counted AS (
    UPDATE assessments_standing s SET counted = s.counted + m.minutes
    FROM (SELECT commitment_id, sum(minutes)::bigint AS minutes
          FROM (SELECT commitment_id, counted AS minutes FROM fresh
                UNION ALL SELECT commitment_id, -counted FROM stale) both_ways
          GROUP BY 1 HAVING sum(minutes) <> 0) m
    WHERE s.commitment_id = m.commitment_id)
SELECT count(*) FROM dirty
"""  # noqa: S608 - of our own words alone


def fold(*, by: Actor, most: int = BATCH) -> int:
    """All that waits, so many at once; how many persons and commitments were written again."""
    BILANS.admit("bilan.fold", by)
    done = 0
    while folded := _fold_commitments(most):
        done += folded
    while folded := _fold_persons(most):
        done += folded
    gather_tallies()
    return done


@transaction.atomic
def _fold_persons(most: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
        cursor.execute(FOLD, {"most": most})
        (folded,) = cursor.fetchone()
    return int(folded)


@transaction.atomic
def _fold_commitments(most: int) -> int:
    """Those of so many touches; what was touched is read before what it became."""
    with connection.cursor() as cursor:
        cursor.execute(ALONE)
    touches = Touched.objects.filter(commitment__isnull=False).order_by("commitment_id", "pk")
    rows = list(touches.values_list("pk", "commitment_id", "moved")[:most])
    if rows:
        write_standings({commitment for _, commitment, moved in rows if not moved})
        forget_footings(of_their_contracts({commitment for _, commitment, _ in rows}))
        Touched.objects.filter(pk__in=[pk for pk, _, _ in rows]).delete()
    return len(rows)


def of_their_contracts(commitments: Collection[int]) -> list[int]:
    """What one of them incurred counts for all those of its contract."""
    contracts = Commitment.objects.filter(pk__in=commitments).values("contract")
    return list(Commitment.objects.filter(contract__in=contracts).values_list("pk", flat=True))


def write_standings(commitments: Iterable[int]) -> None:
    numbers = list(commitments)
    standings = list(standings_computed(numbers))
    Standing.objects.filter(commitment__in=numbers).delete()
    Standing.objects.bulk_create(standings)


def standings_computed(commitments: Sequence[int]) -> Iterator[Standing]:
    """What they owe on each day, from their contracts; what counts on them, from the facts."""
    rows = Commitment.objects.filter(pk__in=commitments).select_related("clause")
    facts = facts_of(list(rows))
    with connection.cursor() as cursor:
        cursor.execute(PLACED, {"commitments": list(commitments)})
        placed = {row[0]: row[1:] for row in cursor.fetchall()}
    for row in rows:
        contract, buyer, facilitator, epci, counted = placed[row.pk]
        for since, until, due in steps_of(facts[row.pk]):
            yield Standing(
                commitment=row, contract_id=contract, buyer_id=buyer, facilitator_id=facilitator,
                epci=epci, opened_on=row.opened_on, closed_on=row.closed_on, since=since,
                until=until, due=due, counted=counted,
            )  # fmt: skip


def steps_of(facts: Facts) -> Iterator[tuple[date, date | None, int]]:
    """From the first of days to the last, the minutes due between two changes of them."""
    points = [(NEVER, target_on(facts, NEVER).due.minutes)]
    for day in days_of_change(facts):
        due = target_on(facts, day).due.minutes
        if due != points[-1][1]:
            points.append((day, due))
    ends = [*(since for since, _ in points[1:]), None]
    for (since, due), until in zip(points, ends, strict=True):
        yield since, until, due


PLACED = f"""
SELECT o.commitment_id, o.contract_id, o.buyer_id, o.facilitator_id, o.epci,
       coalesce((SELECT sum(f.counted) FROM assessments_fact f
                 WHERE f.contract_id = o.contract_id AND f.commitment_id = o.commitment_id), 0)
FROM ({PLACES} WHERE m.id = ANY(%(commitments)s)) o
"""  # noqa: S608 - of our own words alone
