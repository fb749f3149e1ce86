"""What a buyer has to settle before the clause is published, and what is settled already."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.french import listed
from perenne.rules.legal_bases import LegalBasis
from perenne.rules.wording import ClauseTerms
from perenne.rules.wording.articles import founding
from perenne.web.clauses.word.form import GLOBALISATION, PUBLICS
from perenne.web.tools.clause.form import CONTRACT


@dataclass(frozen=True, slots=True)
class Point:
    """`answer` "" while nothing is decided; `hint` says how to decide."""

    label: str
    answer: str
    hint: str

    @property
    def is_settled(self) -> bool:
        return bool(self.answer)


def points_of(terms: ClauseTerms) -> tuple[Point, ...]:
    """The contract, the articles, what is asked, its size, its follow-up, its penalties."""
    articles = listed([source.article for source in founding(terms)])
    contract = (
        "" if terms.contract == CONTRACT else " – ".join(filter(None, (terms.contract, terms.lot)))
    )
    return (
        Point("Le contrat et le lot", contract, "Un volume par lot qui porte la clause."),
        Point("Les articles", articles, "Relisez-les sur Légifrance le jour de la publication."),
        *_of_basis(terms),
        Point(
            "L’exigence chiffrée",
            str(terms.hours or ""),
            "Le calibrage donne les heures, à partir du montant et de la part de main-d’œuvre.",
        ),
        Point(
            "L’exigence de qualité",
            dict(PUBLICS)[terms.publics],
            "Publics, accueil, tutorat, formation, durée des contrats : ce que la clause attend.",
        ),
        Point(
            "La globalisation",
            dict(GLOBALISATION)[terms.globalisation],
            "Accepter qu’une personne travaille sur plusieurs marchés allonge son parcours.",
        ),
        Point(
            "Le suivi",
            f"relevé mensuel au plus tard le {terms.monitoring.statement_day}",
            "Qui envoie quoi, quand, à qui ; le bilan final.",
        ),
        Point(
            "La pénalité",
            f"{terms.penalty.rate} par heure" if terms.penalty else "",
            "Sans montant écrit, aucune heure manquante ne peut être pénalisée.",
        ),
        Point("Le facilitateur", "", "Son nom et ses coordonnées figurent dans les documents."),
    )


def _of_basis(terms: ClauseTerms) -> tuple[Point, ...]:
    match terms.basis:
        case LegalBasis.RESERVED_INCLUSION:
            label = terms.reserved_to.label if terms.reserved_to else ""
            return (Point("Les structures visées", label, "L’avis et le règlement les nomment."),)
        case LegalBasis.CONDITION_AND_CRITERION:
            weight = str(terms.criterion_weight or "")
            return (Point("La pondération", weight, "Proportionnée à l’objet du marché."),)
        case _:
            return ()
