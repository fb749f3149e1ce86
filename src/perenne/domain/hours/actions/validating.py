"""The facilitator answers to what a company declared: they ask for a correction, or validate."""

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils.timezone import localdate

from perenne.domain.hours.actions.counting import count_at_home
from perenne.domain.hours.actions.discussing import write_message
from perenne.domain.hours.actions.refusing import told
from perenne.domain.hours.models import Sheet, Work
from perenne.domain.hours.policy import SHEETS
from perenne.domain.hours.queries.sheets import stamp_of
from perenne.domain.hours.states import SHEET_LIFE, SheetState
from perenne.kit.actors import Actor
from perenne.kit.journal.changes import remember
from perenne.kit.journal.writing import record
from perenne.kit.refusals import Refused
from perenne.rules.practice import USUAL, Practice

CHANGED = (
    "{} relevés sur {} ne sont plus à valider tels quels : ils ont été repris, déclarés à nouveau "
    "ou validés depuis que la page est ouverte. Rien n’est validé : relisez la liste, puis validez."
)
CHANGED_ONE = (
    "{} relevé sur {} n’est plus à valider tel quel : il a été repris, déclaré à nouveau ou validé "
    "depuis que la page est ouverte. Rien n’est validé : relisez la liste, puis validez."
)
NONE_CHOSEN = "Aucun relevé n’est coché : cochez ceux que vous validez."


@transaction.atomic
def dispute_sheet(*, sheet_id: int, reason: str, by: Actor) -> None:
    """The company reads what is to be corrected, and declares again."""
    sheet = SHEETS.take("sheet.dispute", by, sheet_id)
    sheet.state = SHEET_LIFE.after("sheet.dispute", SheetState(sheet.state))
    sheet.reason = reason.strip()[:1000]
    record("sheet.dispute", sheet, by=by, reason=reason)
    sheet.save()
    write_message(sheet, sheet.reason, by)


@transaction.atomic
def validate_sheets(
    *,
    sheet_ids: Collection[int],
    by: Actor,
    now: datetime,
    seen: Mapping[int, str] | None = None,
    practice: Practice = USUAL,
) -> int:
    """All of them or none; the minutes counted on their commitments. They never open again.

    `seen`: what each was when it was read (`stamp_of`): one declared again since is not validated.
    """
    if not sheet_ids:
        raise Refused(NONE_CHOSEN)
    sheets = _taken(set(sheet_ids), seen or {}, by)
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


def _taken(wanted: set[int], seen: Mapping[int, str], by: Actor) -> list[Sheet]:
    """By number, so that two who validate the same ones wait in the same order."""
    rows = SHEETS.rows("sheet.validate", by).select_for_update(of=("self",), no_key=True)
    sheets = list(rows.filter(pk__in=wanted).order_by("pk"))
    same = [it for it in sheets if seen.get(it.pk) in {None, stamp_of(it.declared_at)}]
    changed = len(wanted) - len(same)
    if changed:
        raise Refused((CHANGED if changed > 1 else CHANGED_ONE).format(changed, len(wanted)))
    for sheet in sheets:
        remember(sheet)
    return sheets
