"""The criteria that open a pathway of insertion par l'activité économique (IAE).

Read to understand a PASS IAE, not to grant one. One criterion of level 1 is enough; of level 2
it takes two or three, by the kind of structure. A GEIQ is not one of these structures.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from perenne.rules.eligibility.conditions.age_and_school import (
    is_of_low_level,
    is_senior,
    is_young,
)
from perenne.rules.eligibility.conditions.following import followed_or_left
from perenne.rules.eligibility.conditions.job_seeking import registered_for
from perenne.rules.eligibility.conditions.places import lives_in_qpv, lives_in_rural_zone
from perenne.rules.eligibility.conditions.rights import draws, is_boeth, meets, stays_as
from perenne.rules.eligibility.facts import (
    Allowance,
    Difficulty,
    Person,
    Scheme,
    StayStatus,
    Structure,
)
from perenne.rules.eligibility.findings import Case, Condition, Fit
from perenne.rules.eligibility.numbers import (
    CARE_EXIT_MONTHS,
    DETENTION_EXIT_MONTHS,
    LONG_TERM_MONTHS,
    VERY_LONG_TERM_MONTHS,
)
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Dated, Source, Table, cites
from perenne.rules.texts import IAE_CRITERIA, IAE_PATHWAY

_ARRETE_DAY = date(2021, 9, 1)
_UPDATE_DAY = date(2025, 1, 1)

LEVEL_2_FOR_PLACEMENT = Dated(
    {_ARRETE_DAY: 2},
    IAE_CRITERIA,
    meaning="Critères de niveau 2 demandés par une AI ou une ETTI",
    unit="critères",
)
LEVEL_2_FOR_PRODUCTION = Dated(
    {_ARRETE_DAY: 3},
    IAE_CRITERIA,
    meaning="Critères de niveau 2 demandés par un ACI, une EI ou une EITI",
    unit="critères",
)
_NEEDED = {
    Structure.AI: LEVEL_2_FOR_PLACEMENT,
    Structure.ETTI: LEVEL_2_FOR_PLACEMENT,
    Structure.ACI: LEVEL_2_FOR_PRODUCTION,
    Structure.EI: LEVEL_2_FOR_PRODUCTION,
    Structure.EITI: LEVEL_2_FOR_PRODUCTION,
}


@dataclass(frozen=True, slots=True)
class Criterion:
    code: str
    label: str
    level: int
    condition: Condition
    since: date = _ARRETE_DAY
    source: Source = IAE_CRITERIA
    confidence: Confidence = Confidence.SURE


CRITERIA = Table(
    "iae_criteria",
    "Critères d’éligibilité à l’insertion par l’activité économique",
    (
        Criterion("RSA", "Bénéficiaire du RSA", 1, draws(Allowance.RSA)),
        Criterion("ASS", "Allocataire de l’ASS", 1, draws(Allowance.ASS)),
        Criterion("AAH", "Allocataire de l’AAH", 1, draws(Allowance.AAH)),
        Criterion(
            "DETLD",
            "Demandeur d’emploi depuis 24 mois et plus",
            1,
            registered_for(VERY_LONG_TERM_MONTHS),
        ),
        Criterion("NIVEAU_3", "Niveau d’études 3 (CAP, BEP) ou inférieur", 2, is_of_low_level),
        Criterion("SENIOR", "Senior de 50 ans et plus", 2, is_senior),
        Criterion("JEUNE", "Jeune de moins de 26 ans", 2, is_young),
        Criterion(
            "ASE",
            "Sortant de l’aide sociale à l’enfance",
            2,
            followed_or_left(Scheme.CHILD_WELFARE, within=CARE_EXIT_MONTHS),
        ),
        Criterion(
            "DELD", "Demandeur d’emploi depuis 12 à 24 mois", 2, registered_for(LONG_TERM_MONTHS)
        ),
        Criterion("TH", "Travailleur handicapé", 2, is_boeth),
        Criterion("PARENT_ISOLE", "Parent isolé", 2, meets(Difficulty.SINGLE_PARENT)),
        Criterion(
            "SANS_HEBERGEMENT",
            "Personne sans hébergement, hébergée ou au parcours de rue",
            2,
            meets(Difficulty.NO_HOME),
        ),
        Criterion(
            "REFUGIE",
            "Réfugié, protection subsidiaire ou temporaire, demandeur d’asile",
            2,
            stays_as(*StayStatus),
        ),
        Criterion("ZONE_RURALE", "Habitant d’une zone rurale aidée", 2, lives_in_rural_zone),
        Criterion("QPV", "Habitant d’un quartier prioritaire", 2, lives_in_qpv),
        Criterion(
            "JUSTICE",
            "Sortant de détention ou personne sous main de justice",
            2,
            followed_or_left(Scheme.PROBATION, Scheme.DETENTION, within=DETENTION_EXIT_MONTHS),
        ),
        Criterion(
            "FLE",
            "Français inférieur au niveau A1",
            2,
            meets(Difficulty.FRENCH_BELOW_A1),
            _UPDATE_DAY,
            confidence=Confidence.LIKELY,
        ),
        Criterion(
            "MOBILITE",
            "Problème de mobilité",
            2,
            meets(Difficulty.MOBILITY),
            _UPDATE_DAY,
            confidence=Confidence.LIKELY,
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Pathway:
    """Whether a pathway may open, and the criteria that were met."""

    may_open: bool
    criteria: tuple[str, ...]
    reason: str


@cites(
    IAE_CRITERIA,
    says="Quels critères de l’IAE la personne remplit-elle ?",
    confidence=Confidence.LIKELY,
)
def criteria_met(person: Person, *, on: date) -> tuple[Criterion, ...]:
    """Those in force that day; very long unemployment takes the place of the long one."""
    case = Case(person, on)
    met = [
        criterion
        for criterion in CRITERIA
        if criterion.since <= on and criterion.condition(case).fit is Fit.MET
    ]
    codes = {criterion.code for criterion in met}
    return tuple(
        criterion for criterion in met if not (criterion.code == "DELD" and "DETLD" in codes)
    )


@cites(
    IAE_CRITERIA,
    IAE_PATHWAY,
    says="Un parcours d’insertion par l’activité économique peut-il s’ouvrir ?",
    confidence=Confidence.LIKELY,
)
def pathway(person: Person, structure: Structure, *, on: date, prescribed: bool) -> Pathway:
    """`prescribed` by an authorised body, no count is made. ValueError outside the IAE."""
    if structure not in _NEEDED:
        raise ValueError(
            typeset(
                "Cette structure ne relève pas de l'IAE : ni critère ni PASS IAE n'y sont demandés."
            )
        )
    needed, met = _NEEDED[structure].on(on), criteria_met(person, on=on)
    codes = tuple(criterion.code for criterion in met)
    if prescribed:
        return _pathway(True, codes, "Prescription d'un organisme habilité : aucun compte à faire.")
    if any(criterion.level == 1 for criterion in met):
        return _pathway(True, codes, "Un critère de niveau 1 est rempli : il suffit.")
    if len(met) >= needed:
        return _pathway(
            True, codes, f"{len(met)} critères de niveau 2 sont remplis : {needed} suffisent."
        )
    return _pathway(
        False,
        codes,
        f"Critères de niveau 2 remplis : {len(met)} sur {needed} ; orientez la personne vers un "
        "prescripteur habilité.",
    )


def _pathway(may_open: bool, codes: tuple[str, ...], reason: str) -> Pathway:
    return Pathway(may_open, codes, typeset(reason))
