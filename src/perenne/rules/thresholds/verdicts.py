"""What the law answers: the verdict, and whether the buyer must or may."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from perenne.rules.law import Source
from perenne.rules.thresholds.grounds import ExceptionGround
from perenne.rules.thresholds.stances import Stance
from perenne.values import Euros


class DutyVerdict(StrEnum):
    MUST = "must"
    MUST_UNLESS_MOTIVATED = "must_unless_motivated"
    MAY = "may"
    NOT_CONCERNED = "not_concerned"
    UNKNOWN = "unknown"

    @property
    def label(self) -> str:
        return VERDICT_LABELS[self]

    @property
    def binds(self) -> bool:
        return self.stance is Stance.MUST

    @property
    def stance(self) -> Stance:
        """A private buyer may write a condition too: as a stipulation of its contract."""
        return STANCES[self]


VERDICT_LABELS = {
    DutyVerdict.MUST: "Condition sociale ou d’emploi obligatoire",
    DutyVerdict.MUST_UNLESS_MOTIVATED: "Condition sociale ou d’emploi obligatoire, sauf motif",
    DutyVerdict.MAY: "Condition sociale facultative",
    DutyVerdict.NOT_CONCERNED: "Hors du Code de la commande publique",
    DutyVerdict.UNKNOWN: "À vérifier",
}
STANCES = {
    DutyVerdict.MUST: Stance.MUST,
    DutyVerdict.MUST_UNLESS_MOTIVATED: Stance.MUST,
    DutyVerdict.MAY: Stance.MAY,
    DutyVerdict.NOT_CONCERNED: Stance.MAY,
    DutyVerdict.UNKNOWN: Stance.TO_CHECK,
}


@dataclass(frozen=True, slots=True)
class Duty:
    """`exceptions`: the grounds open to this contract, each to be motivated if it is used."""

    verdict: DutyVerdict
    threshold: Euros | None
    reasons: tuple[str, ...]
    exceptions: tuple[ExceptionGround, ...]
    articles: tuple[Source, ...]
