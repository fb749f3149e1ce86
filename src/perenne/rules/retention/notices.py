"""Who is warned before a record is erased: those who could still need it or come back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from perenne.rules.french import in_full, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.retention.expiring import Holding, expires_on
from perenne.rules.retention.records import RecordKind
from perenne.rules.texts import CNIL_INACTIVE, GDPR_LIMITS

NOTICE_DAYS = parameter(
    "retention.notice",
    "Avertissement avant la fin de la conservation",
    30,
    between=(7, 90),
    unit="jours",
    source=CNIL_INACTIVE,
)
WARNED = frozenset(
    {
        RecordKind.PERSON_FILE,
        RecordKind.HOURS_STATEMENT,
        RecordKind.CONTRACT_FILE,
        RecordKind.PENALTY_FILE,
        RecordKind.PROGRAMME_CONTACT,
        RecordKind.ACCOUNT,
    }
)


@dataclass(frozen=True, slots=True)
class Notice:
    """What is said, and the last day on which something can still be done."""

    last: date
    reason: str


@cites(
    GDPR_LIMITS,
    CNIL_INACTIVE,
    says="Faut-il avertir ce jour de la fin de la conservation ?",
    confidence=Confidence.VARIES,
)
def due_for_notice(holding: Holding, day: date, practice: Practice = USUAL) -> Notice | None:
    """None out of the days of warning, and for what nobody is warned of."""
    last = expires_on(holding, practice).last
    if holding.kind not in WARNED or last is None:
        return None
    if not last - timedelta(practice.of(NOTICE_DAYS)) <= day <= last:
        return None
    return Notice(
        last,
        typeset(
            f"{holding.kind.label} : la conservation finit le {in_full(last)}. "
            "Reprenez contact ou exportez avant ce jour."
        ),
    )
