"""What the buyer must know before deciding: debated caps, the judge, an exemption that falls.

They change no amount: the caps of the CCAG bear on penalties for delay, and whether they reach
those of insertion is disputed, so a cap is applied only when the clause writes it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.penalties.inputs import PenaltyInputs
from perenne.rules.penalties.outcome import Reckoned
from perenne.rules.texts import CCAG_CAP, CCAG_EXEMPTION, PRIVATE_PENALTY, PUTEAUX
from perenne.values import Euros, Share

CCAG_DAY = date(2021, 4, 1)
DELAY_CAP = Dated(
    {CCAG_DAY: Share.percent(10)},
    CCAG_CAP,
    meaning="Plafond des pénalités de retard, en part du montant hors taxes du marché",
)
DELAY_EXEMPTION = Dated(
    {CCAG_DAY: Euros.of(1_000)},
    CCAG_EXEMPTION,
    Confidence.LIKELY,
    meaning="Total hors taxes des pénalités de retard qui n’est pas réclamé",
)

Caution: TypeAlias = Callable[[PenaltyInputs, Reckoned], str]


@cites(
    CCAG_CAP,
    CCAG_EXEMPTION,
    PRIVATE_PENALTY,
    PUTEAUX,
    says="Que doit savoir l’acheteur avant de décider d’une pénalité ?",
    confidence=Confidence.LIKELY,
)
def cautions(inputs: PenaltyInputs, found: Reckoned) -> tuple[str, ...]:
    told = (caution(inputs, found) for caution in CAUTIONS)
    return tuple(typeset(sentence) for sentence in told if sentence)


def _private(inputs: PenaltyInputs, found: Reckoned) -> str:
    if not (inputs.tariff.private and found.amount):
        return ""
    return (
        "Contrat privé : cette pénalité est une clause pénale. Le juge peut, même d'office, la "
        "réduire si elle est manifestement excessive (Code civil, article 1231-5)."
    )


def _above_the_cap(inputs: PenaltyInputs, found: Reckoned) -> str:
    if not _exceeds(inputs, found):
        return ""
    share = DELAY_CAP.latest
    if inputs.tariff.under_ccag and inputs.tariff.cap is None:
        return (
            f"La pénalité et celles qui la précèdent dépassent {share} du montant du marché. Le "
            "CCAG plafonne les pénalités de retard à cette part ; qu'il s'applique à l'insertion "
            "est discuté : l'acheteur tranche et le motive."
        )
    return (
        f"La pénalité et celles qui la précèdent dépassent {share} du montant du marché : le juge "
        "peut la réduire si elle est manifestement excessive. Motivez le montant."
    )


def _exceeds(inputs: PenaltyInputs, found: Reckoned) -> bool:
    """Whether the total goes beyond the share that the CCAG of 2021 gives to delay."""
    amount = inputs.facts.contract_amount
    if amount is None or inputs.tariff.private:
        return False
    total = found.amount + inputs.facts.earlier
    return total.cents * 10_000 > amount.cents * DELAY_CAP.latest.basis_points


def _small(inputs: PenaltyInputs, found: Reckoned) -> str:
    tariff, total = inputs.tariff, found.amount + inputs.facts.earlier
    if not (found.amount and tariff.under_ccag and tariff.exempt_up_to is None):
        return ""
    if total > DELAY_EXEMPTION.latest:
        return ""
    return (
        f"Le total des pénalités ne dépasse pas {DELAY_EXEMPTION.latest} : le CCAG en exonère le "
        "titulaire en cas de retard ; qu'il s'applique à l'insertion est discuté : l'acheteur "
        "tranche et le motive."
    )


def _revived(inputs: PenaltyInputs, found: Reckoned) -> str:
    exempt, earlier = inputs.tariff.exempt_up_to, inputs.facts.earlier
    if exempt is None or not (found.amount and earlier) or earlier > exempt:
        return ""
    return (
        f"Le total dépasse {exempt} : les pénalités antérieures ({earlier}), exonérées jusque-là, "
        "deviennent exigibles. Reprenez-les dans la décision."
    )


CAUTIONS: tuple[Caution, ...] = (_private, _above_the_cap, _small, _revived)
