"""A way of fulfilling a clause: who employs, what counts, what proves it, who is checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from perenne.rules.eligibility import Structure
from perenne.rules.hirings.shapes import Shape
from perenne.rules.law import Confidence, Default, Source


class ModalityCode(StrEnum):
    PERMANENT = "EMB_CDI"
    FIXED_TERM = "EMB_CDD"
    APPRENTICESHIP = "EMB_APP"
    PROFESSIONAL_TRAINING = "EMB_PRO"
    ETTI = "MAD_ETTI"
    AI = "MAD_AI"
    GEIQ = "MAD_GEIQ"
    EATT = "MAD_EATT"
    TEMP_AGENCY = "MAD_ETT"
    EI = "ST_EI"
    ACI = "ST_ACI"
    REGIE = "ST_RQ"
    SELF_EMPLOYED = "ST_EITI_TIH"
    EA = "ST_EA"
    ESAT = "ST_ESAT"
    RESERVED = "RESERVE"
    ACTION = "QUALITATIF"


class Family(StrEnum):
    DIRECT = "EMBAUCHE_DIRECTE"
    STAFF_PROVISION = "MISE_A_DISPOSITION"
    ENTRUSTED = "SOUS_TRAITANCE_COTRAITANCE"
    RESERVED = "MARCHE_RESERVE"
    ACTION = "ACTION_QUALITATIVE"

    @property
    def label(self) -> str:
        return FAMILY_LABELS[self]


FAMILY_LABELS = {
    Family.DIRECT: "Embauche directe",
    Family.STAFF_PROVISION: "Mise à disposition de personnel",
    Family.ENTRUSTED: "Sous-traitance ou cotraitance",
    Family.RESERVED: "Marché réservé",
    Family.ACTION: "Action qualitative",
}


class EligibleBy(StrEnum):
    """What makes a worker count: their own situation, or the structure that employs them."""

    PERSON = "person"
    STRUCTURE = "structure"


@dataclass(frozen=True, slots=True)
class Modality:
    """A row. Texts are French. No structure means an ordinary company, no shape no contract.

    `opened_by`: what the committee must have opened for a structure, None standing for an ordinary
    company. `must_be_written`: the CCAG does not name this way, the clause has to.
    """

    code: ModalityCode
    label: str
    family: Family
    employer: str
    counts: str
    proofs: tuple[str, ...]
    eligible_by: EligibleBy
    structures: frozenset[Structure]
    shapes: frozenset[Shape]
    source: Source
    confidence: Confidence
    opened_by: Mapping[Structure | None, Default[bool]] = field(default_factory=dict)
    must_be_written: bool = False
