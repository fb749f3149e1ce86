"""What each person worked, month by month, with all that a bilan tells of it: one SQL sentence.

A fact is a person, a hiring, a commitment and a month. Its minutes: `worked` for this commitment
and validated, corrections included; `counted` on it, whatever contract they come from; `received`,
the part of these that was worked for another one; `given`, those of `worked` that another one
counts; `training`, the part of `worked` that was training. Everything is as the ledger says now.
"""

from perenne.domain.participants.models import Situation
from perenne.rules.hirings.shapes import Shape
from perenne.rules.hours.facts import HourKind


def quoted(values: "list[str]") -> str:
    """Codes of ours, told to PostgreSQL."""
    return ", ".join(f"'{value}'" for value in values)


TRAINING = quoted(
    [HourKind.INTERNAL_TRAINING, HourKind.EXTERNAL_TRAINING, HourKind.WORK_STUDY_CENTRE]
)
LASTING_SHAPES = quoted(
    [
        Shape.PERMANENT, Shape.TEMPORARY_PERMANENT, Shape.INCLUSION_PERMANENT,
    ]
)  # fmt: skip
TO_WORK = (
    Situation.PERMANENT,
    Situation.LONG_FIXED_TERM,
    Situation.SHORT_FIXED_TERM,
    Situation.WORK_STUDY,
    Situation.OWN_BUSINESS,
)

PLACES = """
SELECT m.id AS commitment_id, k.id AS contract_id, k.buyer_id, k.facilitator_id,
       coalesce(nullif(l.segment, ''), pp.segment, '') AS segment,
       coalesce(there.epci_id, home.epci_id, '') AS epci
FROM clauses_commitment m
JOIN clauses_clause c ON c.id = m.clause_id
JOIN procurement_contract k ON k.id = m.contract_id
JOIN organisations_organisation b ON b.id = k.buyer_id
LEFT JOIN procurement_lot l ON l.id = CASE
    WHEN k.lot_id IS NULL THEN c.lot_id ELSE k.lot_id END
LEFT JOIN programming_plannedpurchase pp ON pp.id = CASE
    WHEN c.purchase_id IS NULL THEN l.purchase_id ELSE c.purchase_id END
LEFT JOIN territories_commune there ON there.insee_code = pp.commune_id
LEFT JOIN territories_commune home ON home.insee_code = b.commune_id
"""
"""Of each commitment: whose it is, what is bought, where. Without a place of its own, a contract is
where its buyer is. Keys are chosen by `CASE`: behind the walls no index is searched by `coalesce`,
of which PostgreSQL cannot say that it tells nothing."""

PLACES_OF = f"""
SELECT o.* FROM (SELECT DISTINCT commitment_id FROM {{those}}) d
CROSS JOIN LATERAL ({PLACES} WHERE m.id = d.commitment_id OFFSET 0) o
"""  # noqa: S608 - of our own words alone
"""Of the commitments that a table tells, one after the other by its keys: `OFFSET 0` keeps
PostgreSQL from joining all there are in one go, which it does however few are asked for."""

WORKED = """
SELECT w.id, w.participant_id, w.hiring_id, w.month, w.net_minutes, s.commitment_id,
       CASE WHEN w.kind IN ({training}) THEN w.net_minutes ELSE 0 END AS training
FROM asked a JOIN hours_work w ON w.participant_id = a.record_id
JOIN hours_sheet s ON s.id = w.sheet_id
WHERE s.state = 'validated' AND w.corrects_id IS NULL
""".replace("{training}", TRAINING)
"""The lines of validated months, after corrections."""
CHOSEN = "SELECT * FROM ({worked} OFFSET 0) w WHERE {over}"
"""Of these lines, once they are read: by months alone PostgreSQL would begin with everybody's."""
MINUTES = """
SELECT hiring_id, commitment_id, month, net_minutes AS worked, 0 AS counted, 0 AS received,
       0 AS given, training
FROM worked
UNION ALL
SELECT w.hiring_id, side.commitment_id, w.month, 0, side.counted, side.received, side.given, 0
FROM worked w JOIN hours_balance b ON b.work_id = w.id
CROSS JOIN LATERAL (
    SELECT b.commitment_id, b.minutes AS counted, 0 AS received, 0 AS given
    WHERE b.commitment_id = w.commitment_id
    UNION ALL
    SELECT b.commitment_id, b.minutes, b.minutes, 0 WHERE b.commitment_id <> w.commitment_id
    UNION ALL
    SELECT w.commitment_id, 0, 0, b.minutes WHERE b.commitment_id <> w.commitment_id) side
"""
"""What is counted away from home is received there, and given here."""

SUMMED = f"""
SELECT hiring_id, commitment_id, month, sum(worked)::bigint AS worked,
       sum(counted)::bigint AS counted, sum(received)::bigint AS received,
       sum(given)::bigint AS given, sum(training)::bigint AS training
FROM ({MINUTES}) every_minute GROUP BY 1, 2, 3
HAVING sum(worked) <> 0 OR sum(counted) <> 0 OR sum(given) <> 0
"""  # noqa: S608 - of our own words alone
NEAR = """
SELECT t.*, o.contract_id, o.buyer_id, o.facilitator_id, o.segment, o.epci,
       left(party.siret, 9) AS siren
FROM minutes t JOIN places o ON o.commitment_id = t.commitment_id
JOIN hirings_hiring h ON h.id = t.hiring_id JOIN procurement_party party ON party.id = h.party_id
"""
BASE = f"""
SELECT whole.id AS person_id, h.id AS hiring_id, t.commitment_id, t.month,
       t.worked, t.counted, t.received, t.given, t.training,
       t.contract_id, t.buyer_id, t.facilitator_id, t.segment, t.epci, t.siren,
       coalesce(nullif(whole.sex, ''), '?') AS sex,
       CASE WHEN whole.born_on IS NULL THEN '?'
            WHEN age.years < 26 THEN 'under_26' WHEN age.years <= 40 THEN '26_40'
            WHEN age.years <= 50 THEN '41_50' ELSE 'over_50' END AS age,
       CASE WHEN v.ground = 'QPV' OR f.situation ->> 'in_qpv' = 'true' THEN 'yes'
            WHEN f.situation ->> 'in_qpv' = 'false' THEN 'no' ELSE '?' END AS qpv,
       CASE WHEN f.situation ->> 'diploma_level' IN ('0', '1', '2') THEN 'none'
            WHEN f.situation ->> 'diploma_level' = '3' THEN 'cap'
            WHEN f.situation ->> 'diploma_level' = '4' THEN 'bac'
            WHEN f.situation ->> 'diploma_level' IN ('5', '6', '7', '8') THEN 'higher'
            ELSE '?' END AS diploma,
       coalesce(nullif(v.ground, ''), '?') AS public,
       h.modality, h.shape AS contract_type,
       CASE WHEN h.shape IN ({LASTING_SHAPES}) THEN 'open'
            WHEN h.ends_on IS NULL THEN '?'
            WHEN h.ends_on < h.starts_on + interval '1 month' - interval '1 day' THEN 'days'
            WHEN h.ends_on < h.starts_on + interval '3 months' - interval '1 day' THEN 'months_1'
            WHEN h.ends_on < h.starts_on + interval '6 months' - interval '1 day' THEN 'months_3'
            WHEN h.ends_on < h.starts_on + interval '12 months' - interval '1 day' THEN 'months_6'
            ELSE 'months_12' END AS contract_length,
       coalesce(nullif(h.structure, ''), 'none') AS structure,
       CASE WHEN h.structure = '' THEN '' ELSE h.employer_siret END AS employer,
       coalesce(lives.epci_id, '?') AS home
FROM near t
JOIN hirings_hiring h ON h.id = t.hiring_id
JOIN participants_participant record ON record.id = h.participant_id
JOIN participants_participant whole ON whole.id = CASE
    WHEN record.merged_into_id IS NULL THEN record.id ELSE record.merged_into_id END
LEFT JOIN participants_verdict v ON v.id = h.verdict_id
LEFT JOIN participants_eligibilityfile f ON f.id = v.file_id
LEFT JOIN territories_commune lives ON lives.insee_code = whole.commune_id
LEFT JOIN LATERAL (
    SELECT extract(year FROM age(h.starts_on, whole.born_on))::int AS years) age ON true
"""  # noqa: S608 - of our own words alone
AS_THEY_ARE = (
    "contract_id", "buyer_id", "facilitator_id", "segment", "epci", "siren"
)  # fmt: skip
TOLD = (
    "sex", "age", "qpv", "public", "diploma", "modality", "contract_type", "contract_length",
    "structure", "employer", "home",
)  # fmt: skip
MINUTES_OF = ("worked", "counted", "received", "given", "training")
COLUMNS = (
    "person_id", "hiring_id", "commitment_id", "month", *MINUTES_OF, *AS_THEY_ARE, *TOLD,
    "exit_id", "exit",
)  # fmt: skip
FACTS = f"""
SELECT {", ".join(COLUMNS[:-2])}, 0::bigint AS exit_id, '' AS exit FROM base
UNION ALL
SELECT DISTINCT b.person_id, 0, b.commitment_id, date_trunc('month', e.left_on)::date,
       {", ".join("0" for _ in MINUTES_OF)}, {", ".join(f"b.{name}" for name in AS_THEY_ARE)},
       {", ".join("''" for _ in TOLD)},
       e.id, CASE e.situation WHEN 'unknown' THEN '?' ELSE e.situation END
FROM base b JOIN asked a ON a.person_id = b.person_id
JOIN participants_exit e ON e.participant_id = a.record_id
WHERE b.month <= date_trunc('month', e.left_on)
"""  # noqa: S608 - of our own words alone
"""What there is to tell of the persons in `asked (record_id, person_id)`: all their records.

`base` and `asked` stand before. An exit is a fact where its person had worked by then.
"""
OF_PERSONS = """
asked AS (SELECT p.id AS record_id, p.id AS person_id FROM participants_participant p
          WHERE p.id = ANY(%(persons)s) AND p.merged_into_id IS NULL
          UNION ALL
          SELECT p.id, p.merged_into_id FROM participants_participant p
          WHERE p.merged_into_id = ANY(%(persons)s))
"""
"""All the records of some persons. They are an argument: PostgreSQL then knows how few they are,
and reads what is theirs by its indexes, whatever the tables hold."""


def fresh(asked: str, *, within: str = "", over: str = "") -> str:
    """Common table expressions, the last of which is called `fresh`; `within`: a condition on
    `o`, where a commitment stands, and on `party`, which leaves the others out; `over`: one on `w`,
    what these persons worked."""
    places = PLACES_OF.format(those="minutes")
    near = f"{NEAR} WHERE {within}" if within else NEAR
    worked = CHOSEN.format(worked=WORKED, over=over) if over else WORKED
    return (
        f"{asked}, worked AS MATERIALIZED ({worked}), minutes AS MATERIALIZED ({SUMMED}),"
        f" places AS MATERIALIZED ({places}), near AS MATERIALIZED ({near}),"
        f" base AS MATERIALIZED ({BASE}), fresh AS MATERIALIZED ({FACTS})"
    )
