"""The facts from which a clause is written."""

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.legal_bases import LegalBasis
from perenne.values import Euros, Hours, Share


class Regime(StrEnum):
    """The law that governs the contract."""

    PUBLIC_CONTRACT = "public_contract"
    CONCESSION = "concession"
    PRIVATE = "private"


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
    REFUSED = "refused"
    CASE_BY_CASE = "case_by_case"


class Publics(StrEnum):
    """Who counts: the open list of the CCAG, that list closed, or the residents of the QPV."""

    OPEN_LIST = "open_list"
    CLOSED_LIST = "closed_list"
    URBAN_RENEWAL = "urban_renewal"


class ReservedTo(StrEnum):
    """The structures to which a contract or a lot is reserved."""

    DISABILITY = "disability"
    INCLUSION = "inclusion"
    DISABILITY_AND_INCLUSION = "disability_and_inclusion"
    PRISON = "prison"


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
    in the buyer's CCAP. A missing facilitator, weight or reservation is written as a blank.
    """

    buyer: str
    contract: str
    segment: str
    basis: LegalBasis
    hours: Hours
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
