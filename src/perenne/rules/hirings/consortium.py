"""The volume of a clause shared between co-contractors, to the minute; one contact for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from perenne.rules.french import typeset
from perenne.rules.hours.apportioning import apportion
from perenne.rules.law import Confidence, cites
from perenne.rules.texts import AQUAREEL_2025_CONSORTIUM, CONSORTIUM
from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class Consortium:
    """`amounts`: what each member performs, before tax. ValueError when the lead is no member."""

    amounts: Mapping[str, Euros]
    lead_contractor: str

    def __post_init__(self) -> None:
        if self.lead_contractor not in self.amounts:
            raise ValueError(
                typeset("Le mandataire n'est pas membre du groupement : corrigez la liste.")
            )


@dataclass(frozen=True, slots=True)
class Split:
    """The hours of each member; they add up to the volume. `contact` answers for all of them."""

    hours: Mapping[str, Hours]
    contact: str
    reasons: tuple[str, ...]


@cites(
    AQUAREEL_2025_CONSORTIUM,
    CONSORTIUM,
    says="Comment répartir le volume entre les membres d’un groupement ?",
    confidence=Confidence.LIKELY,
)
def split_by_amount(volume: Hours, consortium: Consortium) -> Split:
    """In proportion to what each performs; ValueError, in French, when no amount is known."""
    weights = [amount.cents for amount in consortium.amounts.values()]
    parts = apportion(volume.minutes, weights)
    hours = {member: Hours(part) for member, part in zip(consortium.amounts, parts, strict=True)}
    return _split(
        hours, consortium, f"Les {volume} sont réparties à due proportion des montants exécutés."
    )


@cites(
    AQUAREEL_2025_CONSORTIUM,
    CONSORTIUM,
    says="La répartition convenue entre les membres d’un groupement est-elle complète ?",
    confidence=Confidence.LIKELY,
)
def agreed_split(volume: Hours, consortium: Consortium, hours: Mapping[str, Hours]) -> Split:
    """ValueError, in French, when it is not whole: other members, negative hours, another sum."""
    if set(hours) != set(consortium.amounts):
        raise ValueError(
            typeset("La répartition ne nomme pas les membres du groupement : donnez-les tous.")
        )
    if min(hours.values()) < Hours(0):
        raise ValueError(typeset("Un membre reçoit des heures négatives : corrigez sa part."))
    total = sum(hours.values(), Hours(0))
    if total != volume:
        raise ValueError(
            typeset(f"Les parts font {total} et le volume est de {volume} : corrigez-les.")
        )
    return _split(
        hours, consortium, f"Les {volume} sont réparties comme les membres en conviennent."
    )


def _split(hours: Mapping[str, Hours], consortium: Consortium, said: str) -> Split:
    lead = consortium.lead_contractor
    reasons = (
        said,
        f"{lead}, mandataire, est l'interlocuteur unique : adressez-lui toutes les demandes.",
        "Arrêtez cette répartition avec le facilitateur au démarrage du marché.",
    )
    return Split(hours, lead, tuple(map(typeset, reasons)))
