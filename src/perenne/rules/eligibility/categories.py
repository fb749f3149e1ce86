"""A ground of eligibility: who it is for, what it asks, how it is proved, whom it may be told.

The values of `EligibilityCategory` are the codes of the reference list: they never change.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.eligibility.findings import Case, Condition, Fit
from perenne.rules.eligibility.proof_kinds import ProofKind
from perenne.rules.law import Confidence, Default, Source


class EligibilityCategory(StrEnum):
    IAE_EI = "IAE_EI"
    IAE_ACI = "IAE_ACI"
    IAE_ETTI = "IAE_ETTI"
    IAE_AI = "IAE_AI"
    STPA_EA = "STPA_EA"
    STPA_EATT = "STPA_EATT"
    STPA_ESAT = "STPA_ESAT"
    REGIE = "RQ"
    EPIDE = "EPIDE"
    E2C = "E2C"
    GEIQ = "GEIQ"
    PRISON_WORK = "PPSMJ_TRAVAIL"
    DETLD = "DETLD"
    DELD = "DELD"
    RSA = "RSA"
    TH = "TH"
    ASS = "ASS"
    AAH = "AAH"
    INSERTION_ALLOWANCE = "ALLOC_INSERTION"
    WIDOWHOOD = "VEUVAGE"
    INVALIDITY = "INVALIDITE"
    UNQUALIFIED_YOUTH = "JEUNE_NQ"
    GRADUATE_YOUTH = "JEUNE_DIPLOME"
    FOLLOWED_YOUTH = "JEUNE_SUIVI"
    SENIOR = "SENIOR"
    QPV = "QPV"
    REFUGEE = "REFUGIE"
    OPINION = "DEROG"
    IAE_EITI = "IAE_EITI"
    PLIE = "PLIE"
    FORMER_IAE = "IAE_SORTANT"
    RURAL_ZONE = "ZFRR"
    CHILD_WELFARE = "ASE"
    JUSTICE = "PPSMJ"
    SINGLE_PARENT = "PARENT_ISOLE"
    NO_HOME = "SANS_HEBERGEMENT"
    TEMPORARY_STAY = "PROT_TEMP"
    FRENCH = "FLE"
    MOBILITY = "MOBILITE"
    TIH = "TIH"
    REDUNDANCY = "CSP"
    EBE = "EBE"


class Group(StrEnum):
    """The two doors of the CCAG, and what a committee adds to them."""

    STRUCTURE = "structure"
    SITUATION = "situation"
    LOCAL = "local"

    @property
    def label(self) -> str:
        return GROUP_LABELS[self]


GROUP_LABELS = {
    Group.STRUCTURE: "Par la structure qui emploie ou accueille la personne",
    Group.SITUATION: "Par la situation de la personne",
    Group.LOCAL: "Variante du territoire",
}


class Sensitivity(StrEnum):
    """What the ground reveals: articles 9 and 10 of the GDPR, and private life."""

    NONE = "none"
    PRIVATE = "private"
    HEALTH = "health"
    JUSTICE = "justice"

    @property
    def label(self) -> str:
        return SENSITIVITY_LABELS[self]


SENSITIVITY_LABELS = {
    Sensitivity.NONE: "Donnée ordinaire",
    Sensitivity.PRIVATE: "Donnée de la vie privée",
    Sensitivity.HEALTH: "Donnée de santé (RGPD, article 9)",
    Sensitivity.JUSTICE: "Donnée judiciaire (RGPD, article 10)",
}


@dataclass(frozen=True, slots=True)
class Ground:
    """A row of the list of publics.

    All the `needs` must be met. Each of the `proofs` is a choice of which one is enough.
    `priority` 1 is the farthest from a job. `opening` is what the committee settles; None says
    that the CCAG opens the ground. `source` opens the clause to it, `definition` says who it is.
    """

    code: EligibilityCategory
    label: str
    group: Group
    needs: tuple[Condition, ...]
    proofs: tuple[tuple[ProofKind, ...], ...]
    priority: int
    source: Source
    confidence: Confidence
    sensitivity: Sensitivity = Sensitivity.NONE
    opening: Default[bool] | None = None
    definition: Source | None = None

    @property
    def rank(self) -> tuple[int, bool]:
        """The farthest from a job first; of two, the one that reveals the least."""
        return self.priority, self.sensitivity is not Sensitivity.NONE


@dataclass(frozen=True, slots=True)
class Examined:
    """A ground looked at for one person: `said` holds the questions, or what lacks."""

    ground: Ground
    fit: Fit
    said: tuple[str, ...]


def examine(ground: Ground, case: Case) -> Examined:
    """The worst finding decides, and only its sentences are told."""
    found = [need(case) for need in ground.needs]
    fit = max(finding.fit for finding in found)
    said = tuple(finding.said for finding in found if finding.fit is fit and finding.said)
    return Examined(ground, fit, said)
