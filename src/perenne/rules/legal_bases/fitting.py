"""Which of the five possibilities fits a lot, and why not the others.

The law is that of the day of the consultation; a consultation older than the code is read under
its first version.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from perenne.rules import texts
from perenne.rules.calibration import Calibration
from perenne.rules.calibration.numbers import FLOOR_HOURS, HIGH_EFFORT
from perenne.rules.french import typeset
from perenne.rules.law import Confidence, Source, cites
from perenne.rules.legal_bases.names import LegalBasis, founding_articles
from perenne.rules.legal_bases.regimes import Regime, regime_of
from perenne.rules.legal_bases.reservations import CODE_DAY, LEAST_SHARE
from perenne.rules.legal_bases.social_economy import ESS_LONGEST_MONTHS
from perenne.rules.needs import Need
from perenne.rules.practice import USUAL, Practice, parameter
from perenne.rules.segments import Segment, SegmentFinding, Technicality
from perenne.rules.thresholds import DUTY_DAY, Duty, kind_of
from perenne.values import Hours, Share

CRITERION_FROM = parameter(
    "legal_bases.criterion_from",
    "Volume à partir duquel un critère d’insertion départage les offres",
    Hours.of(5_000),
    between=(Hours.of(500), Hours.of(20_000)),
)
RESERVED_LABOUR = parameter(
    "legal_bases.reserved_labour",
    "Part de main-d’œuvre à partir de laquelle un lot peut être réservé",
    Share.percent(50),
    between=(Share.percent(30), Share.percent(90)),
)
# Where sheltered and inclusion structures usually offer: practice, to be checked locally.
SUPPLIED = frozenset(
    {
        Segment.GREEN_SPACES,
        Segment.CLEANING,
        Segment.STREET_CLEANING,
        Segment.ENVIRONMENT,
        Segment.WASTE,
        Segment.CATERING,
        Segment.PRINT,
        Segment.SURVEYS,
    }
)


@dataclass(frozen=True, slots=True)
class Rejected:
    basis: LegalBasis
    reason: str


@dataclass(frozen=True, slots=True)
class BasisDecision:
    proposed: LegalBasis
    reasons: tuple[str, ...]
    rejected: tuple[Rejected, ...]
    articles: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Lot:
    """Everything that the choice looks at."""

    need: Need
    finding: SegmentFinding
    duty: Duty
    calibration: Calibration | None
    practice: Practice

    @property
    def regime(self) -> Regime:
        return regime_of(self.need.buyer, kind_of(self.need, self.finding))

    @property
    def is_private(self) -> bool:
        return self.regime is Regime.PRIVATE

    @property
    def is_concession(self) -> bool:
        return self.regime is Regime.CONCESSION

    @property
    def day(self) -> date:
        return max(self.need.consulted_on or DUTY_DAY, CODE_DAY)


Answer: TypeAlias = tuple[bool, str]


@cites(
    texts.CONDITION,
    texts.DUTY,
    texts.CRITERION,
    texts.CRITERION_LIST,
    texts.RESERVED_DISABLED,
    texts.RESERVED_INCLUSION,
    texts.RESERVED_BOTH,
    texts.RESERVED_SHARE,
    texts.RESERVED_ESS,
    texts.RESERVED_ESS_LIMITS,
    texts.SOCIAL_SERVICES,
    texts.CONCESSION_CONDITION,
    texts.CONCESSION_CRITERION,
    texts.CONCESSION_RESERVED,
    texts.PRIVATE_CONTRACT,
    says="Laquelle des cinq possibilités convient à ce lot, et pourquoi pas les autres ?",
    confidence=Confidence.VARIES,
)
def fitting_bases(
    need: Need,
    finding: SegmentFinding,
    duty: Duty,
    calibration: Calibration | None,
    *,
    practice: Practice = USUAL,
) -> BasisDecision:
    """The first possibility that fits, from the most particular to the most general."""
    lot = Lot(need, finding, duty, calibration, practice)
    answers = {basis: fits(lot) for basis, fits in POSSIBILITIES}
    proposed = next(basis for basis, (fits, _) in answers.items() if fits)
    rejected = tuple(
        Rejected(basis, typeset(_left_aside(reason, fits=fits)))
        for basis, (fits, reason) in answers.items()
        if basis is not proposed
    )
    reasons = [answers[proposed][1], *_by_lot(lot, proposed)]
    return BasisDecision(proposed, tuple(map(typeset, reasons)), rejected, _articles(lot, proposed))


def _left_aside(reason: str, *, fits: bool) -> str:
    return f"Possible aussi, en second choix. {reason}" if fits else reason


def _subject_matter(lot: Lot) -> Answer:
    if lot.is_private or lot.is_concession:
        return False, "Cette possibilité n'existe que pour un marché public de services."
    excluded = lot.finding.excluded
    if excluded is not None and excluded.code == "insertion":
        return True, (
            "L'insertion est l'objet même du marché ; l'activité n'en est que le support "
            "(article R2123-1, 3°)."
        )
    return False, "L'objet du marché n'est pas l'insertion elle-même."


def _social_economy(lot: Lot) -> Answer:
    excluded, longest = lot.finding.excluded, ESS_LONGEST_MONTHS.on(lot.day)
    if lot.is_private or lot.is_concession:
        return False, "Cette réservation n'existe que pour un marché public."
    if excluded is None or not excluded.social_economy:
        return False, "Réservé aux services de santé, sociaux ou culturels (article L2113-15)."
    months = lot.need.lasting
    if months is not None and months > longest:
        return False, (
            f"La réservation à l'économie sociale et solidaire est limitée à {longest} mois ; "
            f"celui-ci en dure {months} : ramenez-le à trois ans pour l'envisager."
        )
    return True, (
        "Service de santé, social ou culturel : le marché peut être réservé aux entreprises de "
        "l'économie sociale et solidaire, pour trois ans au plus (article L2113-15)."
    )


def _reserved(lot: Lot) -> Answer:
    trade, calibration = lot.finding.trade, lot.calibration
    if lot.is_private:
        return False, "La réservation est une faculté du seul acheteur public."
    if trade is None or calibration is None or trade.segment not in SUPPLIED:
        return False, "L'offre des structures d'insertion et du handicap n'est pas connue ici."
    easy = trade.technicality is Technicality.LOW
    if not easy or calibration.hypotheses.labour_share < lot.practice.of(RESERVED_LABOUR):
        return False, "Le métier ou la part de main-d'œuvre se prête mal à une réservation."
    return _worth_reserving(lot, calibration)


def _worth_reserving(lot: Lot, calibration: Calibration) -> Answer:
    share, high = LEAST_SHARE.on(lot.day), lot.practice.of(HIGH_EFFORT)
    floor = lot.practice.of(FLOOR_HOURS)
    articles, article = OF_CONCESSIONS if lot.is_concession else OF_CONTRACTS
    if calibration.hypotheses.effort_rate > high:
        return True, (
            f"Taux d'effort au-delà de {high} : un lot réservé aux structures qui emploient au "
            f"moins {share} de travailleurs concernés est plus sûr (article {article})."
        )
    if calibration.hours < floor:
        return True, (
            f"Moins de {floor} d'insertion, mais un métier accessible : un lot réservé "
            f"aux structures employant au moins {share} de travailleurs concernés donne plus "
            f"d'emploi (articles {articles})."
        )
    return False, "Le volume obtenu permet une clause ouverte à toutes les entreprises."


# The articles of a reservation, and the one that fixes its share.
OF_CONTRACTS = ("L2113-12 à L2113-14", "R2113-7")
OF_CONCESSIONS = ("L3113-1 à L3113-3", "R3113-1")


def _criterion(lot: Lot) -> Answer:
    if lot.is_private:
        return False, "Le critère d'attribution suppose une procédure publique."
    hours = lot.calibration.hours if lot.calibration is not None else Hours(0)
    least = lot.practice.of(CRITERION_FROM)
    if hours >= least:
        article = "R3124-4" if lot.is_concession else "R2152-7"
        return True, (
            f"Au moins {least} : les entreprises peuvent se départager sur la "
            "qualité de l'insertion, et le volume offert devient contractuel "
            f"(article {article})."
        )
    return False, (
        "Le volume est trop faible pour départager les offres ; un critère seul n'engagerait pas "
        "à exécuter."
    )


def _condition(lot: Lot) -> Answer:
    if lot.is_private:
        return True, (
            "Acheteur privé : la clause est une stipulation du contrat ; la pénalité est une "
            "clause pénale que le juge peut réduire."
        )
    article = "L3114-2" if lot.is_concession else "L2112-2"
    owed = f" et répond à l'obligation de l'article {article}-1" if lot.duty.verdict.binds else ""
    return True, (
        f"La condition d'exécution (article {article}) s'impose à toutes les offres sans "
        f"être notée{owed}."
    )


# From the most particular to the most general: the last one always fits.
POSSIBILITIES: tuple[tuple[LegalBasis, Callable[[Lot], Answer]], ...] = (
    (LegalBasis.SUBJECT_MATTER, _subject_matter),
    (LegalBasis.RESERVED_SOCIAL_ECONOMY, _social_economy),
    (LegalBasis.RESERVED_INCLUSION, _reserved),
    (LegalBasis.CONDITION_AND_CRITERION, _criterion),
    (LegalBasis.PERFORMANCE_CONDITION, _condition),
)


def _by_lot(lot: Lot, proposed: LegalBasis) -> list[str]:
    if proposed is LegalBasis.RESERVED_INCLUSION:
        notice = "L'avis de concession" if lot.is_concession else "L'avis de marché"
        return [f"{notice} doit nommer l'article utilisé ; vérifiez l'offre locale."]
    if lot.duty.verdict.binds:
        return ["L'obligation s'apprécie pour tout le marché ; le choix se fait lot par lot."]
    return []


def _articles(lot: Lot, proposed: LegalBasis) -> tuple[Source, ...]:
    founding = founding_articles(proposed, lot.regime)
    if not lot.duty.verdict.binds:
        return founding
    return (*founding, texts.CONCESSION_DUTY if lot.is_concession else texts.DUTY)
