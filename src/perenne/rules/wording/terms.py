"""The facts from which a clause is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from perenne.rules.legal_bases import LegalBasis, Regime, ReservedTo
from perenne.values import Euros, Hours, Share

__all__ = [
    "INSERTION_IS_THE_WORK",
    "OBJECTIONS",
    "Ccag",
    "ClauseTerms",
    "Facilitator",
    "Globalisation",
    "Publics",
    "Regime",
    "ReservedTo",
]

INSERTION_IS_THE_WORK = frozenset({LegalBasis.SUBJECT_MATTER, LegalBasis.RESERVED_INCLUSION})


class Ccag(StrEnum):
    """The general terms (cahier des clauses administratives générales) the contract refers to."""

    TRAVAUX = "travaux"
    FCS = "fcs"
    TIC = "tic"
    PI = "pi"
    MI = "mi"
    MOE = "moe"


class Globalisation(StrEnum):
    """Whether the hours of one worker may serve several clauses."""

    ACCEPTED = "accepted"
    CAPPED = "capped"
    REFUSED = "refused"
    CASE_BY_CASE = "case_by_case"


class Publics(StrEnum):
    """Who counts: the open list of the CCAG, that list closed, or the residents of the QPV."""

    OPEN_LIST = "open_list"
    CLOSED_LIST = "closed_list"
    URBAN_RENEWAL = "urban_renewal"


@dataclass(frozen=True, slots=True)
class Facilitator:
    """The person named in the contract, and how to reach them."""

    name: str
    organisation: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class ClauseTerms:
    """Everything the wording says. ValueError, in French, when the clause cannot be written.

    `months` is the duration of the contract; `statement_day` the last day of the following
    month on which a monthly statement arrives; `ccap_article` the number that the clause takes
    in the buyer's CCAP. A missing volume, contact, weight or reservation is written as a visible
    blank and told in the points of vigilance. Texts come stripped, on one line.
    """

    buyer: str
    contract: str
    segment: str
    basis: LegalBasis
    hours: Hours | None
    facilitator: Facilitator
    lot: str | None = None
    months: int | None = None
    regime: Regime = Regime.PUBLIC_CONTRACT
    publics: Publics = Publics.OPEN_LIST
    globalisation: Globalisation = Globalisation.CASE_BY_CASE
    penalty_per_hour: Euros | None = None
    statement_day: int = 12
    ccag: Ccag | None = None
    duty_applies: bool = False
    criterion_weight: Share | None = None
    reserved_to: ReservedTo | None = None
    ccap_article: int = 10

    def __post_init__(self) -> None:
        for is_wrong, sentence in OBJECTIONS:
            if is_wrong(self):
                raise ValueError(sentence)


Objection: TypeAlias = tuple[Callable[[ClauseTerms], bool], str]

OBJECTIONS: Sequence[Objection] = (
    (lambda terms: not terms.buyer.strip(), "Indiquez le nom de l’acheteur."),
    (lambda terms: not terms.contract.strip(), "Indiquez l’objet du marché."),
    (lambda terms: not terms.segment.strip(), "Indiquez le segment d’achat."),
    (
        lambda terms: terms.hours is not None and terms.hours <= Hours(0),
        "Indiquez un volume d’heures supérieur à zéro : sans volume, la clause ne peut pas être "
        "suivie.",
    ),
    (
        lambda terms: terms.months is not None and terms.months < 1,
        "Indiquez une durée d’au moins un mois, ou laissez la durée vide.",
    ),
    (
        lambda terms: not 1 <= terms.statement_day <= 28,
        "Choisissez, pour le relevé mensuel, un jour entre le 1er et le 28.",
    ),
    (
        lambda terms: terms.penalty_per_hour is not None and terms.penalty_per_hour <= Euros(0),
        "Indiquez une pénalité supérieure à zéro, ou laissez-la vide s’il n’y en a pas.",
    ),
    (
        lambda terms: terms.ccap_article < 1,
        "Indiquez le numéro d’article que la clause prend dans le CCAP : un entier à partir de 1.",
    ),
    (
        lambda terms: (
            terms.criterion_weight is not None
            and not Share(0) < terms.criterion_weight <= Share.percent(100)
        ),
        "Indiquez une pondération du critère comprise entre 0 et 100 %.",
    ),
    (
        lambda terms: (
            terms.regime is Regime.PRIVATE and terms.basis is not LegalBasis.PERFORMANCE_CONDITION
        ),
        "Pour un acheteur privé, la clause est une stipulation du contrat : choisissez la "
        "condition d’exécution.",
    ),
    (
        lambda terms: (
            terms.regime is Regime.CONCESSION
            and terms.basis in {LegalBasis.SUBJECT_MATTER, LegalBasis.RESERVED_SOCIAL_ECONOMY}
        ),
        "Pour une concession, choisissez la condition d’exécution, avec ou sans critère, ou la "
        "réservation aux structures d’insertion ou du handicap.",
    ),
    (
        lambda terms: (
            terms.regime is Regime.CONCESSION
            and terms.basis is LegalBasis.RESERVED_INCLUSION
            and terms.reserved_to is ReservedTo.DISABILITY_AND_INCLUSION
        ),
        "Une concession ne se réserve pas à la fois au handicap et à l’insertion (article "
        "L3113-3) : choisissez l’un des deux.",
    ),
)
