"""What a statement declares, and what the clause says of the hours that count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from perenne.rules.french import typeset
from perenne.values import Hours, Share


class HourKind(StrEnum):
    """What was done during the hours."""

    WORK = "TRAVAIL"
    OVERTIME = "HEURES_SUPPLEMENTAIRES"
    TRAVEL_AT_WORK = "TRAJET_ENTRE_LIEUX"
    COMMUTE = "TRAJET_DOMICILE"
    INTERNAL_TRAINING = "FORMATION_INTERNE"
    EXTERNAL_TRAINING = "FORMATION_EXTERNE"
    WORK_STUDY_CENTRE = "FORMATION_ALTERNANCE"
    PRE_HIRE_TRAINING = "FORMATION_PREALABLE"
    TUTORING = "TUTORAT"
    SOCIAL_SUPPORT = "ACCOMPAGNEMENT"
    PAID_LEAVE = "CONGES"
    PUBLIC_HOLIDAY = "FERIE_CHOME"
    SICKNESS = "MALADIE"
    BAD_WEATHER = "INTEMPERIES"
    PARTIAL_ACTIVITY = "ACTIVITE_PARTIELLE"
    UNPAID_ABSENCE = "ABSENCE"
    INTERNSHIP = "STAGE"
    IMMERSION = "IMMERSION"


ABSENCES = frozenset(
    {
        HourKind.PAID_LEAVE,
        HourKind.PUBLIC_HOLIDAY,
        HourKind.SICKNESS,
        HourKind.BAD_WEATHER,
        HourKind.PARTIAL_ACTIVITY,
        HourKind.UNPAID_ABSENCE,
    }
)
"""Time during which nobody works, whether it is paid or not."""


class CapCode(StrEnum):
    """Hours that count together within one limit."""

    TRAINING = "FORMATION"
    SUPPORT = "ACCOMPAGNEMENT"


class Merit(StrEnum):
    """What some clauses reward over the hour itself."""

    PERMANENT = "CDI"
    PRIORITY_DISTRICT = "QPV"
    WOMAN = "FEMME"
    TUTORED = "TUTORAT"


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a statement. `led_to_hiring` is asked of training that comes before hiring."""

    entry_id: int
    kind: HourKind
    hours: Hours
    merits: frozenset[Merit] = frozenset()
    led_to_hiring: bool = False

    def __post_init__(self) -> None:
        if self.hours < Hours(0):
            raise ValueError(
                typeset("Une durée négative ne se compte pas : corrigez la ligne déclarée.")
            )


@dataclass(frozen=True, slots=True)
class Bonus:
    """A reward that the clause writes. ValueError, in French, when no article of it does."""

    merit: Merit
    share: Share
    article: str

    def __post_init__(self) -> None:
        if not self.article.strip():
            raise ValueError(
                typeset("Une bonification s'écrit dans la clause : indiquez l'article du marché.")
            )
        if self.share.basis_points < 0:
            raise ValueError(typeset("Une bonification ne retire pas d'heures : corrigez le taux."))


@dataclass(frozen=True, slots=True)
class CountingTerms:
    """What the clause says. `due` is None when it asks for no volume (a reserved lot).

    `admits`: the kinds that count only because the clause writes it. `already`: what each limit
    has let through before these entries.
    """

    due: Hours | None
    admits: frozenset[HourKind] = frozenset()
    bonuses: tuple[Bonus, ...] = ()
    already: Mapping[CapCode, Hours] = field(default_factory=dict)
