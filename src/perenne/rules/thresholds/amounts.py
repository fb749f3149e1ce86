"""EU thresholds by period, by buyer and by kind of contract. Amounts before tax."""

from __future__ import annotations

from datetime import date

from perenne.rules.law import Confidence, Dated, cites
from perenne.rules.needs import BuyerKind, ContractKind, Need
from perenne.rules.segments import SegmentFinding
from perenne.rules.texts import (
    CLIMATE_LAW,
    CRITERIA_DECREE,
    DUTY,
    EU_THRESHOLDS,
    NEEDS,
    SOCIAL_SERVICES,
    SOCIAL_SERVICES_LIST,
)
from perenne.values import Euros

DUTY_SINCE = Dated(
    {date(2026, 8, 22): True},
    CLIMATE_LAW,
    meaning="Condition sociale ou relative à l’emploi due à partir des seuils européens",
)
DECREE_SINCE = Dated(
    {date(2026, 8, 21): True},
    CRITERIA_DECREE,
    meaning="Critères d’attribution qui tiennent compte de l’environnement",
)
SHORT_WORKS_MONTHS = Dated(
    {date(2026, 8, 22): 6},
    DUTY,
    Confidence.LIKELY,
    meaning="Durée de travaux en dessous de laquelle la condition peut être écartée",
    unit="mois",
)
DUTY_DAY, DECREE_DAY = max(DUTY_SINCE.values), max(DECREE_SINCE.values)

# Published every two years; the next ones take effect on this day.
NEXT_THRESHOLDS = date(2028, 1, 1)
_YEARS = (date(2020, 1, 1), date(2022, 1, 1), date(2024, 1, 1), date(2026, 1, 1))


def _since(*amounts: int, meaning: str) -> Dated[Euros]:
    values = dict(zip(_YEARS, map(Euros.of, amounts), strict=True))
    return Dated(values, EU_THRESHOLDS, meaning=meaning, unit="hors taxes")


WORKS_AND_CONCESSIONS = _since(
    5_350_000,
    5_382_000,
    5_538_000,
    5_404_000,
    meaning="Seuil européen des travaux et des concessions",
)
STATE_PURCHASES = _since(
    139_000,
    140_000,
    143_000,
    140_000,
    meaning="Seuil européen des fournitures et services de l’État",
)
OTHER_PURCHASES = _since(
    214_000,
    215_000,
    221_000,
    216_000,
    meaning="Seuil européen des fournitures et services des autres pouvoirs adjudicateurs",
)
NETWORK_PURCHASES = _since(
    428_000,
    431_000,
    443_000,
    432_000,
    meaning="Seuil européen des fournitures et services des entités adjudicatrices",
)
SOCIAL_SERVICES_OF_AUTHORITIES = Dated(
    {_YEARS[0]: Euros.of(750_000)},
    SOCIAL_SERVICES_LIST,
    Confidence.LIKELY,
    meaning="Seuil de publicité européenne des services sociaux des pouvoirs adjudicateurs",
    unit="hors taxes",
)
SOCIAL_SERVICES_OF_NETWORKS = Dated(
    {_YEARS[0]: Euros.of(1_000_000)},
    SOCIAL_SERVICES_LIST,
    Confidence.LIKELY,
    meaning="Seuil de publicité européenne des services sociaux des entités adjudicatrices",
    unit="hors taxes",
)

# « Services sociaux et autres services spécifiques »: by CPV prefix, or by what was understood.
SPECIFIC_PREFIXES = (
    "551",
    "552",
    "553",
    "554",
    "641",
    "75",
    "791",
    "7961",
    "7962",
    "797",
    "7995",
    "79995",
    "80",
    "85",
    "92",
    "9812",
    "9813",
)
SPECIFIC_ENTRIES = frozenset(
    {
        "collective_catering",
        "events_catering",
        "guarding",
        "insertion",
        "legal",
        "social_services",
        "training",
    }
)


@cites(
    EU_THRESHOLDS,
    SOCIAL_SERVICES,
    SOCIAL_SERVICES_LIST,
    says="Quel seuil européen s’applique ?",
    confidence=Confidence.SURE,
)
def thresholds(need: Need, *, finding: SegmentFinding) -> tuple[Euros, ...]:
    """The threshold of this contract, or the lowest and highest when its kind is not sure."""
    kind, day = kind_of(need, finding), need.consulted_on or DUTY_DAY
    if day < _YEARS[0]:
        return ()
    works, purchases = WORKS_AND_CONCESSIONS.on(day), _purchases(need.buyer).on(day)
    if kind is None:
        return (purchases, works)
    if kind in {ContractKind.WORKS, ContractKind.CONCESSION}:
        return (works,)
    if kind is ContractKind.SERVICES and _is_specific(finding):
        return (purchases, _specific(need.buyer).on(day))
    return (purchases,)


@cites(
    NEEDS,
    says="Travaux, services, fournitures ou concession ?",
    confidence=Confidence.LIKELY,
)
def kind_of(need: Need, finding: SegmentFinding) -> ContractKind | None:
    """What the buyer says, else what the words and the CPV code say."""
    return need.kind or finding.contract_kind


def _purchases(buyer: BuyerKind) -> Dated[Euros]:
    special = {
        BuyerKind.STATE: STATE_PURCHASES,
        BuyerKind.NETWORK_OPERATOR: NETWORK_PURCHASES,
    }
    return special.get(buyer, OTHER_PURCHASES)


def _specific(buyer: BuyerKind) -> Dated[Euros]:
    if buyer is BuyerKind.NETWORK_OPERATOR:
        return SOCIAL_SERVICES_OF_NETWORKS
    return SOCIAL_SERVICES_OF_AUTHORITIES


def _is_specific(finding: SegmentFinding) -> bool:
    entry = finding.trade or finding.excluded
    if entry is not None and entry.code in SPECIFIC_ENTRIES:
        return True
    coded = finding.cpv is not None and finding.conflict is None
    return coded and str(finding.cpv).startswith(SPECIFIC_PREFIXES)
