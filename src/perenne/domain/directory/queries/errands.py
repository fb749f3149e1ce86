"""What waits for a structure in the directory: to say again what it can give."""

from datetime import date, timedelta

from django.db.models import DateField, ExpressionWrapper, F, Value
from django.db.models.functions import Cast

from perenne.domain.directory.policy import DESCRIBED, STRUCTURES
from perenne.kit.actors import Actor
from perenne.kit.errands import Source, source
from perenne.rules.directory import STALE_DAYS
from perenne.rules.practice import USUAL, Practice
from perenne.values import ErrandKind

TO_CONFIRM = ErrandKind(
    "Mettre à jour mon offre, ou dire que rien n’a changé", "Annuaire", "directory:own", "À dire le"
)


def errands_in_directory(actor: Actor, on: date, practice: Practice = USUAL) -> tuple[Source, ...]:
    """One for whoever acts for the structure, once its last word is stale."""
    if actor.role not in DESCRIBED:
        return ()
    days = timedelta(days=practice.of(STALE_DAYS))
    stale = STRUCTURES.rows("structure.describe", actor).filter(said_on__lt=on - days)
    due = ExpressionWrapper(F("said_on") + Value(days), DateField())
    return (
        source(
            stale,
            TO_CONFIRM,
            key=Value(""),
            about="name",
            who=Value(""),
            due=Cast(due, DateField()),
        ),
    )
