"""Version 1 of the computation. Never edited once a penalty has been decided: write version 2."""

from perenne.rules.penalties.version_1.reckoning import reckon

__all__ = ["reckon"]
