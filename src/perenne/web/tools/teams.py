"""A volume told as teams, with the absences that they are counted with."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.rules.calibration import Crew, crews
from perenne.rules.calibration.capacity import PRESENCE
from perenne.rules.calibration.formulas import WHOLE
from perenne.values import Hours, Share


@dataclass(frozen=True, slots=True)
class Teams:
    crews: tuple[Crew, ...]
    absence: Share


def teams_for(hours: Hours, months: int | None) -> Teams:
    absence = Share(WHOLE.basis_points - PRESENCE.value.basis_points)
    return Teams(crews(hours, months), absence)
