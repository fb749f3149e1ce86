"""The address of one’s calendar: given, changed, taken back."""

from secrets import token_urlsafe

from django.db import transaction

from perenne.domain.notices.models import AgendaLink
from perenne.domain.notices.policy import AGENDAS
from perenne.domain.notices.queries.agenda import token_of
from perenne.domain.organisations.queries.invitations import print_of
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused


@transaction.atomic
def open_agenda(*, by: Actor) -> None:
    """A new address; the one before opens nothing any more."""
    AGENDAS.admit("agenda.open", by)
    seed = token_urlsafe(32)
    row, _is_new = AgendaLink.objects.update_or_create(
        person_id=by.person_id or 0,
        defaults={"seed": seed, "token_print": print_of(token_of(seed))},
    )
    record("agenda.open", row, by=by)


@transaction.atomic
def close_agenda(*, by: Actor) -> None:
    row = AGENDAS.rows("agenda.close", by).first()
    if row is None:
        raise Refused("Votre agenda n’a pas d’adresse : il n’y a rien à retirer.")
    record("agenda.close", row, by=by)
    row.delete()
