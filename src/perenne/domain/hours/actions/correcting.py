"""A validated month was wrong: a line compensates, after what was counted too much is taken back.

Locks in the order of the house: the sheet, the person, the commitment that the hours were worked
for, then the work.
"""

from datetime import date

from django.db import transaction

from perenne.domain.hours.actions.counting import count_at_home, lock_commitments, lock_people
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Allocation, Balance, Sheet, Work
from perenne.domain.hours.policy import WORKS
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import WITHOUT_REASON, record
from perenne.kit.refusals import Refused
from perenne.rules.practice import USUAL, Practice

NEGATIVE = "Une durée ne descend pas sous zéro : indiquez la durée réellement travaillée."
SAME = "C’est la durée déjà retenue : indiquez celle qui est juste."
SHORTEST = 5  # signs, as the journal asks of any reason


@transaction.atomic
def correct_work(
    *,
    work_id: int,
    minutes: int,
    reason: str,
    by: Actor,
    on: date,
    practice: Practice = USUAL,
) -> None:
    """`minutes`: what was really worked, in place of what the line makes today."""
    work = _taken(work_id, by)
    why = reason.strip()[:500]
    if len(why) < SHORTEST:
        raise Refused(WITHOUT_REASON)
    before = work.net_minutes
    if minutes < 0:
        raise Refused(NEGATIVE)
    if minutes == before:
        raise Refused(SAME)
    remember(work.sheet)
    with told():
        taken_back = take_back(work, work.allocated_minutes - minutes, why)
        Work.objects.create(
            sheet_id=work.sheet_id,
            hiring_id=work.hiring_id,
            participant_id=work.participant_id,
            month=work.month,
            kind=work.kind,
            corrects=work,
            minutes=minutes - before,
            reason=why,
        )
        if minutes > before:
            count_at_home([work.sheet_id], on=on, practice=practice)
    facts = {"before": before, "after": minutes, "taken_back": taken_back}
    record("work.correct", work.sheet, by=by, reason=why, **facts)


def _taken(work_id: int, by: Actor) -> Work:
    """Read once all is locked: a plan may have counted it meanwhile."""
    seen = WORKS.rows("work.correct", by).filter(pk=work_id)
    list(Sheet.objects.select_for_update(no_key=True).filter(pk__in=seen.values("sheet")))
    lock_people(set(seen.values_list("participant", flat=True)))
    lock_commitments(seen.values_list("sheet__commitment_id", flat=True))
    return WORKS.take("work.correct", by, work_id)


def take_back(work: Work, too_many: int, why: str) -> int:
    """What is counted elsewhere goes first: a commitment keeps the hours worked for it."""
    home = work.sheet.commitment_id
    balances = Balance.objects.filter(work=work, minutes__gt=0).order_by("pk")
    taken = 0
    for balance in sorted(balances, key=lambda it: it.commitment_id == home):
        minutes = min(balance.minutes, too_many - taken)
        if minutes > 0:
            Allocation.objects.create(
                work=work, commitment_id=balance.commitment_id, minutes=-minutes, reason=why
            )
            taken += minutes
    return taken
