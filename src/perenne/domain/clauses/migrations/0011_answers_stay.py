"""What a buyer answered on the globalisation is never changed: another answer follows it."""

from django.db import migrations

RAISE = """
CREATE FUNCTION globalisation_answer_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' OR TG_OP = 'UPDATE' AND
       (OLD.answer <> '' OR NEW.commitment_id <> OLD.commitment_id) THEN
        RAISE EXCEPTION 'the answer on commitment % stands', OLD.commitment_id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME;
    END IF;
    IF NOT EXISTS (SELECT FROM clauses_commitment m JOIN clauses_clause c ON c.id = m.clause_id
                   WHERE m.id = NEW.commitment_id AND c.globalisation = 'case_by_case') THEN
        RAISE EXCEPTION 'the clause of commitment % answers by itself', NEW.commitment_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'globalisation_is_case_by_case';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER globalisation_answer_stays
    BEFORE INSERT OR UPDATE OR DELETE ON clauses_globalisationanswer
    FOR EACH ROW EXECUTE FUNCTION globalisation_answer_stays();
"""
LOWER = """
DROP TRIGGER globalisation_answer_stays ON clauses_globalisationanswer;
DROP FUNCTION globalisation_answer_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("clauses", "0009_shares_fit")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
