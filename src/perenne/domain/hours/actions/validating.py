"""The facilitator answers to what a company declared: they ask for a correction, or validate."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate

from perenne.domain.hours.actions.counting import count_at_home
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Sheet, Work
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.states import SHEET_LIFE, SheetState
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.practice import USUAL, Practice

CHANGED = (
    "{} relevés sur {} ne sont plus à valider : ils ont été repris ou validés depuis que la page "
    "est ouverte. Rechargez-la."
)


@transaction.atomic
def dispute_sheet(*, sheet_id: int, reason: str, by: Actor) -> None:
    """The company reads what is to be corrected, and declares again."""
    sheet = SHEETS.take("sheet.dispute", by, sheet_id)
    sheet.state = SHEET_LIFE.after("sheet.dispute", SheetState(sheet.state))
    sheet.reason = reason.strip()[:1000]
    record("sheet.dispute", sheet, by=by, reason=reason)
    sheet.save()


@transaction.atomic
def validate_sheets(
    *, sheet_ids: Collection[int], by: Actor, now: datetime, practice: Practice = USUAL
) -> int:
    """All of them or none; the minutes counted on their commitments. They never open again."""
    sheets = _taken(set(sheet_ids), by)
    for sheet in sheets:
        sheet.state = SHEET_LIFE.after("sheet.validate", SheetState(sheet.state))
        sheet.validated_at = now
    Sheet.objects.bulk_update(sheets, ["state", "validated_at"])
    with told():
        counted = count_at_home([it.pk for it in sheets], on=localdate(now), practice=practice)
    declared = dict(
        Work.objects.filter(sheet__in=sheets).values_list("sheet").annotate(all=Sum("minutes"))
    )
    for sheet in sheets:
        facts = {"minutes": declared.get(sheet.pk, 0), "counted": counted.get(sheet.pk, 0)}
        record("sheet.validate", sheet, by=by, **facts)
    return sum(counted.values())


def _taken(wanted: set[int], by: Actor) -> list[Sheet]:
    """By number, so that two who validate the same ones wait in the same order."""
    rows = SHEETS.rows("sheet.validate", by).select_for_update(of=("self",), no_key=True)
    sheets = list(rows.filter(pk__in=wanted).order_by("pk"))
    if len(sheets) < len(wanted):
        raise Refused(CHANGED.format(len(wanted) - len(sheets), len(wanted)))
    for sheet in sheets:
        remember(sheet)
    return sheets
