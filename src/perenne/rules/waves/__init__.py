"""Whom a need is sent to, when, and what offers cover of it."""

from perenne.rules.waves.choosing import (
    FINAL,
    GROUNDS,
    Aside,
    Askable,
    Choice,
    GroundCode,
    Halt,
    Need,
    Wave,
    ground_against,
    halt_on,
    next_wave,
)
from perenne.rules.waves.fairness import gini
from perenne.rules.waves.sharing import Offered, Wanted, covered, last_day
from perenne.rules.waves.spacing import answer_by, is_wave_day, lapses_on, next_wave_on

__all__ = [
    "FINAL",
    "GROUNDS",
    "Aside",
    "Askable",
    "Choice",
    "GroundCode",
    "Halt",
    "Need",
    "Offered",
    "Wanted",
    "Wave",
    "answer_by",
    "covered",
    "gini",
    "ground_against",
    "halt_on",
    "is_wave_day",
    "lapses_on",
    "last_day",
    "next_wave",
    "next_wave_on",
]
