"""A programme is numbered among those of its buyer, and compared with the one before."""

import re
from collections import Counter
from dataclasses import astuple
from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from perenne.domain.organisations.models import Organisation
from perenne.domain.programming.models import Pairing, PlannedPurchase, Programme
from perenne.domain.programming.policy import PROGRAMMES
from perenne.domain.programming.queries.following import line_on
from perenne.domain.programming.states import Fate
from perenne.kit.actors import Actor
from perenne.kit.jobs import enqueue
from perenne.kit.journal.writing import record
from perenne.kit.refusals import NotFound, Refused
from perenne.rules.comparison import Change, Likeness, PlannedLine, compare

YEAR = re.compile(r"\b20\d\d\b")
MOST_LINES_AT_ONCE = 1_200
"""Above, in both programmes together, the comparison is a job."""


def number_version(programme: Programme) -> None:
    """Its year, its version in that year, what it is compared with; the caller saves them."""
    buyer = Organisation.objects.select_for_update(no_key=True).get(pk=programme.buyer_id or 0)
    programme.year = _year_of(programme)
    sent = Programme.objects.filter(buyer=buyer, version__gt=0).exclude(pk=programme.pk)
    earlier = sent.filter(year__lte=programme.year).order_by("-year", "-version").first()
    same = earlier is not None and earlier.year == programme.year
    programme.version = earlier.version + 1 if earlier is not None and same else 1
    programme.previous = earlier


def compare_soon(programme: Programme, *, by: Actor, today: date) -> None:
    """At once when both are short; else by a job."""
    if programme.previous_id is None:
        return
    both = Q(programme=programme) | Q(programme_id=programme.previous_id)
    if PlannedPurchase.objects.filter(both).count() > MOST_LINES_AT_ONCE:
        enqueue("programming.compare_programme", programme_id=str(programme.pk))
    else:
        compare_programme(programme_id=programme.pk, by=by, today=today)


@transaction.atomic
def compare_programme(*, programme_id: UUID, by: Actor, today: date) -> None:
    """Line against line with its previous one; what somebody settled stays as they said."""
    programme = PROGRAMMES.take("programme.compare", by, programme_id)
    _compare(programme, today)
    record("programme.compare", programme, by=by)


@transaction.atomic
def link_programme(*, programme_id: UUID, previous_id: UUID, by: Actor, today: date) -> None:
    """Compare with another programme of the same buyer."""
    programme = PROGRAMMES.take("programme.compare", by, programme_id)
    others = PROGRAMMES.rows("programme.view", by).filter(buyer=programme.buyer_id, version__gt=0)
    previous = others.filter(pk=previous_id).first()
    if previous is None:
        raise NotFound(previous_id)
    if _order(previous) >= _order(programme):
        raise Refused("Choisissez une programmation plus ancienne que celle-ci.")
    if previous.pk != programme.previous_id:
        programme.previous = previous
        Pairing.objects.filter(programme=programme).delete()
    _compare(programme, today)
    record("programme.compare", programme, by=by)


def _compare(programme: Programme, today: date) -> None:
    """The row is locked: two comparisons of the same programme follow one another."""
    said = Pairing.objects.filter(programme=programme)
    said.filter(is_settled=False).delete()
    settled = list(said.values_list("before_id", "after_id"))
    before = _lines(programme.previous_id, {old for old, _ in settled})
    after = _lines(programme.pk, {new for _, new in settled})
    found = compare(before, after)
    rows = [
        pairing(programme, pair.before.key, pair.after.key, pair.likeness, pair.changes)
        for pair in found.pairs
    ]
    rows += [pairing(programme, line.key, None) for line in found.removed]
    rows += [pairing(programme, None, line.key) for line in found.added]
    Pairing.objects.bulk_create(rows, batch_size=500)
    programme.compared_on = today
    programme.save(update_fields=["compared_on", "previous"])


def pairing(
    programme: Programme,
    before: int | None,
    after: int | None,
    alike: Likeness | None = None,
    changes: tuple[Change, ...] = (),
) -> Pairing:
    """The row, not saved yet."""
    row = Pairing(programme=programme, before_id=before, after_id=after)
    if alike is None:
        row.fate = Fate.ADDED if before is None else Fate.REMOVED
        return row
    row.fate = Fate.CHANGED if changes else Fate.KEPT
    row.points, row.sureness = alike.points, alike.sureness or ""
    row.reasons, row.changes = list(alike.reasons), [list(astuple(it)) for it in changes]
    return row


def _lines(programme_id: UUID | None, but: set[int | None]) -> list[PlannedLine]:
    if programme_id is None:
        return []
    rows = PlannedPurchase.objects.filter(programme_id=programme_id).order_by("pk")
    return [line_on(row) for row in rows if row.pk not in but]


def _year_of(programme: Programme) -> int:
    """Said by the title, else by most of the launches, else the year after it came."""
    said = YEAR.findall(programme.title)
    if said:
        return int(min(said))
    launches = programme.purchases.exclude(launch_on=None).values_list("launch_on__year", flat=True)
    years: Counter[int] = Counter(launches.order_by())
    if years:
        return max(sorted(years), key=years.__getitem__)
    return programme.received_on.year + 1


def _order(programme: Programme) -> tuple[int, int]:
    return programme.year or 0, programme.version
