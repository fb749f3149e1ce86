"""What a company reads of a validated month that was corrected, whose it is or who answers for it.

Told for a week: a digest says it once, whatever somebody prefers, and the account keeps it.
"""

from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Abs

from perenne.domain.hours.models import Work
from perenne.domain.hours.policy import COMMITMENTS, SHEETS
from perenne.domain.procurement.models import Party
from perenne.domain.procurement.policy import CARRYING_OUT
from perenne.domain.procurement.states import PartyRole
from perenne.kit.actors import Actor
from perenne.kit.days import midnight
from perenne.kit.errands import Source, source
from perenne.rules.notices import SPACING_DAYS
from perenne.rules.practice import USUAL
from perenne.values import ErrandKind

VERB, HOURS = "Lire la correction d’heures validées", "Heures"
OF_ONES_OWN = ErrandKind(VERB, HOURS, "hours:sheet", "", is_legal=True)
OF_ONES_CONTRACT = ErrandKind(VERB, HOURS, "hours:account", "", is_legal=True)


def errands_of_corrections(actor: Actor, on: date) -> tuple[Source, ...]:
    """The lead reads those of everybody under its contract: it answers for them to the buyer."""
    if actor.role not in CARRYING_OUT:
        return ()
    since = midnight(on - timedelta(USUAL.of(SPACING_DAYS) - 1))
    rows = Work.objects.filter(recorded_at__gte=since).filter(
        Q(corrects__isnull=False) | Q(moved_from__isnull=False)
    )
    own = Q(sheet__statement__organisation=actor.organisation_id)
    leads = Party.objects.filter(
        contract=OuterRef("sheet__commitment__contract"),
        role=PartyRole.LEAD,
        organisation=actor.organisation_id,
    )
    answered_for = rows.filter(
        ~own, Exists(leads), sheet__commitment__in=COMMITMENTS.rows("account.view", actor)
    )
    seen = rows.filter(own, sheet__in=SHEETS.rows("sheet.view", actor))
    return (
        _told(seen, OF_ONES_OWN, "sheet_id"),
        _told(answered_for, OF_ONES_CONTRACT, "sheet__commitment_id"),
    )


def _told(rows: "QuerySet[Work, Any]", kind: ErrandKind, key: str) -> Source:
    return source(
        rows,
        {kind.address: kind},
        code=Value(kind.address),
        key=key,
        about="sheet__commitment__contract__object",
        who="sheet__facilitator__name",
        minutes=Abs("minutes"),
        contract="sheet__commitment__contract_id",
        facilitator="sheet__facilitator_id",
    )
