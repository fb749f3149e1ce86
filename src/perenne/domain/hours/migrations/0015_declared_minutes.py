"""What is to validate is told of ten thousands of months at once: each keeps its minutes itself.

One function counts them, when a month is declared and whenever its lines change while it waits.
Nobody else writes them: what an application says is replaced by the count. A month that is not
declared keeps what it was declared with.
"""

from django.db import migrations, models
from django.db.models import Q

RAISE = """
CREATE FUNCTION sheet_counts_its_minutes() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    SELECT coalesce(sum(net_minutes), 0) INTO NEW.declared_minutes FROM hours_work
        WHERE sheet_id = NEW.id AND corrects_id IS NULL;
    RETURN NEW;
END $$;
CREATE TRIGGER sheet_counts_its_minutes BEFORE INSERT OR UPDATE OF state, declared_minutes
    ON hours_sheet FOR EACH ROW WHEN (NEW.state = 'declared')
    EXECUTE FUNCTION sheet_counts_its_minutes();

CREATE FUNCTION declared_sheets_count_again() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE hours_sheet SET declared_minutes = 0 WHERE id IN (
        SELECT id FROM hours_sheet
        WHERE id IN (SELECT sheet_id FROM changed) AND state = 'declared'
        ORDER BY id FOR NO KEY UPDATE);
    RETURN NULL;
END $$;
CREATE TRIGGER declared_sheets_count_what_came AFTER INSERT ON hours_work
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION declared_sheets_count_again();
CREATE TRIGGER declared_sheets_count_what_left AFTER DELETE ON hours_work
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION declared_sheets_count_again();

UPDATE hours_sheet SET declared_minutes = 0 WHERE state = 'declared';
"""
LOWER = """
DROP TRIGGER declared_sheets_count_what_left ON hours_work;
DROP TRIGGER declared_sheets_count_what_came ON hours_work;
DROP TRIGGER sheet_counts_its_minutes ON hours_sheet;
DROP FUNCTION declared_sheets_count_again, sheet_counts_its_minutes;
"""


class Migration(migrations.Migration):
    dependencies = [("hours", "0014_accords")]
    operations = [
        migrations.AddField(
            "sheet", "declared_minutes", models.PositiveIntegerField(null=True, editable=False)
        ),
        migrations.RunSQL(RAISE, LOWER),
        migrations.AddConstraint(
            "sheet",
            models.CheckConstraint(
                condition=~Q(state="declared") | Q(declared_minutes__isnull=False),
                name="sheet_declared_says_its_minutes",
            ),
        ),
        migrations.AddIndex(
            "sheet",
            models.Index(
                fields=["committee", "declared_at", "id"],
                include=["facilitator", "declared_minutes"],
                condition=Q(state="declared"),
                name="sheets_to_validate",
            ),
        ),
        migrations.AddIndex(
            "work",
            models.Index(
                fields=["committee", "recorded_at"],
                condition=Q(corrects__isnull=False) | Q(moved_from__isnull=False),
                name="work_corrected_or_moved",
            ),
        ),
    ]
