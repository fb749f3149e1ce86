"""Who was erased, by number and day only, outside of the database: a backup does not revive them.

One small file a person, in the storage « tombstones », which no backup of the database holds.
"""

from __future__ import annotations

from datetime import date

from django.core.files.base import ContentFile
from django.core.files.storage import storages


def bury(committee: str, person_id: int, day: date) -> None:
    """Once; again does nothing."""
    place = f"{committee}/{person_id}"
    if not storages["tombstones"].exists(place):
        storages["tombstones"].save(place, ContentFile(day.isoformat().encode()))


def buried(committee: str) -> dict[int, date]:
    """The number of each person erased → the day."""
    try:
        _, names = storages["tombstones"].listdir(committee)
    except FileNotFoundError:
        return {}
    return {int(name): _day(f"{committee}/{name}") for name in names if name.isdecimal()}


def _day(place: str) -> date:
    with storages["tombstones"].open(place) as stone:
        return date.fromisoformat(stone.read().decode())
