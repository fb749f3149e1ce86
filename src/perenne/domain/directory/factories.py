from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

from perenne.domain.directory.models import Capacity, Structure, StructureArea, StructureTrade
from perenne.domain.directory.states import StructureSource

_number = count(1)
SAID_ON = date(2026, 6, 1)


def new_structure(
    *,
    trades: Mapping[str, int] | None = None,
    areas: tuple[Mapping[str, Any], ...] = (),
    **facts: Any,
) -> Structure:
    """`trades`: code → hours a month, 0 for a trade without a stated capacity."""
    usual: dict[str, Any] = {
        "name": f"Structure {next(_number)}",
        "kind": "ei",
        "source": StructureSource.COORDINATION,
        "said_on": SAID_ON,
    }
    structure = Structure.objects.create(**{**usual, **facts})
    for trade, hours in (trades or {}).items():
        StructureTrade.objects.create(structure=structure, trade=trade)
        if hours:
            Capacity.objects.create(
                structure=structure, trade=trade, minutes_per_month=hours * 60,
                said_on=structure.said_on,
            )  # fmt: skip
    for area in areas:
        StructureArea.objects.create(structure=structure, **area)
    return structure
