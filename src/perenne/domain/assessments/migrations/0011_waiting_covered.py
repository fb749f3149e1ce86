"""Desks and loads read what they count from an index alone: whose contract, whose file it is."""

from django.db import migrations

RAISE = """
CREATE INDEX contracts_and_facilitators ON procurement_contract (committee_id, id)
    INCLUDE (facilitator_id);
CREATE INDEX files_and_participants ON participants_eligibilityfile
    (committee_id, facilitator_id, participant_id);
CREATE INDEX participants_merged ON participants_participant (committee_id, merged_into_id, id)
    WHERE merged_into_id IS NOT NULL;
"""
LOWER = "DROP INDEX contracts_and_facilitators, files_and_participants, participants_merged;"


class Migration(migrations.Migration):
    dependencies = [
        ("assessments", "0010_segment_tallies"),
        ("procurement", "0002_what_can_never_be_true"),
        ("participants", "0002_written_once"),
    ]
    operations = [migrations.RunSQL(RAISE, LOWER)]
