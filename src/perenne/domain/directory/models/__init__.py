"""Structures and what they can do, the lists people keep of them, the files they came from."""

from perenne.domain.directory.models.imports import Import, ImportedRow
from perenne.domain.directory.models.lists import SavedList, SavedStructure
from perenne.domain.directory.models.structures import (
    Capacity,
    Origin,
    Structure,
    StructureArea,
    StructureTrade,
)
from perenne.domain.directory.models.words import Mention, Term

__all__ = [
    "Capacity",
    "Import",
    "ImportedRow",
    "Mention",
    "Origin",
    "SavedList",
    "SavedStructure",
    "Structure",
    "StructureArea",
    "StructureTrade",
    "Term",
]
