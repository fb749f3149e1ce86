"""How long the hours of one person may be globalised: 12 to 24 months."""

from __future__ import annotations

from datetime import date

from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Default, cites
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.texts import COMMITTEE_GLOBALISATION
from perenne.values import Period, add_months

SHORTEST_MONTHS = Default.single(
    12,
    COMMITTEE_GLOBALISATION,
    Confidence.SURE,
    meaning="Durée la plus courte d’un accord de globalisation",
    unit="mois",
)
LONGEST_MONTHS = parameter(
    "globalisation.longest_months",
    "Durée pendant laquelle les heures d’une personne peuvent être globalisées",
    24,
    between=(12, 24),
    unit="mois",
    source=COMMITTEE_GLOBALISATION,
)


@cites(
    COMMITTEE_GLOBALISATION,
    says="Jusqu’à quand les heures d’une personne peuvent-elles être globalisées ?",
    confidence=Confidence.SURE,
)
def window_end(pathway_start: date, *, practice: Practice = USUAL) -> date:
    """The first day on which they no longer may, counted from the first day of the pathway."""
    return add_months(pathway_start, practice.of(LONGEST_MONTHS))


@cites(
    COMMITTEE_GLOBALISATION,
    says="La durée de cet accord de globalisation convient-elle ?",
    confidence=Confidence.SURE,
)
def agreement_objection(agreed: Period, *, practice: Practice = USUAL) -> str | None:
    """What is wrong with the span of an agreement, in French; None when nothing is."""
    shortest, longest = SHORTEST_MONTHS.value, practice.of(LONGEST_MONTHS)
    if agreed.end < add_months(agreed.start, shortest):
        return typeset(
            f"L'accord dure moins de {shortest} mois : le parcours serait trop court, "
            "prolongez-le ou laissez les heures sur leur marché."
        )
    if agreed.end > add_months(agreed.start, longest):
        return typeset(
            f"L'accord dure plus de {longest} mois : ramenez sa fin au "
            f"{add_months(agreed.start, longest):%d/%m/%Y} au plus tard."
        )
    return None
