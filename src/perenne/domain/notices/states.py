"""How often somebody wants to be reminded."""

from enum import StrEnum


class Rhythm(StrEnum):
    """LEGAL: only what a right or a delay stands on (a formal notice, an answer that is due)."""

    DAILY = "daily"
    WEEKLY = "weekly"
    LEGAL = "legal"

    @property
    def label(self) -> str:
        return {
            Rhythm.DAILY: "Chaque jour ouvré, s’il y a du nouveau",
            Rhythm.WEEKLY: "Une fois par semaine, le lundi",
            Rhythm.LEGAL: "Jamais, sauf ce que la règle oblige à vous dire",
        }[self]


DAILY, WEEKLY, LEGAL = Rhythm
