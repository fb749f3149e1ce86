"""What changes how many clauses and commitments a segment has adds a line to their tally.

Nothing is locked: lines add up. A commitment is in the segment of its clause, and belongs to the
facilitator of its contract; a clause is in the segment of its lot, else of its purchase.
"""

import django.db.models.deletion
import perenne.kit.tenancy.models
from django.db import migrations, models

RAISE = """
CREATE FUNCTION tally_add(its text, facilitator bigint, place text, many bigint, minutes bigint)
    RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS
    'INSERT INTO assessments_segmenttally (what, facilitator_id, segment, number, minutes)
     VALUES (its, facilitator, place, many, minutes)';
CREATE FUNCTION tally_segment(lot bigint, purchase bigint) RETURNS text LANGUAGE sql AS
    'SELECT coalesce(
        nullif((SELECT segment FROM procurement_lot WHERE id = lot), ''''),
        (SELECT segment FROM programming_plannedpurchase WHERE id = purchase), '''')';
CREATE FUNCTION tally_commitments(clause bigint, was text, is_now text) RETURNS void LANGUAGE sql AS
    'SELECT tally_add(''owed'', k.facilitator_id, place, sign * count(*),
                      sign * sum(m.due_minutes)::bigint)
     FROM clauses_commitment m JOIN procurement_contract k ON k.id = m.contract_id
     CROSS JOIN (VALUES (was, -1), (is_now, 1)) moved (place, sign)
     WHERE m.clause_id = clause AND was <> is_now GROUP BY k.facilitator_id, place, sign';

CREATE FUNCTION tally_of_clause() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was text;
    is_now text;
BEGIN
    IF TG_OP <> 'INSERT' THEN
        was := tally_segment(OLD.lot_id, OLD.purchase_id);
        IF OLD.state <> 'dropped' THEN
            PERFORM tally_add('claused', OLD.facilitator_id, was, -1, -OLD.due_minutes);
        END IF;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        is_now := tally_segment(NEW.lot_id, NEW.purchase_id);
        IF NEW.state <> 'dropped' THEN
            PERFORM tally_add('claused', NEW.facilitator_id, is_now, 1, NEW.due_minutes);
        END IF;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        PERFORM tally_commitments(NEW.id, was, is_now);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tally_of_new_clause AFTER INSERT OR DELETE ON clauses_clause
    FOR EACH ROW EXECUTE FUNCTION tally_of_clause();
CREATE TRIGGER tally_of_clause
    AFTER UPDATE OF facilitator_id, state, due_minutes, lot_id, purchase_id ON clauses_clause
    FOR EACH ROW WHEN (
        (OLD.facilitator_id, OLD.state = 'dropped', OLD.due_minutes, OLD.lot_id, OLD.purchase_id)
        IS DISTINCT FROM
        (NEW.facilitator_id, NEW.state = 'dropped', NEW.due_minutes, NEW.lot_id, NEW.purchase_id))
    EXECUTE FUNCTION tally_of_clause();

CREATE FUNCTION tally_of_commitment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM tally_add('owed', k.facilitator_id, tally_segment(c.lot_id, c.purchase_id), -1,
                          -OLD.due_minutes)
        FROM clauses_clause c, procurement_contract k
        WHERE c.id = OLD.clause_id AND k.id = OLD.contract_id;
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM tally_add('owed', k.facilitator_id, tally_segment(c.lot_id, c.purchase_id), 1,
                          NEW.due_minutes)
        FROM clauses_clause c, procurement_contract k
        WHERE c.id = NEW.clause_id AND k.id = NEW.contract_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER tally_of_new_commitment AFTER INSERT OR DELETE ON clauses_commitment
    FOR EACH ROW EXECUTE FUNCTION tally_of_commitment();
CREATE TRIGGER tally_of_commitment
    AFTER UPDATE OF clause_id, contract_id, due_minutes ON clauses_commitment
    FOR EACH ROW WHEN ((OLD.clause_id, OLD.contract_id, OLD.due_minutes) IS DISTINCT FROM
                       (NEW.clause_id, NEW.contract_id, NEW.due_minutes))
    EXECUTE FUNCTION tally_of_commitment();

CREATE FUNCTION tally_of_contract() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM tally_add('owed', moved.facilitator, tally_segment(c.lot_id, c.purchase_id), sign,
                      sign * m.due_minutes)
    FROM clauses_commitment m JOIN clauses_clause c ON c.id = m.clause_id
    CROSS JOIN (VALUES (OLD.facilitator_id, -1), (NEW.facilitator_id, 1)) moved (facilitator, sign)
    WHERE m.contract_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tally_of_contract AFTER UPDATE OF facilitator_id ON procurement_contract
    FOR EACH ROW WHEN (OLD.facilitator_id <> NEW.facilitator_id)
    EXECUTE FUNCTION tally_of_contract();

CREATE FUNCTION tally_of_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    clause record;
    was text := OLD.segment;
    is_now text := NEW.segment;
BEGIN
    IF TG_TABLE_NAME = 'procurement_lot' THEN
        SELECT c.* INTO clause FROM clauses_clause c WHERE c.lot_id = NEW.id;
        was := coalesce(nullif(was, ''), tally_segment(NULL, clause.purchase_id));
        is_now := coalesce(nullif(is_now, ''), tally_segment(NULL, clause.purchase_id));
    ELSE
        SELECT c.* INTO clause FROM clauses_clause c
        WHERE c.purchase_id = NEW.id AND tally_segment(c.lot_id, NULL) = '';
    END IF;
    IF clause.id IS NULL OR was = is_now THEN
        RETURN NULL;
    END IF;
    IF clause.state <> 'dropped' THEN
        PERFORM tally_add('claused', clause.facilitator_id, was, -1, -clause.due_minutes);
        PERFORM tally_add('claused', clause.facilitator_id, is_now, 1, clause.due_minutes);
    END IF;
    PERFORM tally_commitments(clause.id, was, is_now);
    RETURN NULL;
END $$;
CREATE TRIGGER tally_of_lot AFTER UPDATE OF segment ON procurement_lot
    FOR EACH ROW WHEN (OLD.segment <> NEW.segment) EXECUTE FUNCTION tally_of_place();
CREATE TRIGGER tally_of_purchase AFTER UPDATE OF segment ON programming_plannedpurchase
    FOR EACH ROW WHEN (OLD.segment <> NEW.segment) EXECUTE FUNCTION tally_of_place();
"""
LOWER = """
DROP TRIGGER tally_of_purchase ON programming_plannedpurchase;
DROP TRIGGER tally_of_lot ON procurement_lot;
DROP TRIGGER tally_of_contract ON procurement_contract;
DROP TRIGGER tally_of_commitment ON clauses_commitment;
DROP TRIGGER tally_of_new_commitment ON clauses_commitment;
DROP TRIGGER tally_of_clause ON clauses_clause;
DROP TRIGGER tally_of_new_clause ON clauses_clause;
DROP FUNCTION tally_of_place, tally_of_contract, tally_of_commitment, tally_of_clause,
    tally_commitments, tally_segment, tally_add;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0009_settled_touched"),
        ("clauses", "0011_answers_stay"),
        ("procurement", "0002_what_can_never_be_true"),
        ("programming", "0001_initial"),
        ("tenancy", "0001_initial"),
    ]
    operations = [
        migrations.CreateModel(
            name="SegmentTally",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("what", models.CharField(max_length=7)),
                ("facilitator_id", models.BigIntegerField()),
                ("segment", models.CharField(blank=True, max_length=30)),
                ("number", models.BigIntegerField()),
                ("minutes", models.BigIntegerField()),
                ("committee", models.ForeignKey(db_default=perenne.kit.tenancy.models.CurrentCommittee(), db_index=False, editable=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="tenancy.committee")),
            ],
            options={
                "indexes": [models.Index(fields=["committee", "facilitator_id"], name="assessments_committ_2935d5_idx")],
                "constraints": [models.CheckConstraint(condition=models.Q(("what__in", ["claused", "owed"])), name="clauses_or_commitments_are_tallied")],
            },
        ),
        migrations.RunSQL(RAISE, LOWER),
    ]
