"""A need is opened under a commitment, and comes to an end: filled, closed, or let go.

The need is locked before what was asked and answered about it, by every writer: those of one need
wait for each other, and none waits in a circle.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from perenne.domain.sourcing.models import Candidate, Offer, Opening, Solicitation
from perenne.domain.sourcing.policy import COMMITMENTS, OPENINGS
from perenne.domain.sourcing.queries.needs import found_by
from perenne.domain.sourcing.queries.starting import parties_of
from perenne.domain.sourcing.states import (
    CANDIDATE_LIFE,
    FILLED,
    OFFER_LIFE,
    OFFERED,
    OPEN,
    OPENING_LIFE,
    PRESENTED,
    PROPOSED,
    SOLICITATION_LIFE,
    UNANSWERED,
    OpeningState,
)
from perenne.domain.territories.models import Commune
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee
from perenne.rules.notices import opens_at
from perenne.rules.segments import TRADES
from perenne.rules.waves import last_day
from perenne.rules.working_days import territory_of
from perenne.values import Hours

CONTACT = re.compile(r"\S@\S|(?:\d[ .\-/]?){9}")
"""An address, a telephone, a number of somebody."""
NO_CONTACT = (
    "N’écrivez ni adresse ni téléphone : ce texte est public, et les réponses vous parviennent ici."
)
SHORTEST = 5  # signs, as the journal asks of any reason
FOUND = "Le besoin est pourvu par d’autres réponses."
OVER = "Le besoin n’est plus d’actualité."


@dataclass(frozen=True, slots=True)
class NeedFacts:
    """`weekly`: of each person. `ends_on` None: the time that the hours take. `commune`: its INSEE
    code. `party_id` None: the only company that one may name."""

    trade: str
    job_title: str
    persons: int
    hours: Hours
    weekly: Hours
    starts_on: date
    commune: str
    ends_on: date | None = None
    rome: str = ""
    wish: str = ""
    party_id: int | None = None


@transaction.atomic
def open_opening(
    *, commitment_id: int, facts: NeedFacts, by: Actor, on: date, now: datetime
) -> int:
    """The id of the need. Its first wave leaves at once, or when the next working day begins."""
    commitment = COMMITMENTS.take("opening.open", by, commitment_id)
    parties = list(parties_of(commitment, by).values_list("pk", flat=True))
    party_id = parties[0] if facts.party_id is None and len(parties) == 1 else facts.party_id
    if party_id is None or party_id not in parties:
        raise Refused("Choisissez pour quelle entreprise du marché les personnes travailleront.")
    _check(facts, on)
    territory = territory_of(current_committee())
    opening = Opening(
        commitment=commitment,
        party_id=party_id,
        facilitator_id=commitment.contract.facilitator_id,
        trade=facts.trade,
        job_title=facts.job_title.strip(),
        rome=facts.rome,
        persons=facts.persons,
        minutes=facts.hours.minutes,
        minutes_per_week=facts.weekly.minutes,
        starts_on=facts.starts_on,
        ends_on=facts.ends_on
        or last_day(
            facts.starts_on,
            facts.hours,
            persons=facts.persons,
            per_week=facts.weekly,
            territory=territory,
        ),
        commune_id=facts.commune,
        wish=facts.wish.strip(),
        opened_on=on,
    )
    opening.save()
    record("opening.open", opening, by=by)
    leaves_at = opens_at(localtime(now), territory)
    enqueue("sourcing.send_wave", at=leaves_at, opening_id=opening.pk)
    return opening.pk


@transaction.atomic
def close_opening(*, opening_id: int, reason: str, by: Actor, on: date) -> None:
    """Nobody is needed any more; those who were asked are told why."""
    opening = OPENINGS.take("opening.close", by, opening_id)
    opening.reason = reason.strip()[:500]
    if len(opening.reason) < SHORTEST:
        raise Refused("Dites pourquoi, en cinq caractères au moins : qui fut sollicité le lira.")
    end("opening.close", opening, by=by, on=on)


@transaction.atomic
def fill_opening(*, opening_id: int, by: Actor, on: date) -> None:
    """Who is needed was found, here or elsewhere; the others are told."""
    end("opening.fill", OPENINGS.take("opening.fill", by, opening_id), by=by, on=on)


@transaction.atomic
def lapse_opening(*, opening_id: int, by: Actor, on: date) -> None:
    """Its day went by without anybody."""
    end("opening.lapse", OPENINGS.take("opening.lapse", by, opening_id), by=by, on=on)


def locked_opening(opening_id: int) -> Opening:
    """Before anything of it is read: what others did meanwhile is then known."""
    rows = Opening.objects.select_for_update(of=("self",), no_key=True)
    opening = rows.select_related("party", "commune").get(pk=opening_id)
    remember(opening)
    return opening


def fill_when_found(opening: Opening, *, by: Actor, on: date) -> bool:
    """Whether that was the last of its hours: it is then filled, and all the others are told."""
    need, found = found_by(opening.pk)
    if opening.state != OPEN or found < need.hours:
        return False
    end("opening.fill", opening, by=by, on=on)
    return True


def end(act: str, opening: Opening, *, by: Actor, on: date) -> None:
    """Whoever was asked and did not answer need not; offers that wait are left, and told so.

    Persons proposed for a need that is filled wait for their own answer; else they are left too.
    """
    opening.state = OPENING_LIFE.after(act, OpeningState(opening.state))
    opening.ended_on = on
    record(act, opening, by=by, reason=opening.reason)
    opening.save()
    why = FOUND if opening.state == FILLED else opening.reason or OVER
    theirs = Solicitation.objects.filter(opening=opening)
    told = [
        *theirs.filter(state__in=UNANSWERED).values_list("pk", flat=True),
        *theirs.filter(state=OFFERED, offer__state=PROPOSED).values_list("pk", flat=True),
    ]
    theirs.filter(state__in=UNANSWERED).update(
        state=SOLICITATION_LIFE.moves["solicitation.close"].target
    )
    Offer.objects.filter(solicitation__opening=opening, state=PROPOSED).update(
        state=OFFER_LIFE.moves["offer.leave"].target, reason=why, settled_on=on
    )
    for solicitation_id in told:
        enqueue("sourcing.tell_over", solicitation_id=solicitation_id)
    if opening.state != FILLED:
        _leave_candidates(opening, why, on)


def _leave_candidates(opening: Opening, why: str, on: date) -> None:
    waiting = Candidate.objects.filter(opening=opening, state=PRESENTED)
    told = list(waiting.values_list("pk", flat=True))
    waiting.update(state=CANDIDATE_LIFE.moves["candidate.leave"].target, reason=why, settled_on=on)
    for candidate_id in told:
        enqueue("sourcing.tell_candidate", candidate_id=candidate_id)


def _check(facts: NeedFacts, on: date) -> None:
    if facts.trade not in {one.code for one in TRADES}:
        raise Refused("Choisissez un métier de la liste : il dit à qui demander.")
    if not facts.job_title.strip():
        raise Refused("Indiquez le poste.")
    if not 1 <= facts.persons <= 999 or facts.hours <= Hours(0):
        raise Refused("Indiquez combien de personnes, et combien d’heures en tout.")
    if not 60 <= facts.weekly.minutes <= 48 * 60:
        raise Refused("Indiquez une durée par semaine d’une heure au moins et de 48 h au plus.")
    _check_days(facts, on)
    if CONTACT.search(facts.wish):
        raise Refused(NO_CONTACT)
    if not Commune.objects.filter(pk=facts.commune).exists():
        raise Refused("Cette commune n’est pas connue : choisissez-en une de la liste.")


def _check_days(facts: NeedFacts, on: date) -> None:
    if facts.starts_on < on:
        raise Refused("Le premier jour est passé : indiquez une date à venir.")
    if facts.ends_on is not None and facts.ends_on < facts.starts_on:
        raise Refused("Le travail finit avant de commencer : corrigez l’une des deux dates.")
