"""What is known of a person on the day that counts: the first day of the employment contract.

Absent facts are None where a question can be asked, and empty where silence means no.
ValueError, in French, when a fact is impossible.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perenne.rules.eligibility.passes import Pass
from perenne.rules.french import typeset


class Allowance(StrEnum):
    """Rights that a payer certifies."""

    RSA = "RSA"
    RSA_HOUSEHOLD = "RSA_AYANT_DROIT"
    ASS = "ASS"
    AAH = "AAH"
    INSERTION = "INSERTION"
    WIDOWHOOD = "VEUVAGE"
    INVALIDITY = "INVALIDITE"


class DisabilityTitle(StrEnum):
    """What makes somebody a BOETH (article L5212-13); `CHILD_RIGHTS` is AEEH, PCH or a PPS."""

    RQTH = "RQTH"
    WORK_ACCIDENT_ANNUITY = "RENTE_AT"
    INVALIDITY_PENSION = "PENSION_INVALIDITE"
    MILITARY_PENSION = "PENSION_MILITAIRE"
    FIREFIGHTER = "POMPIER"
    INVALIDITY_CARD = "CARTE_INVALIDITE"
    AAH = "AAH"
    CHILD_RIGHTS = "DROITS_ENFANT"


class Scheme(StrEnum):
    """Who follows the person, or has followed them."""

    PACEA = "PACEA"
    CEJ = "CEJ"
    YOUTH_GUARANTEE = "GARANTIE_JEUNES"
    SMA = "SMA"
    SMV = "SMV"
    EPIDE = "EPIDE"
    E2C = "E2C"
    PLIE = "PLIE"
    IAE = "IAE"
    CHILD_WELFARE = "ASE"
    PROBATION = "MILIEU_OUVERT"
    DETENTION = "DETENTION"
    REDUNDANCY = "LICENCIEMENT"


class Structure(StrEnum):
    """The structures that employ or receive somebody because of their situation."""

    EI = "EI"
    ACI = "ACI"
    AI = "AI"
    ETTI = "ETTI"
    EITI = "EITI"
    GEIQ = "GEIQ"
    REGIE = "RQ"
    EA = "EA"
    EATT = "EATT"
    ESAT = "ESAT"
    PRISON_WORK = "TRAVAIL_PENITENTIAIRE"
    EBE = "EBE"
    TIH = "TIH"


class StayStatus(StrEnum):
    REFUGEE = "REFUGIE"
    SUBSIDIARY_PROTECTION = "PROTECTION_SUBSIDIAIRE"
    TEMPORARY_PROTECTION = "PROTECTION_TEMPORAIRE"
    ASYLUM_SEEKER = "DEMANDEUR_ASILE"


class RuralZone(StrEnum):
    """The old zones de revitalisation rurale, and those of the France ruralités programme."""

    ZRR = "ZRR"
    FRR = "FRR"


class Difficulty(StrEnum):
    SINGLE_PARENT = "PARENT_ISOLE"
    NO_HOME = "SANS_HEBERGEMENT"
    FRENCH_BELOW_A1 = "FLE"
    MOBILITY = "MOBILITE"


class OpinionBody(StrEnum):
    """Who may give a reasoned opinion: the list of the CCAG, and the facilitator."""

    FRANCE_TRAVAIL = "FRANCE_TRAVAIL"
    EMPLOYMENT_HOUSE = "MAISON_EMPLOI"
    PLIE = "PLIE"
    MISSION_LOCALE = "MISSION_LOCALE"
    CAP_EMPLOI = "CAP_EMPLOI"
    MDPH = "MDPH"
    FACILITATOR = "FACILITATEUR"


@dataclass(frozen=True, slots=True)
class JobSearch:
    """`months_worked` in the last twelve; `idle_since` the last day of studies or work."""

    seeking: bool | None = None
    registered_on: date | None = None
    months_worked: int | None = None
    idle_since: date | None = None

    def __post_init__(self) -> None:
        if self.months_worked is not None and not 0 <= self.months_worked <= 12:
            raise ValueError(
                typeset("Les mois travaillés sur les 12 derniers vont de 0 à 12 : corrigez-les.")
            )


@dataclass(frozen=True, slots=True)
class Schooling:
    """`diploma_level`: 3 is a CAP or BEP, 4 the baccalauréat, 0 no diploma at all."""

    diploma_level: int | None = None
    left_on: date | None = None

    def __post_init__(self) -> None:
        if self.diploma_level is not None and not 0 <= self.diploma_level <= 8:
            raise ValueError(typeset("Le niveau de diplôme va de 0 à 8 : corrigez-le."))


@dataclass(frozen=True, slots=True)
class Residence:
    """`qpv_checked_on`: the day on which the address was looked up on the official map."""

    in_qpv: bool = False
    qpv_checked_on: date | None = None
    overseas: bool = False
    rural_zone: RuralZone | None = None


@dataclass(frozen=True, slots=True)
class Disability:
    """`until` None says that the title has no end; `sheltered` an orientation to an ESAT."""

    title: DisabilityTitle
    until: date | None = None
    sheltered: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    status: StayStatus
    until: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """`until` is the last day; None while it goes on."""

    scheme: Scheme
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """In a structure; `on_pathway` is false for those it employs for no reason of situation."""

    structure: Structure
    since: date
    until: date | None = None
    on_pathway: bool = True
    iae_pass: Pass | None = None


@dataclass(frozen=True, slots=True)
class Opinion:
    """The author is named, the reasons are written."""

    body: OpinionBody
    author: str
    reasons: str


@dataclass(frozen=True, slots=True)
class Person:
    born_on: date
    search: JobSearch = JobSearch()
    schooling: Schooling = Schooling()
    residence: Residence = Residence()
    allowances: frozenset[Allowance] = frozenset()
    difficulties: frozenset[Difficulty] = frozenset()
    disability: Disability | None = None
    stay: Stay | None = None
    follow_ups: tuple[FollowUp, ...] = ()
    enrolment: Enrolment | None = None
    opinion: Opinion | None = None
