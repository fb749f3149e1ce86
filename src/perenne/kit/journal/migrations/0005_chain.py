from django.conf import settings
from django.db import migrations

from perenne.kit.tenancy import within

SAFE = "SET search_path = pg_catalog, public, pg_temp"
NOTHING = r"'\x0000000000000000000000000000000000000000000000000000000000000000'::bytea"

# Every column of the entry, in one writing: NULLs are left out, so that a column added one day
# changes no older hash; times are in UTC whatever the session says.
ENCODE = f"""
CREATE FUNCTION journal_text(e public.journal_entry) RETURNS text LANGUAGE sql STABLE
    SET TimeZone = 'UTC' {SAFE} AS $$
    SELECT (jsonb_strip_nulls(to_jsonb(e) - 'facts' - 'changes')
            || jsonb_build_object('facts', e.facts, 'changes', e.changes))::text
$$;
CREATE FUNCTION journal_hash(before bytea, place bigint, e public.journal_entry) RETURNS bytea
    LANGUAGE sql STABLE {SAFE} AS $$
    SELECT sha256(before || convert_to(place || ' ' || public.journal_text(e), 'UTF8'))
$$;
"""

# The head is locked last, when everything else of the transaction is done and locked already:
# two acts that meet on a head never wait for each other on anything else.
LINK = f"""
CREATE FUNCTION journal_link_entry(number bigint) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER {SAFE} AS $$
DECLARE
    e public.journal_entry;
    head public.journal_head;
    at_work text := current_setting('perenne.committee', true);
    digest bytea;
BEGIN
    SELECT * INTO STRICT e FROM public.journal_entry WHERE id = number;
    PERFORM set_config('perenne.committee', e.committee_id, true);
    SELECT * INTO head FROM public.journal_head h
        WHERE h.committee_id = e.committee_id FOR NO KEY UPDATE;
    IF NOT FOUND THEN
        INSERT INTO public.journal_head (committee_id, seq, hash, at)
            VALUES (e.committee_id, 0, {NOTHING}, e.at) ON CONFLICT DO NOTHING;
        SELECT * INTO STRICT head FROM public.journal_head h
            WHERE h.committee_id = e.committee_id FOR NO KEY UPDATE;
    END IF;
    digest := public.journal_hash(head.hash, head.seq + 1, e);
    INSERT INTO public.journal_link (entry_id, committee_id, seq, prev, hash)
        VALUES (e.id, e.committee_id, head.seq + 1, head.hash, digest);
    UPDATE public.journal_head SET seq = head.seq + 1, hash = digest, at = clock_timestamp()
        WHERE id = head.id;
    PERFORM set_config('perenne.committee', coalesce(at_work, ''), true);
END $$;
REVOKE ALL ON FUNCTION journal_link_entry(bigint) FROM PUBLIC;
CREATE FUNCTION journal_entry_is_linked() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER {SAFE} AS $$
BEGIN
    PERFORM public.journal_link_entry(NEW.id);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_entry_linked AFTER INSERT ON journal_entry
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION journal_entry_is_linked();
"""

WRITE = f"""
CREATE TABLE journal_sensitive_act (act varchar(80) PRIMARY KEY);
CREATE FUNCTION journal_entry_is_written() RETURNS trigger LANGUAGE plpgsql {SAFE} AS $$
BEGIN
    NEW.at := clock_timestamp();
    NEW.sensitive := EXISTS (SELECT FROM public.journal_sensitive_act s WHERE s.act = NEW.act);
    RETURN NEW;
END $$;
CREATE TRIGGER journal_entry_written BEFORE INSERT ON journal_entry
    FOR EACH ROW EXECUTE FUNCTION journal_entry_is_written();
CREATE FUNCTION journal_reading_is_written() RETURNS trigger LANGUAGE plpgsql {SAFE} AS $$
BEGIN
    NEW.at := clock_timestamp();
    RETURN NEW;
END $$;
CREATE TRIGGER journal_reading_written BEFORE INSERT ON journal_reading
    FOR EACH ROW EXECUTE FUNCTION journal_reading_is_written();
"""

KEEP = f"""
CREATE TRIGGER journal_link_stays BEFORE UPDATE OR DELETE ON journal_link
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_links_stay BEFORE TRUNCATE ON journal_link
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_head_stays BEFORE DELETE ON journal_head
    FOR EACH ROW EXECUTE FUNCTION journal_is_append_only();
CREATE TRIGGER journal_heads_stay BEFORE TRUNCATE ON journal_head
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
CREATE FUNCTION journal_reading_is_kept() RETURNS trigger LANGUAGE plpgsql {SAFE} AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.at < clock_timestamp() - interval '12 months' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION 'who read what is kept twelve months: % is refused', TG_OP
        USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER journal_reading_kept BEFORE UPDATE OR DELETE ON journal_reading
    FOR EACH ROW EXECUTE FUNCTION journal_reading_is_kept();
CREATE TRIGGER journal_readings_kept BEFORE TRUNCATE ON journal_reading
    FOR EACH STATEMENT EXECUTE FUNCTION journal_is_append_only();
"""

# With the rights of who asks: row-level security shows the committee at work.
CHECK = f"""
CREATE FUNCTION journal_broken()
    RETURNS TABLE (committee varchar, seq bigint, entry_id bigint, problem text)
    LANGUAGE sql STABLE {SAFE} AS $$
    WITH chain AS (
        SELECT l.committee_id, l.seq, l.entry_id, l.prev, l.hash,
               lag(l.hash, 1, {NOTHING}) OVER links AS hash_before,
               lag(l.seq, 1, 0::bigint) OVER links AS seq_before
        FROM public.journal_link l
        WINDOW links AS (PARTITION BY l.committee_id ORDER BY l.seq)
    ), judged AS (
        SELECT c.committee_id, c.seq, c.entry_id,
               CASE WHEN e.id IS NULL THEN 'deleted'
                    WHEN c.seq <> c.seq_before + 1 THEN 'gap'
                    WHEN c.prev <> c.hash_before THEN 'unlinked'
                    WHEN c.hash <> public.journal_hash(c.prev, c.seq, e) THEN 'altered'
               END AS problem
        FROM chain c
        LEFT JOIN public.journal_entry e
            ON e.id = c.entry_id AND e.committee_id = c.committee_id
    ), last AS (
        SELECT DISTINCT ON (l.committee_id) l.committee_id, l.seq, l.entry_id, l.hash
        FROM public.journal_link l ORDER BY l.committee_id, l.seq DESC
    )
    SELECT j.committee_id, j.seq, j.entry_id, j.problem FROM judged j WHERE j.problem IS NOT NULL
    UNION ALL
    SELECT e.committee_id, NULL, e.id, 'unchained' FROM public.journal_entry e
    WHERE NOT EXISTS (SELECT FROM public.journal_link l WHERE l.entry_id = e.id)
    UNION ALL
    SELECT coalesce(h.committee_id, t.committee_id), coalesce(h.seq, t.seq), t.entry_id, 'head'
    FROM public.journal_head h FULL JOIN last t ON t.committee_id = h.committee_id
    WHERE h.hash IS DISTINCT FROM t.hash OR h.seq IS DISTINCT FROM t.seq
    ORDER BY 1, 2, 3
$$;
"""

UNDO = """
DROP FUNCTION journal_broken();
DROP TRIGGER journal_readings_kept ON journal_reading;
DROP TRIGGER journal_reading_kept ON journal_reading;
DROP FUNCTION journal_reading_is_kept();
DROP TRIGGER journal_heads_stay ON journal_head;
DROP TRIGGER journal_head_stays ON journal_head;
DROP TRIGGER journal_links_stay ON journal_link;
DROP TRIGGER journal_link_stays ON journal_link;
DROP TRIGGER journal_reading_written ON journal_reading;
DROP FUNCTION journal_reading_is_written();
DROP TRIGGER journal_entry_written ON journal_entry;
DROP FUNCTION journal_entry_is_written();
DROP TABLE journal_sensitive_act;
DROP TRIGGER journal_entry_linked ON journal_entry;
DROP FUNCTION journal_entry_is_linked();
DROP FUNCTION journal_link_entry(bigint);
DROP FUNCTION journal_hash(bytea, bigint, journal_entry);
DROP FUNCTION journal_text(journal_entry);
"""

# Who had no person was the service, for the acts that it does alone, else a visitor.
NAME_ACTORS = """
ALTER TABLE journal_entry DISABLE TRIGGER journal_entry_stays;
UPDATE journal_entry SET role = CASE
    WHEN person_id IS NOT NULL THEN 'unsaid'
    WHEN act IN ('programme.screen', 'programme.forget') THEN 'house' ELSE 'visitor' END;
ALTER TABLE journal_entry ENABLE TRIGGER journal_entry_stays;
"""
CHAIN = """
DO $$
DECLARE number bigint;
BEGIN
    FOR number IN SELECT id FROM journal_entry WHERE committee_id = current_committee() ORDER BY id
    LOOP PERFORM journal_link_entry(number); END LOOP;
END $$;
"""


def chain_what_is_written(_apps, schema_editor):
    """Each committee by itself: the owner too sees the rows of one at a time."""
    for order in (NAME_ACTORS, CHAIN):
        for code in settings.COMMITTEES:
            with within(code):
                schema_editor.execute(order)


class Migration(migrations.Migration):
    dependencies = [("journal", "0002_append_only")]
    operations = [
        migrations.RunSQL("".join((ENCODE, LINK, WRITE, KEEP, CHECK)), UNDO),
        migrations.RunPython(chain_what_is_written, migrations.RunPython.noop),
    ]
