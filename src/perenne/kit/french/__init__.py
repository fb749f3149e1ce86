"""Reading what French people type in cells. Pure functions that never raise.

read_amount(text, *, unit_factor=1, tax=Tax.UNSAID, per_year=False) -> AmountReading
whole(reading, months) -> AmountReading, its figures made a total over the duration
read_duration(text, *, unit_factor=None) -> DurationReading
read_moment(text, *, default_year=None) -> MomentReading
read_cpv(text) -> CpvReading
find_headings(rows, *, remembered={}) -> Headings
sort_lines(rows, headings, *, amounts=None) -> tuple[SortedLine, ...]
"""

from perenne.kit.french.amounts import read_amount, whole
from perenne.kit.french.columns import Column
from perenne.kit.french.cpv import read_cpv
from perenne.kit.french.durations import read_duration
from perenne.kit.french.headings import find_headings
from perenne.kit.french.line_cells import cell, read_line_amount, read_line_duration
from perenne.kit.french.lines import sort_lines
from perenne.kit.french.moments import read_moment
from perenne.kit.french.readings import (
    AmountReading,
    CpvReading,
    DurationReading,
    MomentReading,
    Precision,
    Tax,
)
from perenne.kit.french.table import (
    Fate,
    Heading,
    HeadingDoubt,
    Headings,
    LineKind,
    SortedLine,
)

__all__ = [
    "AmountReading",
    "Column",
    "CpvReading",
    "DurationReading",
    "Fate",
    "Heading",
    "HeadingDoubt",
    "Headings",
    "LineKind",
    "MomentReading",
    "Precision",
    "SortedLine",
    "Tax",
    "cell",
    "find_headings",
    "read_amount",
    "read_cpv",
    "read_duration",
    "read_line_amount",
    "read_line_duration",
    "read_moment",
    "sort_lines",
    "whole",
]
