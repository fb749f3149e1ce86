"""Waves: who can help is asked, few at a time, on working days, until the hours are found."""

from contextlib import suppress
from datetime import date, datetime
from secrets import token_urlsafe

from django.db import transaction
from django.utils.timezone import localtime

from perenne.domain.organisations.queries.invitations import print_of
from perenne.domain.sourcing.actions.opening import lapse_opening, locked_opening
from perenne.domain.sourcing.models import Offer, Opening, Solicitation
from perenne.domain.sourcing.policy import OPENINGS, SOLICITATIONS
from perenne.domain.sourcing.queries.askable import askable_for
from perenne.domain.sourcing.queries.links import token_of
from perenne.domain.sourcing.queries.needs import covered_by, found_by
from perenne.domain.sourcing.states import PROPOSED, SOLICITATION_LIFE
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee
from perenne.rules.notices import may_leave
from perenne.rules.practice import USUAL, Practice
from perenne.rules.waves import FINAL, Need, Wave, answer_by, halt_on, lapses_on, next_wave
from perenne.rules.working_days import territory_of


def go_round(*, by: Actor, now: datetime) -> int:
    """Silences are noted, needs whose day is past are let go, waves that are due leave; how many
    were asked. Safe to run again; nothing happens out of working hours."""
    here = localtime(now)
    if not may_leave(here, territory_of(current_committee())):
        return 0
    note_silences(by=by, on=here.date())
    waiting = OPENINGS.rows("opening.send_wave", by).order_by("opened_at", "pk")
    asked = 0
    for opening_id, starts_on, ends_on in waiting.values_list("pk", "starts_on", "ends_on"):
        if here.date() >= lapses_on(starts_on, ends_on):
            with suppress(Refused):  # settled meanwhile
                lapse_opening(opening_id=opening_id, by=by, on=here.date())
        else:
            asked += send_wave(opening_id=opening_id, by=by, now=now)
    return asked


@transaction.atomic
def note_silences(*, by: Actor, on: date) -> int:
    """Those whose time is over; an answer that comes later is taken while the need is open."""
    late = SOLICITATIONS.rows("solicitation.lapse", by).filter(answer_by__lt=on)
    return late.update(state=SOLICITATION_LIFE.moves["solicitation.lapse"].target)


@transaction.atomic
def send_wave(*, opening_id: int, by: Actor, now: datetime, practice: Practice = USUAL) -> int:
    """How many were asked: none when it is too soon, when the offers are enough, when the need is
    over or when nobody is left. A second run of the same day asks nobody."""
    here = localtime(now)
    if not may_leave(here, territory_of(current_committee())):
        return 0
    opening = locked_opening(opening_id)
    if not OPENINGS.allows("opening.send_wave", by, opening_id):
        return 0
    wave = wave_for(opening, on=here.date(), practice=practice)
    if not wave.chosen:
        _note_exhausted(opening, wave, here.date())
        return 0
    _ask(opening, wave, here.date(), practice)
    if opening.exhausted_on is not None:
        opening.exhausted_on = None
        opening.save()
    record("opening.send_wave", opening, by=by, wave=wave.number, asked=len(wave.chosen))
    return len(wave.chosen)


def wave_for(opening: Opening, *, on: date, practice: Practice = USUAL) -> Wave:
    """What the rule says of the need as it stands."""
    need, found = found_by(opening.pk)
    waiting = Offer.objects.filter(solicitation__opening=opening, state=PROPOSED)
    last = opening.solicitations.order_by("-wave").values_list("wave", "asked_on").first()
    number, last_on = last or (0, None)
    standing = Need(
        key=opening.pk,
        needed=need.hours,
        offered=sum((covered_by(need, offer) for offer in waiting), found),
        waves=number,
        last_wave_on=last_on,
    )
    territory = territory_of(current_committee())
    halt = halt_on(standing, on=on, territory=territory, practice=practice)
    if halt is not None:
        return Wave(halt=halt)  # nobody is even looked for
    known = askable_for(opening, on=on)
    return next_wave(known, standing, on=on, territory=territory, practice=practice)


def _ask(opening: Opening, wave: Wave, on: date, practice: Practice) -> None:
    until = answer_by(on, territory=territory_of(current_committee()), practice=practice)
    rows = []
    for choice in wave.chosen:
        seed = token_urlsafe(32)
        rows.append(
            Solicitation(
                opening=opening,
                structure_id=choice.id,
                wave=wave.number,
                asked_on=on,
                answer_by=until,
                because=choice.because,
                seed=seed,
                token_print=print_of(token_of(seed)),
            )
        )
    for row in Solicitation.objects.bulk_create(rows):
        enqueue("sourcing.mail_question", solicitation_id=row.pk)


def _note_exhausted(opening: Opening, wave: Wave, on: date) -> None:
    if wave.halt in FINAL and opening.exhausted_on is None:
        opening.exhausted_on = on
        opening.save()
