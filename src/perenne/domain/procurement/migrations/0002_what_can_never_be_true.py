"""What one row alone cannot say: shares within their contract, forms, and contracts that are over.

The actions lock the contract first, and say no in French; this is what no writer passes by. The
shares are looked at when the transaction ends, so that they may be written in any order. An
amendment may raise the amount: the members share the highest one that was ever signed.
"""

from django.db import migrations

REFUSE = """
    RAISE EXCEPTION '%s (contract %%)', {contract}
        USING ERRCODE = 'check_violation', CONSTRAINT = '%s';
"""


def refuse(constraint: str, contract: str = "looked_at") -> str:
    return (REFUSE % (constraint.replace("_", " "), constraint)).format(contract=contract)


SHARES = f"""
CREATE FUNCTION procurement_shares_fit() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    looked_at bigint;
    most bigint;
BEGIN
    IF TG_TABLE_NAME = 'procurement_party' THEN
        looked_at := NEW.contract_id;
    ELSE
        looked_at := NEW.id;
    END IF;
    SELECT GREATEST(c.amount_cents, (SELECT max(a.amount_cents) FROM procurement_amendment a
            WHERE a.contract_id = c.id))
        INTO most FROM procurement_contract c WHERE c.id = looked_at;
    IF (SELECT sum(amount_cents) FROM procurement_party WHERE contract_id = looked_at
            AND role <> 'subcontractor' AND until IS NULL) > most THEN
        {refuse("members_share_the_amount_of_their_contract")}
    END IF;
    IF EXISTS (SELECT FROM procurement_party p JOIN procurement_party s ON s.principal_id = p.id
            WHERE s.contract_id = looked_at AND p.contract_id <> looked_at) THEN
        {refuse("principal_is_of_the_same_contract")}
    END IF;
    IF EXISTS (SELECT FROM procurement_party p JOIN procurement_party s ON s.principal_id = p.id
            WHERE p.contract_id = looked_at AND s.until IS NULL
            GROUP BY p.id, p.amount_cents HAVING sum(s.amount_cents) > p.amount_cents) THEN
        {refuse("subcontractors_carry_out_a_part_of_their_principal")}
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER party_shares_fit AFTER INSERT OR UPDATE ON procurement_party
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION procurement_shares_fit();
CREATE CONSTRAINT TRIGGER contract_shares_fit
    AFTER UPDATE OF amount_cents ON procurement_contract
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION procurement_shares_fit();
"""
FORMS = f"""
CREATE FUNCTION procurement_form_allows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    its_form text;
    most smallint;
BEGIN
    SELECT form, renewals INTO its_form, most
        FROM procurement_contract WHERE id = NEW.contract_id;
    IF TG_TABLE_NAME = 'procurement_calloff' AND its_form <> 'framework' THEN
        {refuse("call_off_is_of_a_framework", "NEW.contract_id")}
    ELSIF TG_TABLE_NAME = 'procurement_phase' AND its_form <> 'phased' THEN
        {refuse("phase_is_of_a_phased_contract", "NEW.contract_id")}
    ELSIF TG_TABLE_NAME = 'procurement_renewal' THEN
        IF NEW.number > most THEN
            {refuse("renewal_is_one_that_the_contract_has", "NEW.contract_id")}
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER form_allows BEFORE INSERT OR UPDATE OF contract_id ON procurement_calloff
    FOR EACH ROW EXECUTE FUNCTION procurement_form_allows();
CREATE TRIGGER form_allows BEFORE INSERT OR UPDATE OF contract_id ON procurement_phase
    FOR EACH ROW EXECUTE FUNCTION procurement_form_allows();
CREATE TRIGGER form_allows BEFORE INSERT OR UPDATE OF contract_id, number ON procurement_renewal
    FOR EACH ROW EXECUTE FUNCTION procurement_form_allows();
CREATE FUNCTION procurement_form_stands() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.framework_id IS NOT NULL AND NOT EXISTS (SELECT FROM procurement_contract f
            WHERE f.id = NEW.framework_id AND f.form = 'framework'
            AND f.buyer_id = NEW.buyer_id) THEN
        {refuse("framework_is_one_of_the_same_buyer", "NEW.id")}
    END IF;
    IF TG_OP = 'UPDATE' AND NEW.form <> OLD.form AND (
        EXISTS (SELECT FROM procurement_calloff WHERE contract_id = NEW.id)
        OR EXISTS (SELECT FROM procurement_phase WHERE contract_id = NEW.id)
        OR EXISTS (SELECT FROM procurement_contract WHERE framework_id = NEW.id)) THEN
        {refuse("form_stands_once_it_is_used", "NEW.id")}
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER form_stands
    BEFORE INSERT OR UPDATE OF form, framework_id, buyer_id ON procurement_contract
    FOR EACH ROW EXECUTE FUNCTION procurement_form_stands();
"""
OVER = f"""
CREATE FUNCTION procurement_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    looked_at bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN
        looked_at := OLD.contract_id;
    ELSE
        looked_at := NEW.contract_id;
    END IF;
    IF EXISTS (SELECT FROM procurement_contract
            WHERE id = looked_at AND state IN ('ended', 'terminated')) THEN
        {refuse("contract_over_changes_no_more")}
    END IF;
    RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER is_over BEFORE INSERT OR DELETE
    OR UPDATE OF contract_id, role, principal_id, name, siret, amount_cents, since, until
    ON procurement_party FOR EACH ROW EXECUTE FUNCTION procurement_is_over();
CREATE TRIGGER is_over BEFORE INSERT OR DELETE ON procurement_calloff
    FOR EACH ROW EXECUTE FUNCTION procurement_is_over();
"""
FROZEN = ("amendment", "renewal", "suspension", "phase")
EACH_FROZEN = "".join(
    f"CREATE TRIGGER is_over BEFORE INSERT OR UPDATE OR DELETE ON procurement_{table}"
    " FOR EACH ROW EXECUTE FUNCTION procurement_is_over();\n"
    for table in FROZEN
)
LET_GO = "".join(
    f"DROP FUNCTION procurement_{name}() CASCADE;\n"
    for name in ("shares_fit", "form_allows", "form_stands", "is_over")
)


class Migration(migrations.Migration):
    dependencies = [("procurement", "0001_initial")]
    operations = [migrations.RunSQL(SHARES + FORMS + OVER + EACH_FROZEN, LET_GO)]
