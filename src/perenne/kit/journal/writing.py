"""The only way in."""

from django.db.models import Model

from perenne.kit.actors import Actor
from perenne.kit.journal.models import Entry


def record(act: str, subject: Model, *, by: Actor, **facts: object) -> None:
    """One line for one act on one row; `facts` must be plain JSON and hold no personal value."""
    Entry.objects.create(
        act=act,
        subject_type=subject._meta.label_lower,
        subject_id=str(subject.pk),
        person_id=by.person_id,
        organisation_id=by.organisation_id,
        facts=facts,
    )
