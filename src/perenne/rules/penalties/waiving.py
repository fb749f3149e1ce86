"""Whether a waiver is granted, and what remains due.

A waiver without all its evidence changes nothing. A volume is brought down to the minute, in
favour of the contractor. The buyer grants every waiver; the facilitator prepares it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from perenne.rules.french import listed, typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.penalties.inputs import NO_EUROS, NO_HOURS
from perenne.rules.penalties.waivers import WAIVERS, Effect, Evidence, WaiverGround
from perenne.rules.texts import AQUAREEL_2025, BAM_2021, BUYERS_REMISSION, CCAG_PENALTIES
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is asked for, and the evidence on file.

    `hours` are those without a solution, or the volume that replaces the one due; `executed`
    and `contract_amount` measure an interrupted contract; `waived` is a part of `penalty`.
    """

    ground: WaiverGround
    evidence: frozenset[Evidence]
    due: Hours = NO_HOURS
    validated: Hours = NO_HOURS
    hours: Hours = NO_HOURS
    executed: Euros = NO_EUROS
    contract_amount: Euros | None = None
    penalty: Euros = NO_EUROS
    waived: Euros = NO_EUROS

    def __post_init__(self) -> None:
        if min(self.due, self.validated, self.hours) < NO_HOURS:
            raise ValueError(typeset("Un nombre d'heures ne peut pas être négatif : corrigez-le."))
        if min(self.executed, self.penalty, self.waived) < NO_EUROS:
            raise ValueError(typeset("Un montant ne peut pas être négatif : corrigez-le."))
        if self.ground is WaiverGround.INTERRUPTED and not (
            self.contract_amount is not None and self.contract_amount > NO_EUROS
        ):
            raise ValueError(typeset("Indiquez le montant hors taxes du marché, avant l'arrêt."))


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """What the waiver leaves: hours due, hours exonerated, amount waived, and why."""

    due: Hours
    exonerated: Hours = NO_HOURS
    waived: Euros = NO_EUROS
    granted: bool = True
    reasons: tuple[str, ...] = ()


Relieving: TypeAlias = Callable[[Claim], Relief]


@cites(
    CCAG_PENALTIES,
    AQUAREEL_2025,
    BAM_2021,
    BUYERS_REMISSION,
    says="Cette exonération peut-elle être accordée, et que reste-t-il dû ?",
    confidence=Confidence.LIKELY,
)
def waive(claim: Claim) -> Relief:
    waiver = WAIVERS[claim.ground]
    lacking = [piece.label for piece in waiver.evidence if piece not in claim.evidence]
    if lacking:
        return Relief(
            due=claim.due,
            granted=False,
            reasons=_typeset(
                f"{waiver.label} : l'exonération ne peut pas être accordée. Ajoutez au dossier "
                f"{listed(lacking)}."
            ),
        )
    relief = RELIEVING[waiver.effect](claim)
    return replace(
        relief,
        reasons=_typeset(
            f"{waiver.label} : {waiver.effect.label}.",
            *relief.reasons,
            "L'acheteur l'accorde par écrit et garde les pièces au dossier.",
        ),
    )


def _exonerated(claim: Claim) -> Relief:
    lacking = max(NO_HOURS, claim.due - claim.validated)
    exonerated = min(claim.hours, lacking)
    return Relief(
        due=claim.due,
        exonerated=exonerated,
        reasons=(f"Heures exonérées : {exonerated}, sur {lacking} non réalisées.",),
    )


def _replaced(claim: Claim) -> Relief:
    due = min(claim.hours, claim.due)
    return Relief(due=due, reasons=(f"Volume dû : {due}, au lieu de {claim.due}.",))


def _pro_rata(claim: Claim) -> Relief:
    assert claim.contract_amount is not None
    executed = min(claim.executed, claim.contract_amount)
    due = Hours(claim.due.minutes * executed.cents // claim.contract_amount.cents)
    return Relief(
        due=due,
        reasons=(
            f"Montant exécuté : {executed} sur {claim.contract_amount}.",
            f"Volume dû : {due}, au lieu de {claim.due}.",
        ),
    )


def _remitted(claim: Claim) -> Relief:
    waived = min(claim.waived, claim.penalty)
    return Relief(
        due=claim.due,
        waived=waived,
        reasons=(f"Remise : {waived} ; reste dû : {claim.penalty - waived}.",),
    )


RELIEVING: Mapping[Effect, Relieving] = {
    Effect.HOURS_EXONERATED: _exonerated,
    Effect.DUE_REPLACED: _replaced,
    Effect.DUE_PRO_RATA: _pro_rata,
    Effect.AMOUNT_WAIVED: _remitted,
}


def _typeset(*sentences: str) -> tuple[str, ...]:
    return tuple(map(typeset, sentences))
