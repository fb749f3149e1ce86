"""Which acts are somebody's now, on one row or on several: the buttons, in one query."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.db.models import BooleanField, Case, Value, When

from perenne.kit.actors import Actor
from perenne.kit.policy import Policy, is_void


def acts_on(
    policy: Policy[Any], acts: Iterable[str], actor: Actor, rows: Iterable[int]
) -> dict[int, frozenset[str]]:
    """The acts among these that the policy grants on each row, by its id."""
    marks = marks_of(policy, acts, actor)
    if not marks:
        return {pk: frozenset() for pk in rows}
    found = policy.model._default_manager.filter(pk__in=list(rows)).annotate(**dict(marks.values()))
    told = found.values("pk", *(name for name, _ in marks.values()))
    return {row["pk"]: acts_in(row, marks) for row in told}


def marks_of(policy: Policy[Any], acts: Iterable[str], actor: Actor) -> dict[str, tuple[str, Case]]:
    """By act, the name and the expression of a mark to annotate rows with; nobody’s left out."""
    granted = {act: policy.grants[act](actor) for act in acts}
    open_acts = [(act, rule) for act, rule in granted.items() if not is_void(rule)]
    return {
        act: (
            f"may_{place}",
            Case(When(rule, then=Value(True)), default=Value(False), output_field=BooleanField()),
        )
        for place, (act, rule) in enumerate(open_acts)
    }


def acts_in(row: Mapping[str, Any], marks: Mapping[str, tuple[str, Case]]) -> frozenset[str]:
    """Those whose mark is on this row."""
    return frozenset(act for act, (name, _) in marks.items() if row[name])
