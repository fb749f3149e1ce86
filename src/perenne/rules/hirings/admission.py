"""Whether a way of fulfilling a clause is admitted: the clause, the committee, then the facts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from perenne.rules.eligibility import Structure
from perenne.rules.french import listed, typeset
from perenne.rules.hirings.modalities import MODALITIES
from perenne.rules.hirings.modality import EligibleBy, Family, Modality, ModalityCode
from perenne.rules.hirings.shapes import Shape
from perenne.rules.law import Confidence, cites
from perenne.rules.practice import USUAL, Practice
from perenne.rules.texts import AQUAREEL_2025, CCAG_WAYS, COMMITTEE_CHECK


@dataclass(frozen=True, slots=True)
class HiringFacts:
    """What is known of a planned hiring, and of the clause that it would serve.

    `is_eligible`: what was decided of the person's own situation, None before any decision.
    `counts_there`: the structure is recognised for this worker, who is not of its permanent staff.
    `allowed`: the ways that the clause lists when it closes the list. `is_reserved`: the public
    contract is. `admits_actions`: the clause takes actions in place of hours.
    """

    structure: Structure | None = None
    shape: Shape | None = None
    is_eligible: bool | None = None
    counts_there: bool = True
    allowed: frozenset[ModalityCode] | None = None
    is_reserved: bool = False
    admits_actions: bool = False


@dataclass(frozen=True, slots=True)
class Admission:
    """Every reason to refuse, or what counts and what to ask when there is none.

    `about`: the fact that each reason to refuse speaks of, in their order: "modality",
    "structure", "person" or "shape".
    """

    modality: Modality
    is_admitted: bool
    reasons: tuple[str, ...]
    about: tuple[str, ...] = ()


Objection: TypeAlias = Callable[[Modality, HiringFacts, Practice], str | None]


@cites(
    CCAG_WAYS,
    AQUAREEL_2025,
    COMMITTEE_CHECK,
    says="Cette modalité peut-elle servir à réaliser la clause ?",
    confidence=Confidence.LIKELY,
)
def admissible(
    modality: ModalityCode, facts: HiringFacts, *, practice: Practice = USUAL
) -> Admission:
    """The shape of the employment contract has checks of its own: `employment_faults`."""
    row = MODALITIES[modality]
    found = [(about, objection(row, facts, practice)) for about, objection in OBJECTIONS]
    reasons = tuple(typeset(reason) for _, reason in found if reason)
    about = tuple(fact for fact, reason in found if reason)
    return Admission(row, not reasons, reasons or (_said_admitted(row),), about)


def _said_admitted(row: Modality) -> str:
    written = " Le CCAG ne la cite pas : écrivez-la dans la clause." if row.must_be_written else ""
    return typeset(
        f"{row.label} : admise. Ce qui compte : {row.counts}. Demandez : {listed(row.proofs)}."
        f"{written}"
    )


def _closed_list(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    if facts.allowed is None or row.code in facts.allowed:
        return None
    return "La clause n'admet pas cette modalité : choisissez l'une de celles qu'elle énumère."


def _not_opened(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    opened = row.opened_by.get(facts.structure)
    if opened is None or practice.of(opened):
        return None
    return (
        "Le comité n'admet pas cette modalité : choisissez-en une autre, ou demandez l'accord du "
        "facilitateur."
    )


def _other_structure(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    if facts.structure in row.structures or (not row.structures and facts.structure is None):
        return None
    if not row.structures:
        return "Une structure emploie la personne : choisissez la modalité de cette structure."
    return (
        f"Cette modalité demande une structure ({', '.join(sorted(row.structures))}) : indiquez-la."
    )


def _person_not_eligible(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    if row.eligible_by is not EligibleBy.PERSON or row.family is Family.ACTION:
        return None
    if facts.is_eligible is None:
        return (
            "L'éligibilité de la personne n'est pas vérifiée : demandez-la au facilitateur avant "
            "l'embauche."
        )
    if not facts.is_eligible:
        return "La personne n'est pas éligible elle-même : ses heures ne comptent pas."
    return None


def _permanent_staff(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    if row.eligible_by is not EligibleBy.STRUCTURE or facts.counts_there:
        return None
    return (
        "La structure n'est pas reconnue pour ce salarié (encadrement, personnel permanent) : ne "
        "déclarez que les personnes en parcours ou handicapées."
    )


def _other_shape(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    if facts.shape is None or facts.shape in row.shapes:
        return None
    if not row.shapes:
        return "Une action ne se fait pas sous contrat de travail : choisissez une embauche."
    shapes = " ou ".join(shape.label for shape in Shape if shape in row.shapes)
    return f"Le contrat prévu ici est : {shapes}. Choisissez la modalité du contrat signé."


def _not_reserved(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    if row.family is not Family.RESERVED or facts.is_reserved:
        return None
    return (
        "Le marché n'est pas réservé : choisissez la sous-traitance, la cotraitance ou la mise à "
        "disposition."
    )


def _no_actions(row: Modality, facts: HiringFacts, practice: Practice) -> str | None:
    if row.family is not Family.ACTION or facts.admits_actions:
        return None
    return "La clause compte des heures, non des actions : demandez au facilitateur s'il y en a."


OBJECTIONS: tuple[tuple[str, Objection], ...] = (
    ("modality", _closed_list),
    ("modality", _not_opened),
    ("structure", _other_structure),
    ("person", _person_not_eligible),
    ("person", _permanent_staff),
    ("shape", _other_shape),
    ("modality", _not_reserved),
    ("modality", _no_actions),
)
