"""A part of the volume entrusted to a subcontractor: under which conditions, and who answers."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, cites
from perenne.rules.needs import ContractKind
from perenne.rules.texts import AQUAREEL_2025_CONSORTIUM, SUBCONTRACTING
from perenne.values import Hours


@dataclass(frozen=True, slots=True)
class EntrustedPart:
    """`is_agreed`: the facilitator has agreed the part in writing. `is_accepted`: the buyer has
    accepted the subcontractor and its terms of payment. `has_works`: the supplies come with
    services, laying or installation.
    """

    part: Hours
    kind: ContractKind
    is_agreed: bool = False
    is_accepted: bool = False
    has_works: bool = False


@dataclass(frozen=True, slots=True)
class Entrusting:
    """`answered_for`: what the contractor still owes the buyer, whoever does the hours."""

    is_allowed: bool
    answered_for: Hours
    reasons: tuple[str, ...]


@cites(
    AQUAREEL_2025_CONSORTIUM,
    SUBCONTRACTING,
    says="Le titulaire peut-il confier une partie des heures à un sous-traitant ?",
    confidence=Confidence.LIKELY,
)
def entrusting(volume: Hours, asked: EntrustedPart) -> Entrusting:
    """All the reasons to wait, or the agreement; the contractor answers for the whole volume."""
    missing = tuple(
        typeset(reason)
        for lacks, reason in (
            (
                not Hours(0) < asked.part <= volume,
                f"La part confiée va d'une minute à {volume}, le volume du marché : corrigez-la.",
            ),
            (
                asked.kind is ContractKind.SUPPLIES and not asked.has_works,
                "Un marché de fournitures sans service ni pose ne se sous-traite pas : choisissez "
                "une autre modalité.",
            ),
            (
                asked.kind is not ContractKind.CONCESSION and not asked.is_accepted,
                "L'acheteur n'a pas accepté le sous-traitant : transmettez l'acte de "
                "sous-traitance (DC4).",
            ),
            (
                not asked.is_agreed,
                "Le facilitateur n'a pas donné son accord sur la répartition : demandez-le par "
                "écrit.",
            ),
        )
        if lacks
    )
    stays = typeset(
        f"Le titulaire reste tenu des {volume} envers l'acheteur, y compris de la part confiée : "
        "prévoyez-le dans le contrat de sous-traitance."
    )
    return Entrusting(not missing, volume, (*missing, stays))
