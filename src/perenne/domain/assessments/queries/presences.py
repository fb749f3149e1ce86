"""Who worked where: the lines of the ledger that no edition of the statistics counted yet."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from django.db import connection

from perenne.rules.secrecy.counting import Presence
from perenne.rules.secrecy.families import family_of

UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Limit:
    """Up to which moment lines are counted, and before which day their month begins."""

    until: datetime
    before: date


BEGINNING = Limit(datetime(1, 1, 1, tzinfo=UTC), date.min)
LINES = """
SELECT coalesce(p.merged_into_id, p.id) AS person_id, w.hiring_id, a.commitment_id,
       sum(a.minutes)::bigint AS minutes
FROM hours_allocation a
JOIN hours_work w ON w.id = a.work_id
JOIN participants_participant p ON p.id = w.participant_id
WHERE a.made_at <= %(until)s AND w.month < %(before)s
  AND NOT (%(goes_on)s AND a.made_at <= %(last_until)s AND w.month < %(last_before)s)
GROUP BY 1, 2, 3
"""
"""Each line once: counted as soon as it is written and its month is over."""
PRESENCES = f"""
SELECT l.person_id::text, left(party.siret, 9) AS siren,
       coalesce(nullif(f.segment, ''), '{UNKNOWN}') AS segment,
       coalesce(nullif(f.epci, ''), '{UNKNOWN}') AS epci,
       coalesce(f.sex, '{UNKNOWN}') AS sex, coalesce(f.age, '{UNKNOWN}') AS age,
       coalesce(f.public, '') AS public, sum(l.minutes)::bigint AS minutes
FROM ({LINES}) l
JOIN hirings_hiring h ON h.id = l.hiring_id
JOIN procurement_party party ON party.id = h.party_id
LEFT JOIN LATERAL (
    SELECT * FROM assessments_fact f
    WHERE f.person_id = l.person_id AND f.hiring_id = l.hiring_id
      AND f.commitment_id = l.commitment_id
    ORDER BY f.month DESC LIMIT 1) f ON true
GROUP BY 1, 2, 3, 4, 5, 6, 7 HAVING sum(l.minutes) <> 0 ORDER BY 1, 2, 3, 4, 5, 6, 7
"""  # noqa: S608 - of our own words alone


def presences(quarter: str, to: Limit, *, since: Limit = BEGINNING) -> list[Presence]:
    """Minutes counted on commitments, by person and place; one query. Facts are folded before."""
    goes_on = since is not BEGINNING
    known: dict[str, datetime | date | bool] = {
        "until": to.until,
        "before": to.before,
        "goes_on": goes_on,
        "last_until": since.until if goes_on else to.until,
        "last_before": since.before if goes_on else to.before,
    }
    with connection.cursor() as cursor:
        cursor.execute(PRESENCES, known)
        rows = cursor.fetchall()
    return [
        Presence(
            person, siren, quarter, minutes,
            {"segment": segment, "epci": epci, "sex": sex, "age": age,
             "family": family_of(public).value},
        )
        for person, siren, segment, epci, sex, age, public, minutes in rows
    ]  # fmt: skip


def first_month() -> date | None:
    """Of all the hours that count somewhere."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(w.month) FROM hours_allocation a JOIN hours_work w ON w.id = a.work_id"
        )
        (found,) = cursor.fetchone()
    month: date | None = found
    return month
