"""The rows of `organisations_coverage` moved with their numbers, those of every committee."""

from importlib import import_module

import psycopg
import pytest
from django.db import connection

from perenne.kit.testing.roles import OWNER

TAKE = import_module("perenne.domain.coverage.migrations.0002_rows_of_before").TAKE
BEFORE = """
INSERT INTO tenancy_committee (code, name, carrier) VALUES ('autre', 'Autre comité', '');
CREATE TABLE organisations_coverage (
    id bigint, committee_id varchar(12), facilitator_id bigint, commune_id varchar(5),
    epci_id varchar(9), department_code varchar(3)
);
INSERT INTO organisations_organisation (id, committee_id, kind, name, buyer_kind, email, phone)
VALUES (900001, '77', 'facilitator', 'Nord', '', '', ''),
       (900002, 'autre', 'facilitator', 'Sud', '', '', '');
INSERT INTO organisations_coverage VALUES
    (7, '77', 900001, NULL, NULL, '77'), (5, 'autre', 900002, NULL, NULL, '93');
ALTER TABLE organisations_coverage ENABLE ROW LEVEL SECURITY;
ALTER TABLE organisations_coverage FORCE ROW LEVEL SECURITY;
"""
AFTER = "SELECT id, committee_id, department_code, segments FROM coverage_coverage ORDER BY id"
NEXT = "SELECT nextval(pg_get_serial_sequence('coverage_coverage', 'id'))"


@pytest.mark.django_db
def test_every_row_moves_and_the_next_number_follows():
    here = connection.settings_dict
    with psycopg.connect(
        host=here["HOST"], port=here["PORT"] or None, dbname=here["NAME"], user=OWNER["USER"],
        password=OWNER["PASSWORD"] or None,
    ) as owner:  # fmt: skip
        owner.execute(BEFORE)
        owner.execute(TAKE)
        assert owner.execute(AFTER).fetchall() == [(5, "autre", "93", []), (7, "77", "77", [])]
        assert owner.execute(NEXT).fetchone() == (8,)
        owner.rollback()
