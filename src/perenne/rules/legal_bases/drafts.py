"""What the draft of a clause says, and what an overstep does to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.thresholds import DutyVerdict
from perenne.values import Euros, Hours


class Effect(StrEnum):
    """What the overstep does to the clause."""

    UNLAWFUL = "unlawful"
    UNENFORCEABLE = "unenforceable"
    INCORRECT = "incorrect"
    INCOMPLETE = "incomplete"

    @property
    def label(self) -> str:
        return EFFECT_LABELS[self]


EFFECT_LABELS = {
    Effect.UNLAWFUL: "Irrégulier : à retirer",
    Effect.UNENFORCEABLE: "Sans effet : à écrire autrement",
    Effect.INCORRECT: "Inexact : à corriger",
    Effect.INCOMPLETE: "Incomplet : à compléter",
}


@dataclass(frozen=True, slots=True)
class Draft:
    """What a clause says. `in_zone_programme`: the operation is under ANRU or aims at a QPV."""

    asks_residence: bool = False
    in_zone_programme: bool = False
    is_linked: bool = True
    notes_company_policy: bool = False
    asks_sex: bool = False
    asks_origin: bool = False
    names_structure: bool = False
    prefers_local_firms: bool = False
    said_compulsory: bool = False
    hours_said_compulsory: bool = False
    duty: DutyVerdict = DutyVerdict.UNKNOWN
    criterion: bool = False
    criterion_announced: bool = True
    condition_announced: bool = True
    reserved: bool = False
    reservation_announced: bool = True
    penalised: bool = False
    penalty: Euros | None = None
    hours: Hours | None = None
    says_perimeter: bool = True
    has_facilitator: bool = True
    says_facilitator: bool = True
    says_publics: bool = True
