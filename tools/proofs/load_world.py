"""France at work: the world of bilans with more people, hours that moved more often, and asks.

What bilans do not need is added to it: the space of each statement, who answers for each commune,
structures that are asked for people; then somebody with a password in the organisations that will
be visited, the busiest first.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from secrets import token_hex

import bilan_world
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from bilan_trial import summed
from django.db import connection, transaction

from perenne.domain.organisations.factories import new_organisation, new_seat
from perenne.domain.organisations.models import Kind, Organisation
from perenne.domain.people.factories import PASSWORD
from perenne.kit.actors import NEAR_PERSONS, Role
from perenne.ops.demo.building import load_the_places

WORKS_A_PERSON = 5
"""600 000 persons for three million rows of hours."""
WORKS_A_FACILITATOR = 8_130
"""369 structures of facilitators for three million: those of France at the end of 2022 (AVE)."""
MOVED = 28
"""Of a hundred rows of hours, how many were globalised and put back: two allocations more."""
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # noqa: S105 - of a database that dies with the proof
TABLES = (
    "participants_participant", "hirings_hiring", "hours_work", "hours_allocation", "hours_sheet",
    "clauses_commitment", "procurement_contract", "sourcing_solicitation",
)  # fmt: skip


class France(bilan_world.Size):
    """Ten years of it: the work of one structure of facilitators does not grow with the country."""

    def counts(self) -> dict[str, int]:
        return {
            **super().counts(),
            "persons": max(10, self.works // WORKS_A_PERSON),
            "facilitators": max(2, self.works // WORKS_A_FACILITATOR),
        }


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who signs in; `secret` of their second factor, "" when they need none."""

    role: Role
    email: str
    secret: str
    organisation_id: int


def make(works: int, on: date) -> dict[str, float]:
    """Seconds of each part of the work."""
    load_the_places()
    spent = {"world": bilan_world.make(France(works))}
    began = time.monotonic()
    with bilan_world.owner() as server:
        for setting in bilan_world.QUICK:
            server.execute(f"SET {setting}".encode())
        for sentence in MORE.split(";\n"):
            server.execute(sentence.format(moved=MOVED).encode())
        server.execute(NUMBERED)
        server.execute("VACUUM ANALYZE")
    spent["the rest"] = time.monotonic() - began
    return spent | summed(on)


def counted() -> dict[str, int]:
    """Rows of the largest tables."""
    found = {}
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608 - our own names
            found[table.partition("_")[2]] = cursor.fetchone()[0]
    return found


@transaction.atomic
def accounts(each: int) -> list[Account]:
    """So many of each role, each in an organisation of its own, those with most work first."""
    found = [account(Role.COORDINATION, new_organisation(Kind.COORDINATION)) for _ in range(each)]
    for role, sentence in BUSIEST.items():
        with connection.cursor() as cursor:
            cursor.execute(sentence, [each])
            ids = [pk for (pk,) in cursor.fetchall()]
        found += [account(role, Organisation.objects.get(pk=pk)) for pk in ids]
    return found


def account(role: Role, organisation: Organisation) -> Account:
    email = f"{role.value}-{organisation.pk}-{token_hex(4)}@exemple.test"
    person = new_seat(organisation, is_admin=True, email=email).person
    person.set_password(PASSWORD)
    person.save()
    secret = SECRET if role in NEAR_PERSONS else ""
    if secret:
        Authenticator.objects.create(
            user=person,
            type=Authenticator.Type.TOTP,
            data={"secret": get_adapter().encrypt(secret)},
        )
    return Account(role, person.email, secret, organisation.pk)


BUSIEST = {
    Role.FACILITATOR: "SELECT facilitator_id FROM hours_sheet GROUP BY 1"
    " ORDER BY count(*) DESC, 1 LIMIT %s",
    Role.BUYER: "SELECT buyer_id FROM procurement_contract GROUP BY 1"
    " ORDER BY count(*) DESC, 1 LIMIT %s",
    Role.COMPANY: "SELECT t.organisation_id FROM hours_sheet s"
    " JOIN hours_statement t ON t.id = s.statement_id GROUP BY 1"
    " ORDER BY count(*) FILTER (WHERE s.state = 'open') > 0 DESC, count(*) DESC, 1 LIMIT %s",
    Role.INCLUSION_STRUCTURE: "SELECT s.organisation_id FROM sourcing_solicitation a"
    " JOIN directory_structure s ON s.id = a.structure_id GROUP BY 1"
    " ORDER BY count(*) DESC, 1 LIMIT %s",
}
MORE = """
UPDATE hours_statement s SET organisation_id = p.organisation_id
FROM (SELECT DISTINCT siret, organisation_id FROM procurement_party) p WHERE p.siret = s.siret;

CREATE UNLOGGED TABLE drawn_move AS
SELECT w.id AS work, s.commitment_id AS home, w.net_minutes / 4 AS minutes,
       (SELECT c.id FROM clauses_commitment c WHERE c.id = 1 + (s.commitment_id * 17)
        % (SELECT max(id) FROM clauses_commitment)) AS other
FROM hours_work w JOIN hours_sheet s ON s.id = w.sheet_id
WHERE s.state = 'validated' AND w.corrects_id IS NULL AND w.net_minutes > 0
  AND w.id % 100 < {moved};
INSERT INTO hours_allocation (work_id, commitment_id, minutes, reason)
SELECT work, other, minutes, 'Globalisation.' FROM drawn_move WHERE other <> home
UNION ALL
SELECT work, other, -minutes, 'Globalisation annulée.' FROM drawn_move WHERE other <> home;
INSERT INTO hours_balance (work_id, commitment_id, minutes)
SELECT work, other, 0 FROM drawn_move WHERE other <> home ON CONFLICT DO NOTHING;
DROP TABLE drawn_move;

INSERT INTO coverage_coverage (facilitator_id, commune_id, department_code, segments)
SELECT 101 + row_number() OVER (ORDER BY insee_code) % (
           SELECT count(*) FROM organisations_organisation WHERE kind = 'facilitator'),
       insee_code, '', '{{}}' FROM territories_commune WHERE department_code = '77';

INSERT INTO organisations_organisation (id, kind, name, buyer_kind, structure_kind,
    prescriber_kind, legal_nature, address, email, phone, state, reason)
SELECT 500000 + n, 'inclusion_structure', 'Structure ' || n, '', 'ei', '', '', '', '', '',
       'verified', ''
FROM generate_series(1, (SELECT greatest(10, count(*) / 40) FROM clauses_commitment)) n;
INSERT INTO people_person (id, password, email, full_name, phone, is_active)
SELECT 100000000 + id, '', 'compte-' || id || '@exemple.test', 'Camille Martin', '', true
FROM organisations_organisation;
INSERT INTO organisations_seat (person_id, organisation_id, is_admin)
SELECT 100000000 + id, id, true FROM organisations_organisation;
INSERT INTO directory_structure (id, name, kind, organisation_id, commune_id, source, said_on,
    state)
SELECT id, name, 'ei', id, '77284', 'coordination', '2026-06-01', 'listed'
FROM organisations_organisation WHERE kind = 'inclusion_structure';
INSERT INTO sourcing_opening (id, commitment_id, party_id, facilitator_id, trade, job_title,
    persons, minutes, minutes_per_week, starts_on, ends_on, commune_id, state, opened_on)
SELECT c.id, c.id, c.id, k.facilitator_id, 'painting', 'Peintre en bâtiment', 1, 18000, 2100,
       '2027-01-04', '2027-06-30', '77284', 'open', '2026-11-20'
FROM clauses_commitment c JOIN procurement_contract k ON k.id = c.contract_id
WHERE c.closed_on IS NULL;
INSERT INTO sourcing_solicitation (opening_id, structure_id, wave, asked_on, answer_by, because,
    seed, token_print, state)
SELECT o.id, s.id, 1, '2026-11-24', '2027-12-31', 'Jamais sollicité en douze mois',
       o.id || '-' || s.id, md5(o.id || '-' || s.id), 'asked'
FROM sourcing_opening o CROSS JOIN LATERAL (
    SELECT DISTINCT 500001 + (o.id * 7 + k * 3) % (SELECT count(*) FROM directory_structure) AS id
    FROM generate_series(1, 4) k) s
"""
NUMBERED = """
DO $$
DECLARE
    one record;
BEGIN
    FOR one IN SELECT table_name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES' LOOP
        EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''), '
                       'greatest(1, (SELECT max(id) FROM %I)))', one.table_name, one.table_name);
    END LOOP;
END $$
"""
"""What is numbered from here on follows the rows that were written with a number of their own."""
