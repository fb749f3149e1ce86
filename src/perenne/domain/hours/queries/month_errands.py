"""What waits for a company on its months: hours to declare, a correction asked by a facilitator."""

from datetime import date
from typing import Any

from django.db.models import Case, CharField, DateField, Value, When

from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.states import DISPUTED, OPEN
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.rules.deadlines import statement_due_on
from perenne.rules.french import month_in_full
from perenne.values import ErrandKind, add_months

HOURS = "Heures"
TO_DECLARE = ErrandKind("Déclarer les heures", HOURS, "hours:statement", "À déclarer au plus tard")
TO_CORRECT = ErrandKind("Corriger les heures", HOURS, "hours:statement", "")
MONTHS_BACK = 24
"""Older ones are told without their name and their day."""


def errands_in_months(actor: Actor, on: date) -> tuple[Source, ...]:
    """One for each month, whatever its number of contracts."""
    if actor.role not in CARRYING_OUT:
        return ()
    rows = SHEETS.rows("sheet.declare", actor)
    first = on.replace(day=1)
    months = [add_months(first, -back) for back in range(MONTHS_BACK)]
    named = Case(
        *(When(month=month, then=Value(month_in_full(month))) for month in months),
        default=Value("mois ancien"),
        output_field=CharField(),
    )
    due = Case(
        *(When(month=month, then=Value(statement_due_on(month))) for month in months),
        output_field=DateField(),
    )
    # A month that goes on is declared once it is over: it waits for nobody yet.
    ended = rows.filter(state=OPEN, month__lt=first)
    told: dict[str, Any] = {
        "key": "statement_id", "about": named, "contract": "commitment__contract_id",
        "facilitator": "facilitator_id",
    }  # fmt: skip
    return (
        source(ended, TO_DECLARE, who=Value(""), due=due, **told),
        source(
            rows.filter(state=DISPUTED),
            TO_CORRECT,
            who="facilitator__name",
            **told,
        ),
    )
