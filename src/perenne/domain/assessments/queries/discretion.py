"""What of a bilan is told to those who do not work with the persons: buyers and companies.

They may never learn why somebody is eligible. Publics, residence, diplomas and exits are told to
them by lines behind which eleven persons stand (decision 0011): smaller lines are put together,
with the next one while those together are still too few.
"""

from dataclasses import replace

from perenne.domain.assessments.queries.bilan_cards import Bilan, Breakdown, Line, Measure
from perenne.domain.assessments.queries.measures import SENSITIVE
from perenne.rules.practice import USUAL
from perenne.rules.secrecy.grounds import LEAST_PERSONS

FEW = "Moins de {least} personnes : le chiffre n’est pas donné."
TOGETHER = "Les lignes de moins de {least} personnes sont réunies."
OTHERS = "Autres situations, réunies"
COUNTED = frozenset({"qpv", "exits_to_work"})


def discreet(bilan: Bilan) -> Bilan:
    least = USUAL.of(LEAST_PERSONS)
    return replace(
        bilan,
        measures=tuple(_measure(one, bilan, least) for one in bilan.measures),
        breakdowns=tuple(
            together(one, least) if one.code in SENSITIVE else one for one in bilan.breakdowns
        ),
    )


def _measure(measure: Measure, bilan: Bilan, least: int) -> Measure:
    """Few of them, or nearly all of them: either tells of persons."""
    if measure.code not in COUNTED:
        return measure
    whole = (bilan.value("persons") if measure.code == "qpv" else bilan.value("exits")) or 0
    value = measure.value or 0
    if whole == 0 or (value >= least and (whole - value == 0 or whole - value >= least)):
        return measure
    return replace(measure, value=None, note=FEW.format(least=least))


def together(breakdown: Breakdown, least: int) -> Breakdown:
    """Lines of fewer persons make one that has as many; none is told if it has not."""
    held = sorted((one for one in breakdown.lines if one.persons), key=lambda it: it.persons)
    put: list[Line] = []
    while held and (held[0].persons < least or 0 < sum(it.persons for it in put) < least):
        put.append(held.pop(0))
    if not put:
        return breakdown
    if sum(it.persons for it in put) < least:
        return replace(breakdown, lines=(), note=FEW.format(least=least))
    kept = tuple(one for one in breakdown.lines if one not in put)
    others = Line("others", OTHERS, sum(it.persons for it in put), sum(it.minutes for it in put))
    return replace(breakdown, lines=(*kept, others), note=TOGETHER.format(least=least))
