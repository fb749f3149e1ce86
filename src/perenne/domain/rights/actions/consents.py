"""A consent is proved by a row, and taken back as easily as it was given."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from perenne.domain.rights.models import Consent
from perenne.domain.rights.policy import CONSENTS, PEOPLE
from perenne.domain.rights.queries.texts import consent_text
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.privacy.erasing import empty_consented
from perenne.kit.privacy.subjects import subject_of
from perenne.kit.refusals import Refused


@transaction.atomic
def give_consent(*, text: str, means: str, by: Actor) -> int:
    """To the version in use; its receipt, with the way back, leaves by mail."""
    CONSENTS.admit("consent.give", by)
    person = PEOPLE.take("data.view", by, by.person_id)
    row = Consent.objects.create(
        person=person, text=text, version=consent_text(text).version, means=means
    )
    record("consent.give", row, by=by, text=text, version=row.version)
    enqueue("rights.send_receipt", consent_id=row.pk)
    return row.pk


@transaction.atomic
def withdraw_consent(*, consent_id: int, by: Actor, at: datetime) -> None:
    """By its holder, or by whoever was sent its address. What stood on it is emptied."""
    row = CONSENTS.rows("consent.withdraw", by).select_for_update(no_key=True)
    consent = row.filter(pk=consent_id).first()
    if consent is None:
        raise Refused("Ce consentement a déjà été retiré : vous n’avez plus rien à faire.")
    consent.withdrawn_at, consent.ended_on = at, localdate(at)
    consent.save(update_fields=["withdrawn_at", "ended_on"])
    empty_consented(subject_of(consent.person_id), consent.text)
    record("consent.withdraw", consent, by=by, text=consent.text)
