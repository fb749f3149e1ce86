"""What a computation of penalty answers."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.values import Euros, Hours


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What one version of the rule finds: `gross` before cap and exemption, `amount` after."""

    gross: Euros
    amount: Euros
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Penalty:
    """The amount proposed, outside VAT, each step in French, articles, and points of doubt."""

    amount: Euros
    gross: Euros
    missing: Hours
    reasons: tuple[str, ...]
    articles: tuple[str, ...]
    cautions: tuple[str, ...]
    version: int
