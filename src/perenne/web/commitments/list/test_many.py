"""The list asks the database the same questions with ten clauses and with ten thousand."""

import pytest
from django.db import connection
from django.urls import reverse

from perenne.domain.procurement.factories import new_consultation
from perenne.kit.tenancy import within
from perenne.kit.testing.roles import OWNER, acting_as
from perenne.web.commitments.conftest import Running
from perenne.web.tests.browser import sql_for
from perenne.web.tests.scenes import new_committee

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_commits")]
URL = reverse("clauses:commitments")
MANY = """
WITH lots AS (
    INSERT INTO procurement_lot (consultation_id, number, object, cpv, segment, state,
        published_on, reason)
    SELECT %(consultation)s, 'n' || n, 'Lot ' || n, '', '', 'awarded', %(day)s, ''
    FROM generate_series(1, %(many)s) AS n RETURNING id),
contracts AS (
    INSERT INTO procurement_contract (lot_id, buyer_id, facilitator_id, reference, object, cpv,
        form, liability, state, amount_cents, months, renewals, renewal_months, notified_on,
        starts_on, reason)
    SELECT id, %(buyer)s, %(facilitator)s, 'R' || id, 'Marché ' || id, '', 'framework', 'none',
        'notified', 100000000, 12, 1, 12, %(day)s, %(day)s, '' FROM lots RETURNING id, lot_id),
clauses AS (
    INSERT INTO clauses_clause SELECT (jsonb_populate_record(c, jsonb_build_object('id',
        nextval(pg_get_serial_sequence('clauses_clause', 'id')), 'purchase_id', NULL,
        'lot_id', lots.id))).*
    FROM clauses_clause c, lots WHERE c.id = %(clause)s RETURNING id, lot_id),
parties AS (
    INSERT INTO procurement_party (contract_id, role, name, siret, email, organisation_id)
    SELECT id, 'lead', 'Entreprise', '73282932000074', '', %(company)s FROM contracts
    RETURNING id, contract_id),
commitments AS (
    INSERT INTO clauses_commitment (clause_id, contract_id, state, due_minutes, opened_on,
        worked_months)
    SELECT clauses.id, contracts.id, 'pending', 60000, %(day)s, '{}'
    FROM clauses JOIN contracts USING (lot_id) RETURNING id, contract_id)
INSERT INTO clauses_commitmentshare (commitment_id, party_id, minutes, state, reason,
    proposed_on, seed, token_print)
SELECT commitments.id, parties.id, 60000, 'accepted', '', %(day)s, '', ''
FROM commitments JOIN parties USING (contract_id)
"""
WHAT_HAPPENED = (
    """INSERT INTO procurement_amendment (contract_id, number, signed_on, effective_on, subject,
    amount_cents) SELECT id, 1, notified_on, notified_on, 'x', 120000000
    FROM procurement_contract WHERE form = 'framework'""",
    """INSERT INTO procurement_calloff (contract_id, reference, ordered_cents, issued_on)
    SELECT id, 'B1', 1000000, notified_on FROM procurement_contract WHERE form = 'framework'""",
    """INSERT INTO procurement_invoice (call_off_id, reference, amount_cents, invoiced_on)
    SELECT id, 'F1', 900000, issued_on FROM procurement_calloff""",
)


@pytest.fixture
def committee(real_commits):
    return new_committee()


@pytest.fixture
def running(committee):
    return Running(committee)


@pytest.fixture
def many(committee, running):
    """As many commitments as asked for, each with an amendment, an order and its invoice."""

    def made(number):
        said = {
            "many": number,
            "consultation": new_consultation(
                buyer=committee.buyer, facilitator=committee.facilitator
            ).pk,
            "buyer": committee.buyer.organisation_id,
            "facilitator": committee.facilitator.organisation_id,
            "company": committee.company.organisation_id,
            "clause": running.commitment.clause_id,
            "day": running.commitment.opened_on,
        }
        # The owner writes without a trigger, as a restore does: ten thousand in two seconds.
        with acting_as(OWNER), within("77"), connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute(MANY, said)
            for statement in WHAT_HAPPENED:
                cursor.execute(f"{statement} ON CONFLICT DO NOTHING")
            cursor.execute("ANALYZE")

    return made


def test_ten_thousand_clauses_ask_no_more_of_the_database_than_ten(client_of, committee, many):
    people = ("facilitator", "coordination", "buyer", "company")
    clients = {who: client_of(getattr(committee, who)) for who in people}
    many(10)
    few = {who: sql_for(clients[who], URL) for who in people}
    many(10_000)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM clauses_commitment")
        assert cursor.fetchone() == (10_011,)
    lots = {who: sql_for(clients[who], URL) for who in people}
    print(f"queries with 10 then 10,000: {few} {lots}")
    assert lots == few
    assert max(lots.values()) <= 12
