"""Structures with the hours that they have not promised: `promises` knows, the directory does not."""

from dataclasses import replace
from datetime import date

from perenne.domain.directory.queries.rows import StructureRow
from perenne.domain.promises.queries import free_hours
from perenne.kit.paging import Page


def with_free_hours(page: Page[StructureRow], *, on: date) -> Page[StructureRow]:
    """One query more."""
    found = free_hours([row.id for row in page.items if row.hours], on=on)
    rows = [
        replace(row, left=found[row.id].whole) if row.id in found else row for row in page.items
    ]
    return replace(page, items=rows)
