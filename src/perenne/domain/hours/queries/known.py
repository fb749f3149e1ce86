"""What the ledger counted on a commitment on a past day: what was written later changes nothing.

Lines are added and never changed, each with its moment and its number. A document that names the
last line which it counted (`up_to`) is computed again to the minute, whoever wrote at the same
instant; a moment (`at`) answers for any other day, and for a whole list.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db.models import Sum

from perenne.domain.hours.models import Allocation
from perenne.values import Hours


def counted_as_known(commitments: Iterable[int], *, at: datetime) -> Mapping[int, Hours]:
    """By the number of the commitment; one query. For those whose right is checked already.

    A line is known from the moment at which its transaction began.
    """
    ids = list(commitments)
    rows = Allocation.objects.filter(commitment__in=ids, made_at__lte=at)
    sums = dict(rows.order_by().values_list("commitment").annotate(all=Sum("minutes", default=0)))
    return {pk: Hours(sums.get(pk, 0)) for pk in ids}


def counted_up_to(commitment_id: int, *, line: int) -> Hours:
    """With that line of the ledger and all before it."""
    rows = Allocation.objects.filter(commitment=commitment_id, pk__lte=line)
    return Hours(rows.aggregate(all=Sum("minutes", default=0))["all"])
