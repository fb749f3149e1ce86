"""How reminders come: each says it for themselves, an administrator for the organisation."""

from django.db import transaction

from perenne.domain.notices.models import Inbox, Preference
from perenne.domain.notices.policy import BODIES, PREFERENCES
from perenne.domain.notices.states import Rhythm
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.notices import FIRST_HOUR, LAST_HOUR
from perenne.rules.practice import USUAL

NO_ADDRESS = (
    "Votre organisme n’a pas d’adresse électronique : ajoutez-la d’abord dans sa fiche, puis "
    "revenez ici."
)


@transaction.atomic
def prefer(*, rhythm: Rhythm, hour: int, by: Actor) -> None:
    """For all the seats of the person. What is legal comes whatever they choose."""
    PREFERENCES.admit("notice.prefer", by)
    _refuse_a_quiet_hour(hour)
    row, is_new = Preference.objects.select_for_update(no_key=True).get_or_create(
        person_id=by.person_id or 0, defaults={"rhythm": rhythm.value, "hour": hour}
    )
    if not is_new:
        remember(row)
        row.rhythm, row.hour = rhythm.value, hour
        row.save(update_fields=["rhythm", "hour"])
    record("notice.prefer", row, by=by)


@transaction.atomic
def open_inbox(*, rhythm: Rhythm, hour: int, by: Actor) -> None:
    """Reminders of the organisation that one administers go to its own address; its people get
    theirs no more, but those who choose to."""
    organisation = BODIES.take("notice.open_inbox", by, by.organisation_id)
    _refuse_a_quiet_hour(hour)
    if not organisation.email:
        raise Refused(NO_ADDRESS)
    row, is_new = Inbox.objects.get_or_create(
        organisation=organisation, defaults={"rhythm": rhythm.value, "hour": hour}
    )
    if not is_new:
        remember(row)
        row.rhythm, row.hour = rhythm.value, hour
        row.save(update_fields=["rhythm", "hour"])
    record("notice.open_inbox", row, by=by)


@transaction.atomic
def close_inbox(*, by: Actor) -> None:
    organisation = BODIES.take("notice.close_inbox", by, by.organisation_id)
    row = Inbox.objects.filter(organisation=organisation).first()
    if row is None:
        raise Refused("Votre organisme ne reçoit pas de rappels à son adresse.")
    record("notice.close_inbox", row, by=by)
    row.delete()


def _refuse_a_quiet_hour(hour: int) -> None:
    first, last = USUAL.of(FIRST_HOUR), USUAL.of(LAST_HOUR)
    if not first <= hour < last:
        raise Refused(f"Choisissez une heure de {first} h à {last - 1} h.")
