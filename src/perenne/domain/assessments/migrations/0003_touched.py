"""Whatever changes a figure says whose, in the same transaction.

One line of `assessments_touched` is added and nothing is locked, so that writers never wait for
one another here. A trigger that touches too much costs a little time; one that is missing is found
by the audit of the night. Persons are touched by the number of the record that was kept.
"""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION figures_touch_person(one bigint) RETURNS void LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS
    'INSERT INTO assessments_touched (person_id)
     SELECT coalesce(merged_into_id, id) FROM participants_participant WHERE id = one';
CREATE FUNCTION figures_touch_place(ones bigint[]) RETURNS void LANGUAGE sql
    SECURITY DEFINER SET search_path = public, pg_temp AS
    'INSERT INTO assessments_touched (commitment_id) SELECT unnest(ones);
     INSERT INTO assessments_touched (person_id)
     SELECT DISTINCT f.person_id FROM assessments_fact f
     WHERE f.contract_id IN (SELECT contract_id FROM clauses_commitment WHERE id = ANY(ones))
       AND f.commitment_id = ANY(ones)';

CREATE FUNCTION figures_of_allocation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM figures_touch_person(participant_id) FROM hours_work WHERE id = NEW.work_id;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_allocation AFTER INSERT ON hours_allocation
    FOR EACH ROW EXECUTE FUNCTION figures_of_allocation();

CREATE FUNCTION figures_of_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM figures_touch_person(NEW.participant_id) FROM hours_sheet
        WHERE id = NEW.sheet_id AND state = 'validated';
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_work AFTER INSERT ON hours_work
    FOR EACH ROW EXECUTE FUNCTION figures_of_work();

CREATE FUNCTION figures_of_sheet() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM figures_touch_person(participant_id) FROM hours_work
        WHERE sheet_id = NEW.id GROUP BY participant_id;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_sheet AFTER INSERT OR UPDATE OF state ON hours_sheet
    FOR EACH ROW WHEN (NEW.state = 'validated') EXECUTE FUNCTION figures_of_sheet();

CREATE FUNCTION figures_of_participant() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM figures_touch_person(coalesce(OLD.merged_into_id, OLD.id));
    PERFORM figures_touch_person(coalesce(NEW.merged_into_id, NEW.id));
    INSERT INTO assessments_touched (person_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_participant
    AFTER UPDATE OF sex, born_on, commune_id, merged_into_id ON participants_participant
    FOR EACH ROW EXECUTE FUNCTION figures_of_participant();

CREATE FUNCTION figures_of_persons_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'INSERT' THEN
        PERFORM figures_touch_person(OLD.participant_id);
    END IF;
    IF TG_OP <> 'DELETE' THEN
        PERFORM figures_touch_person(NEW.participant_id);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_exit AFTER INSERT OR UPDATE OR DELETE ON participants_exit
    FOR EACH ROW EXECUTE FUNCTION figures_of_persons_row();
CREATE TRIGGER figures_of_verdict AFTER UPDATE OF ground ON participants_verdict
    FOR EACH ROW EXECUTE FUNCTION figures_of_persons_row();
CREATE TRIGGER figures_of_file AFTER UPDATE OF situation ON participants_eligibilityfile
    FOR EACH ROW EXECUTE FUNCTION figures_of_persons_row();
CREATE TRIGGER figures_of_hiring AFTER UPDATE OF
    participant_id, party_id, verdict_id, modality, shape, structure, employer_siret, starts_on,
    ends_on ON hirings_hiring FOR EACH ROW EXECUTE FUNCTION figures_of_persons_row();

CREATE FUNCTION figures_of_party() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM figures_touch_person(participant_id) FROM hirings_hiring
        WHERE party_id = NEW.id GROUP BY participant_id;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_party AFTER UPDATE OF siret ON procurement_party
    FOR EACH ROW EXECUTE FUNCTION figures_of_party();
"""
CONTRACTS = """
CREATE FUNCTION figures_of_commitment() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO assessments_touched (commitment_id) VALUES (NEW.id);
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_commitment AFTER INSERT OR UPDATE ON clauses_commitment
    FOR EACH ROW EXECUTE FUNCTION figures_of_commitment();

CREATE FUNCTION figures_of_clause() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM figures_touch_place(array_agg(id)) FROM clauses_commitment
        WHERE clause_id = NEW.id HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_clause AFTER UPDATE OF
    purchase_id, lot_id, volume_kind, step_cents, step_minutes, trigger_cents, by_whole_steps,
    recalculation, covers_renewals ON clauses_clause
    FOR EACH ROW EXECUTE FUNCTION figures_of_clause();

CREATE FUNCTION figures_of_contract() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (NEW.buyer_id, NEW.facilitator_id) = (OLD.buyer_id, OLD.facilitator_id)
       AND NEW.lot_id IS NOT DISTINCT FROM OLD.lot_id THEN
        INSERT INTO assessments_touched (commitment_id)
            SELECT id FROM clauses_commitment WHERE contract_id = NEW.id;
    ELSE
        PERFORM figures_touch_place(array_agg(id)) FROM clauses_commitment
            WHERE contract_id = NEW.id HAVING count(*) > 0;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_contract AFTER UPDATE ON procurement_contract
    FOR EACH ROW EXECUTE FUNCTION figures_of_contract();

CREATE FUNCTION figures_of_contracts_row() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    of_row jsonb := to_jsonb(coalesce(NEW, OLD));
    its_contract bigint := (of_row ->> 'contract_id')::bigint;
BEGIN
    IF TG_TABLE_NAME = 'procurement_invoice' THEN
        SELECT contract_id INTO its_contract FROM procurement_calloff
            WHERE id = (of_row ->> 'call_off_id')::bigint;
    END IF;
    INSERT INTO assessments_touched (commitment_id)
        SELECT id FROM clauses_commitment WHERE contract_id = its_contract;
    RETURN NULL;
END $$;
""" + "".join(
    f"""
CREATE TRIGGER figures_of_{table} AFTER INSERT OR UPDATE OR DELETE ON procurement_{table}
    FOR EACH ROW EXECUTE FUNCTION figures_of_contracts_row();
"""
    for table in ("amendment", "renewal", "suspension", "phase", "calloff", "invoice")
)
PLACES = """
CREATE FUNCTION figures_of_place() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    lots bigint[] := ARRAY[NEW.id];
BEGIN
    IF TG_TABLE_NAME = 'programming_plannedpurchase' THEN
        lots := ARRAY(SELECT id FROM procurement_lot WHERE purchase_id = NEW.id);
        PERFORM figures_touch_place(array_agg(m.id)) FROM clauses_clause c
            JOIN clauses_commitment m ON m.clause_id = c.id
            WHERE c.purchase_id = NEW.id HAVING count(*) > 0;
    ELSIF TG_TABLE_NAME = 'organisations_organisation' THEN
        lots := '{}';
        PERFORM figures_touch_place(array_agg(m.id)) FROM procurement_contract k
            JOIN clauses_commitment m ON m.contract_id = k.id
            WHERE k.buyer_id = NEW.id HAVING count(*) > 0;
    END IF;
    PERFORM figures_touch_place(array_agg(m.id)) FROM procurement_contract k
        JOIN clauses_commitment m ON m.contract_id = k.id
        WHERE k.lot_id = ANY(lots) HAVING count(*) > 0;
    PERFORM figures_touch_place(array_agg(m.id)) FROM clauses_clause c
        JOIN clauses_commitment m ON m.clause_id = c.id
        WHERE c.lot_id = ANY(lots) HAVING count(*) > 0;
    RETURN NULL;
END $$;
CREATE TRIGGER figures_of_lot AFTER UPDATE OF segment, purchase_id ON procurement_lot
    FOR EACH ROW WHEN ((NEW.segment, NEW.purchase_id) IS DISTINCT FROM
                       (OLD.segment, OLD.purchase_id)) EXECUTE FUNCTION figures_of_place();
CREATE TRIGGER figures_of_purchase AFTER UPDATE OF segment, commune_id
    ON programming_plannedpurchase FOR EACH ROW
    WHEN ((NEW.segment, NEW.commune_id) IS DISTINCT FROM (OLD.segment, OLD.commune_id))
    EXECUTE FUNCTION figures_of_place();
CREATE TRIGGER figures_of_organisation AFTER UPDATE OF commune_id ON organisations_organisation
    FOR EACH ROW WHEN (NEW.kind = 'buyer' AND NEW.commune_id IS DISTINCT FROM OLD.commune_id)
    EXECUTE FUNCTION figures_of_place();
CREATE INDEX party_by_siret ON procurement_party (committee_id, siret);
"""
EVERY = {
    "hours": ("allocation", "work", "sheet"),
    "participants": ("participant", "exit", "verdict", "eligibilityfile"),
    "hirings": ("hiring",),
    "clauses": ("commitment", "clause"),
    "procurement": (
        "party", "contract", "amendment", "renewal", "suspension", "phase", "calloff", "invoice",
        "lot",
    ),
    "programming": ("plannedpurchase",),
    "organisations": ("organisation",),
}  # fmt: skip
NAMED = {"eligibilityfile": "file", "plannedpurchase": "purchase"}
LOWER = (
    "DROP INDEX party_by_siret;"
    + "".join(
        f"DROP TRIGGER figures_of_{NAMED.get(table, table)} ON {app}_{table};"
        for app, tables in EVERY.items()
        for table in tables
    )
    + "DROP FUNCTION figures_of_allocation, figures_of_work, figures_of_sheet,"
    " figures_of_participant, figures_of_persons_row, figures_of_party, figures_of_commitment,"
    " figures_of_clause, figures_of_contract, figures_of_contracts_row, figures_of_place,"
    " figures_touch_place, figures_touch_person;"
)


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0001_initial"),
        ("hours", "0014_accords"),
        ("hirings", "0005_merged_persons"),
        ("participants", "0002_written_once"),
        ("clauses", "0011_answers_stay"),
        ("procurement", "0002_what_can_never_be_true"),
        ("programming", "0001_initial"),
        ("organisations", "0005_keeps_an_admin"),
    ]
    operations = [migrations.RunSQL("".join((FUNCTIONS, CONTRACTS, PLACES)), LOWER)]
