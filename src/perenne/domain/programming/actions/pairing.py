"""A person says whether two lines are the same purchase; nothing computes it again."""

from dataclasses import astuple

from django.db import transaction

from perenne.domain.programming.actions.comparing import pairing
from perenne.domain.programming.models import Pairing
from perenne.domain.programming.policy import PAIRINGS
from perenne.domain.programming.queries.following import line_on
from perenne.domain.programming.states import Fate
from perenne.kit.actors import Actor
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.comparison import changes_between, likeness

ELSEWHERE = "Choisissez une ligne retirée et une ligne ajoutée de cette comparaison."


@transaction.atomic
def confirm_pairing(*, pairing_id: int, by: Actor) -> None:
    """The match that was proposed is right."""
    row = PAIRINGS.take("pairing.confirm", by, pairing_id)
    row.is_settled = True
    row.save(update_fields=["is_settled"])
    record("pairing.confirm", row, by=by)


@transaction.atomic
def separate_pairing(*, pairing_id: int, by: Actor) -> None:
    """They are two purchases: one was removed, the other added."""
    row = PAIRINGS.take("pairing.separate", by, pairing_id)
    after = row.after_id
    row.fate, row.after, row.is_settled = Fate.REMOVED, None, True
    row.points, row.sureness, row.reasons, row.changes = 0, "", [], []
    row.save()
    added = pairing(row.programme, None, after)
    added.is_settled = True
    added.save()
    record("pairing.separate", row, by=by)


@transaction.atomic
def join_pairings(*, pairing_id: int, other_id: int, by: Actor) -> int:
    """A line removed and a line added are the same purchase; the number of what tells of both."""
    first, second = sorted((pairing_id, other_id))  # two people at once never deadlock
    rows = [PAIRINGS.take("pairing.join", by, pk) for pk in (first, second)]
    removed = next((row for row in rows if row.fate == Fate.REMOVED), None)
    added = next((row for row in rows if row.fate == Fate.ADDED), None)
    if removed is None or added is None or removed.programme_id != added.programme_id:
        raise Refused(ELSEWHERE)
    return _join(removed, added, by)


def _join(removed: Pairing, added: Pairing, by: Actor) -> int:
    if removed.before is None or added.after is None:
        raise Refused(ELSEWHERE)
    before, after = line_on(removed.before), line_on(added.after)
    alike, changes = likeness(before, after), changes_between(before, after)
    added.delete()
    removed.after = added.after
    removed.fate = Fate.CHANGED if changes else Fate.KEPT
    removed.points, removed.reasons = alike.points, list(alike.reasons)
    removed.changes = [list(astuple(change)) for change in changes]
    removed.is_settled = True
    removed.save()
    record("pairing.join", removed, by=by)
    return removed.pk
