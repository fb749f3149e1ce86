"""A need in a few words."""

from perenne.domain.sourcing.queries import Need
from perenne.kit.french.dates import written
from perenne.values import Hours


def persons_told(many: int) -> str:
    return f"{many} personne{'s' if many > 1 else ''}"


def need_told(need: Need) -> str:
    """« 1 personne, 300 h, à Meaux, dès le 7 décembre 2026 »."""
    return (
        f"{persons_told(need.persons)}, {need.hours}, à {need.place}, "
        f"dès le {written(need.starts_on)}"
    )


def offer_told(persons: int, monthly: Hours | None) -> str:
    """« 1 personne, 120 h par mois »."""
    return persons_told(persons) + (f", {monthly} par mois" if monthly else "")
