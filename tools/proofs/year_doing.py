"""Somebody before something that waits for them, during the simulated year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import TypeAlias

from perenne.kit.actors import Actor
from perenne.values import Errand

WHY = "Motif donné pendant l’année simulée, pour que chacun comprenne ce qui a été décidé."


@dataclass(frozen=True, slots=True)
class Doing:
    """Somebody, at a moment, before an errand of their desk."""

    by: Actor
    now: datetime
    errand: Errand
    chance: Random

    @property
    def on(self) -> date:
        return self.now.date()

    @property
    def key(self) -> int:
        return int(self.errand.keys[0])

    def happens(self, share: float) -> bool:
        return self.chance.random() < share


Act: TypeAlias = Callable[[Doing], object]
