"""Structures with the hours that they have not promised, which `promises` alone knows."""

from dataclasses import replace
from datetime import date

from perenne.domain.directory.queries.rows import StructureRow
from perenne.domain.promises.queries import free_hours, promising
from perenne.kit.paging import Page


def with_free_hours(page: Page[StructureRow], *, on: date) -> Page[StructureRow]:
    """One query more, two where some of them promised hours. Who promised none has them all."""
    stating = [row for row in page.items if row.hours]
    some = promising([row.id for row in stating], on) if stating else frozenset()
    found = free_hours(some, on=on) if some else {}
    left = {row.id: found[row.id].whole if row.id in found else row.hours for row in stating}
    rows = [replace(row, left=left.get(row.id)) for row in page.items]
    return replace(page, items=rows)
