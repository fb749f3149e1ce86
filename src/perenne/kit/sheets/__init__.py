"""Tabular files that strangers send, read into clean text; `writing` makes the ones we send.

read(content: bytes, filename: str) -> Workbook      raises Refused, in French
"""

from perenne.kit.sheets.sandbox import read
from perenne.kit.sheets.workbook import LIMITS, Limits, Sheet, Workbook

__all__ = ["LIMITS", "Limits", "Sheet", "Workbook", "read"]
