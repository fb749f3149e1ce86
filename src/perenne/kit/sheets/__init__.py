"""Tabular files that strangers send, read into clean text; tables written for them to keep.

read(content: bytes, filename: str) -> Workbook      raises Refused, in French
write_workbook(tables: Sequence[Table]) -> bytes
write_csv(table: Table) -> bytes
"""

from perenne.kit.sheets.workbook import LIMITS, Limits, Sheet, Workbook

__all__ = ["LIMITS", "Limits", "Sheet", "Workbook"]
