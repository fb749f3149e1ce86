"""The list of publics, and what of it a clause opens."""

from perenne.rules.eligibility.categories import Ground
from perenne.rules.eligibility.publics_by_situation import BY_SITUATION
from perenne.rules.eligibility.publics_by_structure import BY_STRUCTURE
from perenne.rules.eligibility.publics_local import LOCAL
from perenne.rules.law import Confidence, Table, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import CCAG_PUBLICS_BY_SITUATION, CCAG_PUBLICS_BY_STRUCTURE
from perenne.rules.wording.terms import Publics

PUBLICS = Table("publics", "Publics éligibles", (*BY_STRUCTURE, *BY_SITUATION, *LOCAL))


@cites(
    CCAG_PUBLICS_BY_STRUCTURE,
    CCAG_PUBLICS_BY_SITUATION,
    says="Quels publics cette clause ouvre-t-elle ?",
    confidence=Confidence.LIKELY,
)
def grounds_open(
    publics: Publics = Publics.OPEN_LIST, practice: Practice = USUAL
) -> tuple[Ground, ...]:
    """The list of the CCAG; and, if the clause leaves it open, what the committee adds to it."""
    return tuple(
        ground
        for ground in PUBLICS
        if ground.opening is None or (publics is Publics.OPEN_LIST and practice.of(ground.opening))
    )
