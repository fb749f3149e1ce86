"""Whose figures changed since they were folded: whoever reads takes these from the tables.

They are asked first, and given to the sentences that follow. What is folded meanwhile changes
nothing in what these find; whoever changes meanwhile is read as they were.
"""

from perenne.domain.assessments.models import Touched


def touched_persons() -> tuple[int, ...]:
    """By the number of the record that was kept. One query."""
    rows = Touched.objects.filter(person__isnull=False).order_by("person").distinct()
    return tuple(rows.values_list("person", flat=True))
