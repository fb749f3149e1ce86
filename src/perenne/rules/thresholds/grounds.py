"""The grounds on which a buyer may do without the condition (L2112-2-1, L3114-2-1).

Four for a public contract, two for a concession. Durations are whole months. A ground is always
invoked in writing: see `memo`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.law import Confidence, Source, Table, cites
from perenne.rules.needs import ContractKind
from perenne.rules.texts import CONCESSION_DUTY, DUTY
from perenne.rules.thresholds.amounts import DUTY_DAY, SHORT_WORKS_MONTHS
from perenne.rules.thresholds.stances import Stance


class ExceptionGround(StrEnum):
    """The grounds that the law lets a buyer invoke, in writing, to do without the condition."""

    IMMEDIATELY_AVAILABLE = "immediately_available"
    NO_SUFFICIENT_LINK = "no_sufficient_link"
    COMPETITION_OR_DIFFICULTY = "competition_or_difficulty"
    SHORT_WORKS = "short_works"

    @property
    def label(self) -> str:
        return EXCEPTION_GROUNDS[self].label


@dataclass(frozen=True, slots=True)
class Ground:
    """`asks`: the facts that the memo states. `then`: what the buyer may still do once it is used.

    `in_concessions`: how sure its wording is for a concession; None when it is not open there.
    """

    code: ExceptionGround
    label: str
    asks: tuple[str, ...]
    then: Stance
    remaining: str
    confidence: Confidence
    in_concessions: Confidence | None = None
    source: Source = DUTY


EXCEPTION_GROUNDS = Table(
    "exception_grounds",
    "Motifs qui dispensent de la condition sociale ou relative à l’emploi",
    (
        Ground(
            ExceptionGround.IMMEDIATELY_AVAILABLE,
            "Le besoin peut être satisfait par une solution immédiatement disponible",
            (
                "Quel produit ou quelle prestation existe déjà, sans adaptation, et chez quels "
                "fournisseurs ?",
                "Quelles recherches l'ont montré : catalogues, échanges avec les entreprises, "
                "dates ?",
            ),
            Stance.MAY,
            "Un lot réservé, un critère ou une condition volontaire restent possibles.",
            Confidence.LIKELY,
        ),
        Ground(
            ExceptionGround.NO_SUFFICIENT_LINK,
            "La condition n’aurait pas de lien suffisant avec l’objet du contrat",
            (
                "De quelles prestations le marché se compose-t-il, et quelle main-d'œuvre "
                "demandent-elles ?",
                "Quelles conditions ont été examinées : insertion, formation, apprentissage, "
                "égalité, accessibilité ?",
                "Pourquoi aucune ne se rattache-t-elle aux prestations, à aucun stade de leur "
                "cycle de vie ?",
            ),
            Stance.MUST_NOT,
            "Une condition sans lien avec l'objet serait irrégulière : n'en écrivez aucune. Un lot "
            "réservé reste possible.",
            Confidence.SURE,
            Confidence.SURE,
        ),
        Ground(
            ExceptionGround.COMPETITION_OR_DIFFICULTY,
            "La condition restreindrait la concurrence ou rendrait l’exécution techniquement ou "
            "économiquement difficile",
            (
                "Combien d'entreprises peuvent répondre, et combien le pourraient avec la "
                "condition ?",
                "Quelle difficulté technique ou quel surcoût la condition entraîne-t-elle, "
                "chiffres à l'appui ?",
                "Pourquoi un volume moindre, un autre lot ou une autre condition ne lève-t-il pas "
                "l'obstacle ?",
            ),
            Stance.MAY,
            "Un volume moindre, un seul lot porteur ou une action qualitative restent possibles.",
            Confidence.SURE,
            Confidence.SURE,
        ),
        Ground(
            ExceptionGround.SHORT_WORKS,
            "Il s’agit de travaux d’une durée inférieure à six mois",
            (
                "Quelle est la durée d'exécution prévue, en mois, et d'après quel calendrier ?",
                "Cette durée comprend-elle la préparation, les tranches et les reconductions ?",
            ),
            Stance.MAY,
            "Une clause courte reste possible, par l'intérim d'insertion ou la globalisation.",
            Confidence.LIKELY,
        ),
    ),
)


@cites(
    DUTY,
    CONCESSION_DUTY,
    says="Quels motifs permettent de se dispenser de la condition ?",
    confidence=Confidence.LIKELY,
)
def open_grounds(
    kind: ContractKind | None, *, months: int | None, on: date
) -> tuple[ExceptionGround, ...]:
    """Those open to a contract that owes the condition; none before the duty was in force.

    Works of unknown duration keep the ground of short works: the memo asks for the duration.
    """
    if on < DUTY_DAY:
        return ()
    if kind is ContractKind.CONCESSION:
        return tuple(row.code for row in EXCEPTION_GROUNDS if row.in_concessions is not None)
    is_short = months is None or months < SHORT_WORKS_MONTHS.on(on)
    may_be_short = kind is ContractKind.WORKS and is_short
    return tuple(
        row.code
        for row in EXCEPTION_GROUNDS
        if may_be_short or row.code is not ExceptionGround.SHORT_WORKS
    )
