"""What is read of files of hours."""

from perenne.domain.hours.queries.importing.columns import HourColumn, Layout, is_grid
from perenne.domain.hours.queries.importing.files import ReadFile
from perenne.domain.hours.queries.importing.imports import (
    CompanyChoice,
    ImportCard,
    People,
    columns_of,
    companies_to_import_for,
    import_card,
    imports_of,
    people_of,
    refused_lines,
)
from perenne.domain.hours.queries.importing.people import NOT_OURS
from perenne.domain.hours.queries.importing.rows import Fate
from perenne.domain.hours.queries.importing.tables import marked_file, template_for

__all__ = [
    "NOT_OURS",
    "CompanyChoice",
    "Fate",
    "HourColumn",
    "ImportCard",
    "Layout",
    "People",
    "ReadFile",
    "columns_of",
    "companies_to_import_for",
    "import_card",
    "imports_of",
    "is_grid",
    "marked_file",
    "people_of",
    "refused_lines",
    "template_for",
]
