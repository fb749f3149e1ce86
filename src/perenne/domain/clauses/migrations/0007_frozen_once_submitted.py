from django.db import migrations

# Whatever column a clause may get later is frozen too, unless it is named here.
FREEZE = """
CREATE FUNCTION clause_terms_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    agreed text[] := ARRAY['approved_on', 'consent_on', 'consent_by_id', 'lot_id'];
    moving text[] := ARRAY['state', 'drop_reason', 'facilitator_id'];
BEGIN
    IF OLD.state IN ('draft', 'calibrated', 'worded') THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(NEW) - agreed - moving IS DISTINCT FROM to_jsonb(OLD) - agreed - moving THEN
        RAISE EXCEPTION 'the terms of clause % are frozen: it is %', OLD.id, OLD.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'clause_terms_are_frozen';
    END IF;
    IF OLD.state IN ('published', 'in_execution', 'closed', 'dropped') AND NEW.state <> 'worded'
       AND to_jsonb(NEW) - moving IS DISTINCT FROM to_jsonb(OLD) - moving THEN
        RAISE EXCEPTION 'what was agreed on clause % is frozen: it is %', OLD.id, OLD.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'clause_terms_are_frozen';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER clause_stays_as_agreed BEFORE UPDATE ON clauses_clause
    FOR EACH ROW EXECUTE FUNCTION clause_terms_are_frozen();

CREATE FUNCTION clause_requirements_are_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched clauses_qualityrequirement := COALESCE(NEW, OLD);
    stage text;
BEGIN
    SELECT state INTO stage FROM clauses_clause WHERE id = touched.clause_id;
    IF stage NOT IN ('draft', 'calibrated', 'worded') THEN
        RAISE EXCEPTION 'the requirements of clause % are frozen: it is %', touched.clause_id, stage
            USING ERRCODE = 'check_violation', CONSTRAINT = 'clause_terms_are_frozen';
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER clause_requirement_stays_as_agreed
    BEFORE INSERT OR UPDATE OR DELETE ON clauses_qualityrequirement
    FOR EACH ROW EXECUTE FUNCTION clause_requirements_are_frozen();

CREATE FUNCTION clause_version_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a version of a clause is never changed: % is refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER clause_version_stays BEFORE UPDATE OR DELETE ON clauses_clauseversion
    FOR EACH ROW EXECUTE FUNCTION clause_version_is_append_only();
"""
THAW = """
DROP TRIGGER clause_version_stays ON clauses_clauseversion;
DROP FUNCTION clause_version_is_append_only();
DROP TRIGGER clause_requirement_stays_as_agreed ON clauses_qualityrequirement;
DROP FUNCTION clause_requirements_are_frozen();
DROP TRIGGER clause_stays_as_agreed ON clauses_clause;
DROP FUNCTION clause_terms_are_frozen();
"""


class Migration(migrations.Migration):
    dependencies = [("clauses", "0001_initial")]
    operations = [migrations.RunSQL(FREEZE, THAW)]
