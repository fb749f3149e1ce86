"""The facts from which a clause is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

from perenne.rules.calibration import Recalculation, Scheme
from perenne.rules.criterion import CriterionGrid, default_grid
from perenne.rules.deadlines import Monitoring
from perenne.rules.legal_bases import LegalBasis, Regime, ReservedTo
from perenne.rules.penalties import FORMULAS, Tariff
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

USUAL_GRID, AS_USUAL = default_grid(), Monitoring()
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

    `months` is the duration of the contract; `scheme` how many hours its invoices make due, in
    place of a firm volume; `globalisation_cap` the share of the hours that may come from other
    contracts; `late_day` what a day of delay of a document costs, `absence` an absence at the
    kick-off meeting; `requirements` quantities by the codes of `rules.quality`; `ccap_article`
    the number that the clause takes in the buyer's CCAP. A missing volume, contact, weight or
    reservation is written as a visible blank and told in the points of vigilance. Texts come
    stripped, on one line.
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
    globalisation_cap: Share | None = None
    penalty: Tariff | None = None
    late_day: Euros | None = None
    absence: Euros | None = None
    monitoring: Monitoring = AS_USUAL
    requirements: Mapping[str, int] = field(default_factory=dict)
    scheme: Scheme | None = None
    recalculation: Recalculation = Recalculation.NEVER
    covers_renewals: bool = True
    hourly_cost: Euros | None = None
    ccag: Ccag | None = None
    duty_applies: bool = False
    criterion_weight: Share | None = None
    criterion: CriterionGrid = USUAL_GRID
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
        lambda terms: (
            terms.penalty is not None
            and not (terms.penalty.is_written and FORMULAS[terms.penalty.formula].in_hours)
        ),
        "Indiquez une pénalité supérieure à zéro, ou laissez-la vide s’il n’y en a pas.",
    ),
    (
        lambda terms: any(
            amount is not None and amount <= Euros(0) for amount in (terms.late_day, terms.absence)
        ),
        "Indiquez un montant supérieur à zéro par jour de retard ou par absence, ou laissez-le "
        "vide.",
    ),
    (
        lambda terms: (
            (terms.globalisation is Globalisation.CAPPED) != (terms.globalisation_cap is not None)
        ),
        "Indiquez la part des heures qui peut venir d’autres marchés, pour une globalisation "
        "acceptée dans une limite et pour elle seule.",
    ),
    (
        lambda terms: (
            terms.globalisation_cap is not None
            and not Share(0) < terms.globalisation_cap < Share.percent(100)
        ),
        "Choisissez, pour la globalisation, une limite entre 1 et 99 % des heures.",
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
