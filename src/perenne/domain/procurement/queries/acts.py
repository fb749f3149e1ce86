"""Which acts are somebody's now, on one row or on several: the buttons, in one query."""

from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, Case, Model, Q, Value, When

from perenne.kit.actors import Actor
from perenne.kit.policy import Policy, is_void


def acts_on(
    policy: Policy[Any], acts: Iterable[str], actor: Actor, rows: Iterable[int]
) -> dict[int, frozenset[str]]:
    """The acts among these that the policy grants on each row, by its id."""
    granted = {act: policy.grants[act](actor) for act in acts}
    open_acts = {act: rule for act, rule in granted.items() if not is_void(rule)}
    if not open_acts:
        return {pk: frozenset() for pk in rows}
    named = {f"may_{place}": act for place, act in enumerate(open_acts)}
    found = _marked(policy.model, rows, {name: open_acts[act] for name, act in named.items()})
    return {
        pk: frozenset(act for name, act in named.items() if marks[name])
        for pk, marks in found.items()
    }


def _marked(
    model: type[Model], rows: Iterable[int], marks: dict[str, Q]
) -> dict[int, dict[str, bool]]:
    asked = {
        name: Case(When(rule, then=Value(True)), default=Value(False), output_field=BooleanField())
        for name, rule in marks.items()
    }
    found = model._default_manager.filter(pk__in=list(rows)).annotate(**asked)
    return {row["pk"]: row for row in found.values("pk", *asked)}
