"""A person leaves; her situation is asked again three, six and twelve months later."""

from datetime import date

from django.db import transaction

from perenne.domain.participants.models import Exit, FollowUp, Situation
from perenne.domain.participants.policy import EXITS, PARTICIPANTS
from perenne.domain.participants.queries.persons import records_of
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.deadlines import news_to_ask

TO_COME = "Le jour de la sortie est à venir : notez-la quand elle a eu lieu."
TWICE = "Cette sortie est déjà notée à ce jour : donnez plutôt des nouvelles."
NOTHING_DUE = (
    "Aucune nouvelle n’est à donner aujourd’hui pour cette sortie : elle est trop récente, trop "
    "ancienne, ou les nouvelles sont déjà notées."
)


@transaction.atomic
def note_exit(
    *, participant_id: int, left_on: date, situation: Situation, by: Actor, today: date
) -> int:
    """Her situation on the day she left; the id of the exit."""
    person = PARTICIPANTS.take("participant.note_exit", by, participant_id)
    if left_on > today:
        raise Refused(TO_COME)
    if Exit.objects.filter(participant__in=records_of(person.pk), left_on=left_on).exists():
        raise Refused(TWICE)
    left = Exit.objects.create(participant=person, left_on=left_on, situation=situation)
    record("participant.note_exit", person, by=by)
    return left.pk


@transaction.atomic
def give_news(*, exit_id: int, situation: Situation, by: Actor, today: date) -> None:
    """For the months that the rule asks about that day, once."""
    left = EXITS.take("exit.give_news", by, exit_id)
    given = set(left.follow_ups.values_list("months", flat=True))
    due = news_to_ask(left.left_on, given, on=today)
    if due is None:
        raise Refused(NOTHING_DUE)
    FollowUp.objects.create(exit=left, months=due.months, asked_on=today, situation=situation)
    record("exit.give_news", left, by=by, months=due.months)
