"""The only way in."""

import json
import re
from collections.abc import Mapping

from django.db import connection
from django.db.models import Model

from perenne.kit.actors import Actor
from perenne.kit.journal.acts import sensitive_acts
from perenne.kit.journal.changes import changes_of, plain, remember
from perenne.kit.journal.correlation import correlation
from perenne.kit.journal.models import SAID, Entry
from perenne.kit.refusals import Refused

WITHOUT_REASON = "Dites pourquoi, en cinq caractères au moins : le motif reste dans l’historique."
HAS_REASON = re.compile(SAID)


def record(act: str, subject: Model, *, by: Actor, reason: str = "", **facts: object) -> None:
    """One line for one act on one row: who, what, what changed, and why where it is sensitive.

    What changed is computed from the row as `Policy.take` found it, or from nothing when the
    row is new: `facts` says only what no column keeps, and holds no personal value.
    """
    why = reason.strip()
    if act in sensitive_acts() and not HAS_REASON.search(why):
        raise Refused(WITHOUT_REASON)
    changes = {
        name: pair for name, pair in changes_of(subject).items() if not why or pair[1:] != [why]
    }
    add_row(
        Entry,
        {
            "act": act,
            "subject_type": subject._meta.label_lower,
            "subject_id": str(subject.pk),
            **named(by),
            "reason": why,
            "facts": json.dumps(plain(facts), ensure_ascii=False),
            "changes": json.dumps(changes, ensure_ascii=False),
        },
    )
    remember(subject)  # what was said once is not said again by the next act on the same row


def named(by: Actor) -> dict[str, str | int | None]:
    """Who acts, where they sit, and in the course of what."""
    return {
        "person_id": by.person_id,
        "organisation_id": by.organisation_id,
        "role": by.role.value,
        "correlation": correlation(),
    }


def add_row(model: type[Model], values: Mapping[str, str | int | None]) -> None:
    """Names no other column: those that the database fills are closed to the application."""
    columns, places = ", ".join(values), ", ".join(["%s"] * len(values))
    order = f"INSERT INTO {model._meta.db_table} ({columns}) VALUES ({places})"  # noqa: S608 - our names
    with connection.cursor() as cursor:
        cursor.execute(order, list(values.values()))
