from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

from perenne.domain.directory.models import (
    Capacity,
    Import,
    ImportedRow,
    Structure,
    StructureArea,
    StructureTrade,
)
from perenne.domain.directory.states import Outcome, StructureSource

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


def new_contact(**contact: Any) -> Structure:
    """The same contact in the directory, and in a file that waits to be applied."""
    batch = Import.objects.create(
        source=StructureSource.MARCHE, filename="a.csv", dated_on=SAID_ON, departments=["77"]
    )
    ImportedRow.objects.create(batch=batch, line=2, outcome=Outcome.ADDED, **contact)
    return new_structure(**contact)
