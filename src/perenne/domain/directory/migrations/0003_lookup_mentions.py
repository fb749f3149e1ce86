"""The words of a structure are written with it, in the same statement, whoever writes.

`directory_words` says what `rules.segments.matching.stems` says; a test holds them together.
Terms are added in their order, so that two who add the same ones wait for each other in line. What
was just written is read from the statement, never from the tables: in a long transaction PostgreSQL
has counted nothing yet, and would compare every row with every other.
"""

from django.db import migrations

WRITE = r"""
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;
CREATE FUNCTION directory_words(said text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT left(CASE
        WHEN length(word) <= 3 THEN word
        WHEN word LIKE '%eaux' THEN left(word, -1)
        WHEN word LIKE '%aux' THEN left(word, -3) || 'al'
        ELSE coalesce(nullif(rtrim(rtrim(word, 'sx'), 'e'), ''), word) END, 40)
    FROM regexp_split_to_table(regexp_replace(
        normalize(replace(replace(lower(said), 'œ', 'oe'), 'æ', 'ae'), NFKD),
        '[\u0300-\u036f]', '', 'g'), '[^a-z0-9]+') AS word
    WHERE word <> '' AND word <> ALL (
        '{a,au,aux,avec,ce,ces,cette,chez,d,dans,de,des,divers,diverses,du,en,et,l,la,le,les,leur,
          leurs,n,no,notamment,ou,par,pour,s,sa,se,ses,son,sous,sur,un,une,y}'::text[])
$$;
CREATE FUNCTION directory_write_mentions() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed bigint[];
BEGIN
    IF TG_OP = 'UPDATE' THEN
        SELECT coalesce(array_agg(n.id), '{}') INTO changed FROM new_rows n JOIN old_rows o USING (id)
        WHERE (n.name, n.brand, n.networks, n.commune_id, n.about)
            IS DISTINCT FROM (o.name, o.brand, o.networks, o.commune_id, o.about);
        DELETE FROM directory_mention WHERE structure_id = ANY (changed);
    END IF;
    WITH made AS (
        INSERT INTO directory_mention (structure_id, word, worth)
        SELECT s.id, word, max(part.worth)
        FROM new_rows s LEFT JOIN territories_commune c ON c.insee_code = s.commune_id,
        LATERAL (VALUES
            (s.name || ' ' || s.brand, 100),
            (coalesce(c.name, '') || ' ' || array_to_string(s.networks, ' '), 60),
            (left(s.about, 600), 35)) AS part (said, worth),
        directory_words(part.said) AS word
        WHERE changed IS NULL OR s.id = ANY (changed)
        GROUP BY s.id, word
        RETURNING word
    )
    INSERT INTO directory_term (word)
    SELECT DISTINCT word FROM made ORDER BY word ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER directory_structure_says_its_words AFTER INSERT ON directory_structure
    REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION directory_write_mentions();
CREATE TRIGGER directory_structure_says_other_words AFTER UPDATE ON directory_structure
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION directory_write_mentions();
"""
FORGET = """
DROP TRIGGER directory_structure_says_other_words ON directory_structure;
DROP TRIGGER directory_structure_says_its_words ON directory_structure;
DROP FUNCTION directory_write_mentions();
DROP FUNCTION directory_words(text);
"""


class Migration(migrations.Migration):
    dependencies = [("directory", "0002_lookup_words"), ("territories", "0001_initial")]
    operations = [migrations.RunSQL(WRITE, FORGET)]
