"""Personal data: what each column holds of whom, why, until when, and how it is erased.

Every app says it in its room `privacy.py`, one `classify` a table; `tests/house/test_privacy.py`
refuses a column that nobody classified.
"""

from perenne.kit.privacy.classes import (
    Attachment,
    Basis,
    Category,
    Expires,
    Gone,
    Personal,
    Processing,
    Table,
    blanked,
    kept,
    removed,
    replaced,
)
from perenne.kit.privacy.finding import (
    Subject,
    itself,
    mentioning,
    same_address,
    through,
)
from perenne.kit.privacy.register import (
    also_found,
    before_erasing,
    classify,
    nobody_in,
    table_of,
    tables,
)

__all__ = [
    "Attachment",
    "Basis",
    "Category",
    "Expires",
    "Gone",
    "Personal",
    "Processing",
    "Subject",
    "Table",
    "also_found",
    "before_erasing",
    "blanked",
    "classify",
    "itself",
    "kept",
    "mentioning",
    "nobody_in",
    "removed",
    "replaced",
    "same_address",
    "table_of",
    "tables",
    "through",
]
