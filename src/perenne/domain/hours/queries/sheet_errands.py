"""What waits for the facilitator on declared hours: months to validate, answers to read."""

from datetime import date

from django.db.models import (
    Count,
    DateField,
    ExpressionWrapper,
    F,
    Func,
    OuterRef,
    Subquery,
    Sum,
    TextField,
    Value,
    Window,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, TruncDate

from perenne.domain.hours.models import Work
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.sheets import COMPANY, LAST_WORD
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.rules.deadlines.spans import VALIDATION_DAYS
from perenne.rules.practice import USUAL
from perenne.values import ErrandKind

GROUP = "Heures"
TO_VALIDATE = ErrandKind("Valider les heures déclarées", GROUP, "hours:sheets", "Au plus tard")
TO_ANSWER = ErrandKind(
    "Lire la réponse de l’entreprise", GROUP, "hours:sheet", "Au plus tard", tail="#echanges"
)
MINUTES = Subquery(
    Work.objects.filter(sheet=OuterRef("pk"), corrects=None)
    .order_by()
    .values("sheet")
    .annotate(all=Sum("net_minutes"))
    .values("all")
)
HOW_MANY = Concat(
    Cast(Window(Count("pk")), TextField()), Value(" à lire"), output_field=TextField()
)


def errands_in_sheets(actor: Actor, on: date) -> tuple[Source, ...]:
    """All that is to validate is one errand: one act does it."""
    waiting = SHEETS.rows("sheet.validate", actor)
    answered = SHEETS.rows("sheet.settle", actor).annotate(last_word=LAST_WORD)
    due = _validated_by()
    return (
        source(
            waiting, TO_VALIDATE, key=Value(""), about=HOW_MANY, who=Value(""), due=due,
            minutes="declared_minutes",
        ),
        source(
            answered.exclude(last_word=None).exclude(last_word=F("facilitator_id")),
            TO_ANSWER, key="pk", about="commitment__contract__object", who=COMPANY, due=due,
            minutes=MINUTES,
        ),
    )  # fmt: skip


def _validated_by() -> Combinable:
    """The day by which it is answered, from the day of its declaration."""
    days = USUAL.of(VALIDATION_DAYS)
    day = Func(
        TruncDate("declared_at"), Value(days), arg_joiner=" + ", template="(%(expressions)s)"
    )
    return ExpressionWrapper(day, DateField())
