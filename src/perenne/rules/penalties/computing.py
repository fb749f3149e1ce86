"""The penalty that follows from the inputs, today and years later, to the same cent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.penalties import version_1
from perenne.rules.penalties.cautions import cautions
from perenne.rules.penalties.inputs import PenaltyInputs
from perenne.rules.penalties.outcome import Penalty, Reckoned
from perenne.rules.penalties.plain import from_plain
from perenne.rules.texts import CCAG_PENALTIES, PENALTIES_GUIDE, PRIVATE_PENALTY

ENGINES: Mapping[int, Callable[[PenaltyInputs], Reckoned]] = {1: version_1.reckon}


@cites(
    CCAG_PENALTIES,
    PENALTIES_GUIDE,
    PRIVATE_PENALTY,
    says="Quelle pénalité la clause prévoit-elle pour ce manquement ?",
    confidence=Confidence.SURE,
)
def compute(inputs: PenaltyInputs) -> Penalty:
    """By the version that the inputs name; LookupError, in French, when it is unknown."""
    engine = ENGINES.get(inputs.version)
    if engine is None:
        raise LookupError(
            typeset(f"La version {inputs.version} du calcul des pénalités n'existe pas.")
        )
    found = engine(inputs)
    return Penalty(
        amount=found.amount,
        gross=found.gross,
        missing=inputs.facts.missing,
        reasons=found.lines,
        articles=_articles(inputs),
        cautions=cautions(inputs, found),
        version=inputs.version,
    )


@cites(
    CCAG_PENALTIES,
    says="Quelle était cette pénalité, d’après ce qui en a été conservé ?",
    confidence=Confidence.SURE,
)
def recompute(plain: Mapping[str, Any]) -> Penalty:
    return compute(from_plain(plain))


def _articles(inputs: PenaltyInputs) -> tuple[str, ...]:
    """The article of the clause first, then the text that governs it."""
    tariff = inputs.tariff
    own = (typeset(tariff.article),) if tariff.article else ()
    law = PRIVATE_PENALTY if tariff.private else CCAG_PENALTIES
    governs = tariff.private or (tariff.under_ccag and tariff.row.in_hours)
    return (*own, str(law)) if governs else own
