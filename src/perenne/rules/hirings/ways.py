"""The four ways of doing the hours of a clause, as a company weighs them before its bid.

A cost is given where the rules hold a number for it, and only there: elsewhere one asks for a
quotation. Amounts before tax.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeAlias

from perenne.rules.calibration import Defaults, defaults_for
from perenne.rules.calibration.rounding import up
from perenne.rules.french import typeset
from perenne.rules.hirings import employment_numbers as numbers
from perenne.rules.hirings.modalities import MODALITIES
from perenne.rules.hirings.modality import Modality
from perenne.rules.hirings.modality import ModalityCode as Code
from perenne.rules.hirings.subcontracting import EntrustedPart, entrusting
from perenne.rules.law import Confidence, Source, cites
from perenne.rules.needs import ContractKind
from perenne.rules.practice import USUAL, Practice
from perenne.rules.segments import SegmentFinding
from perenne.rules.texts import CCAG_WAYS, PRACTICE, SUBCONTRACTING
from perenne.values import Euros, Hours


class WayCode(StrEnum):
    """In the order of the annex to the acte d’engagement."""

    DIRECT = "direct"
    WORK_STUDY = "work_study"
    STAFF_PROVISION = "staff_provision"
    ENTRUSTED = "entrusted"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    WayCode.DIRECT: "Embaucher directement",
    WayCode.WORK_STUDY: "Former en alternance",
    WayCode.STAFF_PROVISION: "Recourir à la mise à disposition de personnel",
    WayCode.ENTRUSTED: "Confier une part à une structure",
}
MEMBERS = {
    WayCode.DIRECT: (Code.PERMANENT, Code.FIXED_TERM),
    WayCode.WORK_STUDY: (Code.APPRENTICESHIP, Code.PROFESSIONAL_TRAINING),
    WayCode.STAFF_PROVISION: (Code.ETTI, Code.AI, Code.GEIQ, Code.EATT, Code.TEMP_AGENCY),
    WayCode.ENTRUSTED: (Code.EI, Code.ACI, Code.REGIE, Code.EA, Code.ESAT),
}


@dataclass(frozen=True, slots=True)
class Bid:
    """Hours to do for a contract; `months` None: its duration is not known. `on`: the first day."""

    hours: Hours
    finding: SegmentFinding
    on: date
    months: int | None = None


@dataclass(frozen=True, slots=True)
class Cost:
    """From the lowest to the highest that is usual."""

    usual: Euros
    low: Euros
    high: Euros
    source: Source
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Way:
    """`cost` None: the rules hold no number. `about_cost` says what the figure is, or whom to ask.

    `cautions`: what this bid has to look at.
    """

    code: WayCode
    modalities: tuple[Modality, ...]
    cost: Cost | None
    about_cost: str
    cautions: tuple[str, ...]


@cites(
    CCAG_WAYS,
    SUBCONTRACTING,
    PRACTICE,
    says="Par quelles voies une entreprise peut-elle faire ces heures, et à quel prix ?",
    confidence=Confidence.VARIES,
)
def ways_of(bid: Bid, *, practice: Practice = USUAL) -> tuple[Way, ...]:
    """The four, in the order of the annex; ordinary temporary work as far as it is admitted."""
    usual = defaults_for(bid.finding, practice=practice)
    return tuple(
        Way(
            code,
            tuple(
                row for row in map(MODALITIES.__getitem__, MEMBERS[code]) if _open(row, practice)
            ),
            COSTS[code](bid.hours, usual),
            typeset(ABOUT_COSTS[code]),
            tuple(map(typeset, CAUTIONS[code](bid))),
        )
        for code in WayCode
    )


def _open(row: Modality, practice: Practice) -> bool:
    return all(practice.of(opened) for opened in row.opened_by.values())


def _wages(hours: Hours, usual: Defaults) -> Cost:
    cost = usual.hourly_cost
    usual_, low, high = (
        Euros(up(Fraction(hours.minutes * euros.cents, 60)))
        for euros in (cost.value, cost.low, cost.high)
    )
    return Cost(usual_, low, high, cost.source, cost.confidence)


def _invoices(hours: Hours, usual: Defaults) -> Cost:
    """What a structure invoices for these hours, by the conversion of the calibration."""
    cost, labour = usual.hourly_cost, usual.labour_share
    usual_, low, high = (
        Euros(up(Fraction(hours.minutes * euros.cents * 10_000, 60 * share.basis_points)))
        for euros, share in (
            (cost.value, labour.value),
            (cost.low, labour.high),
            (cost.high, labour.low),
        )
    )
    return Cost(usual_, low, high, labour.source, usual.confidence)


def _unknown(hours: Hours, usual: Defaults) -> None:
    return None


def _direct_cautions(bid: Bid) -> tuple[str, ...]:
    longest = numbers.FIXED_TERM_MOST.on(bid.on)
    found = ["Faites vérifier l'éligibilité de la personne par le facilitateur avant l'embauche."]
    if bid.months is not None and bid.months > longest:
        found.append(
            f"Un CDD dure {longest} mois au plus, sauf accord de branche, et le marché "
            f"{bid.months} : proposez un CDI, ou plusieurs parcours."
        )
    return tuple(found)


def _work_study_cautions(bid: Bid) -> tuple[str, ...]:
    least = min(numbers.APPRENTICE_LEAST.on(bid.on), numbers.PROFESSIONAL_LEAST.on(bid.on))
    oldest = numbers.APPRENTICE_TO.on(bid.on)
    found = [
        f"L'apprentissage s'ouvre jusqu'à {oldest} ans, sauf exceptions ; le contrat de "
        "professionnalisation convient au-delà."
    ]
    if bid.months is not None and bid.months < least:
        found.append(
            f"Le contrat dure {least} mois au moins et le marché {bid.months} : la formation "
            "continuera sur vos autres chantiers, avec l'accord du facilitateur."
        )
    return tuple(found)


def _provision_cautions(bid: Bid) -> tuple[str, ...]:
    most = numbers.ASSOCIATION_HOURS.on(bid.on)
    longest = numbers.INCLUSION_MISSION_MOST.on(bid.on)
    found = [f"Une mission d'ETTI dure {longest} mois au plus, renouvellements compris."]
    if bid.hours > most:
        persons = up(Fraction(bid.hours.minutes, most.minutes))
        found.append(
            f"Une AI met une même personne à disposition d'une entreprise pendant {most} au plus "
            f"sur 24 mois : par cette seule voie, il faudrait {persons} personnes."
        )
    return tuple(found)


def _entrusted_cautions(bid: Bid) -> tuple[str, ...]:
    kind = bid.finding.contract_kind or ContractKind.SERVICES
    return entrusting(bid.hours, EntrustedPart(bid.hours, kind)).reasons


Costs: TypeAlias = Callable[[Hours, Defaults], Cost | None]
COSTS: dict[WayCode, Costs] = {
    WayCode.DIRECT: _wages,
    WayCode.WORK_STUDY: _unknown,
    WayCode.STAFF_PROVISION: _unknown,
    WayCode.ENTRUSTED: _invoices,
}
ABOUT_COSTS = {
    WayCode.DIRECT: "Salaires et charges de ces heures, au coût horaire usuel du métier. Ce n'est "
    "pas un surcoût : la personne travaille au marché.",
    WayCode.WORK_STUDY: "La rémunération dépend de l'âge, de l'année de formation et de la "
    "branche, et des aides s'en déduisent : demandez un chiffrage à votre opérateur de "
    "compétences (OPCO).",
    WayCode.STAFF_PROVISION: "Chaque structure fixe son prix : demandez un devis.",
    WayCode.ENTRUSTED: "Montant facturé qui représente ces heures, d'après la part de "
    "main-d'œuvre et le coût horaire usuels du métier. Il rémunère des prestations du marché.",
}
CAUTIONS: dict[WayCode, Callable[[Bid], tuple[str, ...]]] = {
    WayCode.DIRECT: _direct_cautions,
    WayCode.WORK_STUDY: _work_study_cautions,
    WayCode.STAFF_PROVISION: _provision_cautions,
    WayCode.ENTRUSTED: _entrusted_cautions,
}
