"""A planned hiring follows its person: into the record that theirs was merged into.

What is confirmed stays with its verdict, which is of one record and never changes.
"""

from django.db import migrations

RAISE = """
CREATE FUNCTION planned_hirings_follow_their_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE hirings_hiring SET participant_id = NEW.merged_into_id
        WHERE participant_id = NEW.id AND state = 'planned' AND verdict_id IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER planned_hirings_follow_their_person AFTER UPDATE OF merged_into_id
    ON participants_participant FOR EACH ROW
    WHEN (NEW.merged_into_id IS NOT NULL) EXECUTE FUNCTION planned_hirings_follow_their_person();
"""
LOWER = """
DROP TRIGGER planned_hirings_follow_their_person ON participants_participant;
DROP FUNCTION planned_hirings_follow_their_person();
"""


class Migration(migrations.Migration):
    dependencies = [("hirings", "0003_green_light"), ("participants", "0002_written_once")]
    operations = [migrations.RunSQL(RAISE, LOWER)]
