"""The answer frame of the social criterion: the same questions for every tenderer."""

from collections.abc import Iterator

from perenne.rules.law import Confidence, cites
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.texts import CRITERIA_PUBLIC, CRITERION
from perenne.rules.wording.pieces import (
    Blank,
    Grid,
    Piece,
    PieceCode,
    Section,
    section,
)
from perenne.rules.wording.terms import ClauseTerms
from perenne.rules.wording.vocabulary import FRAME, TO_FILL, identified, owed


@cites(
    CRITERION,
    CRITERIA_PUBLIC,
    says="Que demander à tous les candidats pour noter le critère social ?",
    confidence=Confidence.LIKELY,
)
def wording(terms: ClauseTerms) -> Piece | None:
    """None where the award has no social criterion."""
    if terms.basis is not LegalBasis.CONDITION_AND_CRITERION:
        return None
    return Piece(PieceCode.CRITERION, FRAME, tuple(_sections(terms)))


def _sections(terms: ClauseTerms) -> Iterator[Section]:
    yield section(
        "Consultation",
        f"Consultation : {identified(terms)}.",
        Blank("Candidat, ou mandataire du groupement"),
        f"Volume minimal : {owed(terms, '')}. Pondération du critère : "
        f"{terms.criterion_weight or TO_FILL}.",
    )
    yield section(
        "Notation",
        Grid(
            ("Élément d’appréciation", "Méthode", "Points"),
            tuple(
                (entry.title, entry.row.scoring.label, str(entry.points))
                for entry in terms.criterion.entries
            ),
            "Points et méthode, les mêmes pour tous",
        ),
        "Seules les réponses de ce cadre sont notées, pour l’exécution de ce marché. Une question "
        "sans réponse vaut zéro.",
    )
    for entry in terms.criterion.entries:
        yield section(
            f"{entry.title} ({entry.points} points)",
            *(Blank(question.rstrip(" ?.")) for question in entry.row.questions),
        )
