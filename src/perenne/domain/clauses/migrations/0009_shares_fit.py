"""What is entrusted stays within the share above, whoever writes it.

The share above is locked (FOR NO KEY UPDATE) before its parts are added up, and an update of it
holds the same lock: two writers on one cascade are looked at one after the other, each in the
light of what the other committed. Locks go upwards only.
"""

from django.db import migrations

KEEP = """
CREATE FUNCTION share_fits() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    above clauses_commitmentshare;
    beside bigint;
    below bigint;
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.commitment_id, NEW.party_id, NEW.parent_id, NEW.committee_id)
        IS DISTINCT FROM (OLD.commitment_id, OLD.party_id, OLD.parent_id, OLD.committee_id) THEN
        RAISE EXCEPTION 'share % stays where it was put', OLD.id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'share_stays_where_it_was_put';
    END IF;
    IF NEW.parent_id IS NOT NULL AND NEW.state IN ('proposed', 'accepted') THEN
        SELECT * INTO above FROM clauses_commitmentshare
            WHERE id = NEW.parent_id FOR NO KEY UPDATE;
        IF above.commitment_id IS DISTINCT FROM NEW.commitment_id THEN
            RAISE EXCEPTION 'a share is taken from another of its commitment'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'share_is_of_one_commitment';
        END IF;
        IF above.state NOT IN ('proposed', 'accepted')
            OR (NEW.state = 'accepted' AND above.state <> 'accepted') THEN
            RAISE EXCEPTION 'share % stands under one that is %', NEW.id, above.state
                USING ERRCODE = 'check_violation', CONSTRAINT = 'share_stands_under_a_firm_one';
        END IF;
        SELECT coalesce(sum(minutes), 0) INTO beside FROM clauses_commitmentshare
            WHERE parent_id = NEW.parent_id AND id <> NEW.id
            AND state IN ('proposed', 'accepted');
        IF beside + NEW.minutes > above.minutes THEN
            RAISE EXCEPTION '% minutes are entrusted out of %', beside + NEW.minutes, above.minutes
                USING ERRCODE = 'check_violation', CONSTRAINT = 'shares_fit_in_the_one_above';
        END IF;
    END IF;
    IF TG_OP = 'UPDATE' THEN
        SELECT coalesce(sum(minutes), 0) INTO below FROM clauses_commitmentshare
            WHERE parent_id = NEW.id AND state IN ('proposed', 'accepted');
        IF below > NEW.minutes THEN
            RAISE EXCEPTION '% minutes are entrusted out of %', below, NEW.minutes
                USING ERRCODE = 'check_violation', CONSTRAINT = 'shares_fit_in_the_one_above';
        END IF;
        IF NEW.state <> 'accepted' AND EXISTS (SELECT FROM clauses_commitmentshare
                WHERE parent_id = NEW.id AND (state = 'accepted'
                OR (state = 'proposed' AND NEW.state <> 'proposed'))) THEN
            RAISE EXCEPTION 'shares stand under share %, which would be %', NEW.id, NEW.state
                USING ERRCODE = 'check_violation', CONSTRAINT = 'share_stands_under_a_firm_one';
        END IF;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER share_fits BEFORE INSERT OR UPDATE ON clauses_commitmentshare
    FOR EACH ROW EXECUTE FUNCTION share_fits();

CREATE FUNCTION share_is_never_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a share is taken back, never erased'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'share_is_never_erased';
END $$;
CREATE TRIGGER share_is_kept BEFORE DELETE ON clauses_commitmentshare
    FOR EACH ROW EXECUTE FUNCTION share_is_never_erased();
"""
LET_GO = """
DROP FUNCTION share_fits() CASCADE;
DROP FUNCTION share_is_never_erased() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("clauses", "0007_frozen_once_submitted")]
    operations = [migrations.RunSQL(KEEP, LET_GO)]
