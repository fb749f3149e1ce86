"""Does a total written in the file agree with the lines above it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perenne.values import Euros, fold


def total_reason(
    written: Euros | None, above: Sequence[int], amounts: Mapping[int, Euros | None]
) -> str:
    """`above`: the numbers of the lines that the total adds up."""
    known = known_amounts(above, amounts)
    added = sum(known, Euros(0))
    missing = len(above) - len(known)
    counted = f"{lines(len(known))} au-dessus : {added}"
    left = f" ; {lines(missing)} sans montant" if missing else ""
    if written is None:
        return f"Ligne de total sans montant lisible. Somme de {counted}{left}."
    if written == added:
        return f"Ligne de total : {written}, égal à la somme de {counted}{left}."
    gap = written - added
    sign = "de plus" if gap > Euros(0) else "de moins"
    size = Euros(abs(gap.cents))
    return (
        f"Ligne de total : {written}, qui ne correspond pas à la somme de {counted}{left}. "
        f"Écart : {size} {sign} dans le fichier."
    )


def known_amounts(numbers: Sequence[int], amounts: Mapping[int, Euros | None]) -> list[Euros]:
    return [amount for number in numbers if (amount := amounts.get(number)) is not None]


def lines(count: int) -> str:
    return f"{count} ligne{'s' if count > 1 else ''}"


def is_partial(label: str) -> bool:
    """« Sous-total » adds up what follows the previous one; « Total » adds up everything."""
    return fold(label).startswith(("sous total", "s total", "sous totaux"))
