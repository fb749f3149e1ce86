"""The months of a commitment of which nothing is awaited any more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Exists, OuterRef

from perenne.domain.clauses.models import CommitmentShare
from perenne.domain.clauses.states import ACCEPTED
from perenne.domain.hours.models import Sheet
from perenne.domain.hours.states import VALIDATED


def complete_months(commitments: Iterable[int], *, since: date) -> Mapping[int, frozenset[date]]:
    """By commitment, from that month on: those of which each company that carries hours has
    declared its own, and all of them are validated. One query; their right is checked already.
    """
    sheets = Sheet.objects.filter(commitment=OuterRef("commitment"), month=OuterRef("month"))
    theirs = Sheet.objects.filter(
        commitment=OuterRef("commitment"),
        month=OuterRef(OuterRef("month")),
        statement__siret=OuterRef("party__siret"),
    )
    silent = CommitmentShare.objects.filter(
        ~Exists(theirs), commitment=OuterRef("commitment"), state=ACCEPTED
    )
    rows = Sheet.objects.filter(
        ~Exists(sheets.exclude(state=VALIDATED)),
        ~Exists(silent),
        commitment__in=list(commitments),
        month__gte=since,
    )
    found: dict[int, set[date]] = defaultdict(set)
    for commitment, month in rows.values_list("commitment", "month"):
        found[commitment].add(month)
    return {pk: frozenset(months) for pk, months in found.items()}
