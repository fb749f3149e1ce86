"""How somebody wants to be reminded, chosen by them or usual."""

from dataclasses import dataclass

from perenne.domain.notices.models import Inbox, Preference
from perenne.domain.notices.policy import BODIES, PREFERENCES
from perenne.domain.notices.states import DAILY, WEEKLY, Rhythm
from perenne.domain.organisations.models import Organisation, Seat
from perenne.kit.actors import Actor
from perenne.rules.notices import FIRST_HOUR
from perenne.rules.practice import USUAL


@dataclass(frozen=True, slots=True)
class PreferenceCard:
    """`is_own`: chosen by the person. `inbox`: the address that their organisation receives at,
    empty when it has no box; `inbox_offered`, the one that an administrator may open."""

    rhythm: Rhythm
    hour: int
    is_own: bool
    inbox: str
    inbox_offered: str
    may_choose_inbox: bool


def usual_rhythm(*, is_admin: bool, has_inbox: bool) -> Rhythm:
    """Of whoever chose nothing: an administrator each day, the others once a week, and nobody
    where the organisation has a box."""
    if has_inbox:
        return Rhythm.LEGAL
    return DAILY if is_admin else WEEKLY


def preference_of(actor: Actor) -> PreferenceCard:
    """Of the person, for the seat that they act from; four queries."""
    chosen = PREFERENCES.rows("notice.prefer", actor).first()
    here = actor.organisation_id or 0
    has_inbox = Inbox.objects.filter(organisation_id=here).exists()
    seat = Seat.objects.filter(person_id=actor.person_id or 0, organisation_id=here).first()
    address = Organisation.objects.filter(pk=here).values_list("email", flat=True).first() or ""
    is_admin = bool(seat and seat.is_admin)
    return PreferenceCard(
        rhythm=_rhythm(chosen, is_admin, has_inbox),
        hour=chosen.hour if chosen else USUAL.of(FIRST_HOUR),
        is_own=chosen is not None,
        inbox=address if has_inbox else "",
        inbox_offered=address,
        may_choose_inbox=BODIES.allows("notice.open_inbox", actor, here),
    )


def _rhythm(chosen: Preference | None, is_admin: bool, has_inbox: bool) -> Rhythm:
    if chosen:
        return Rhythm(chosen.rhythm)
    return usual_rhythm(is_admin=is_admin, has_inbox=has_inbox)
