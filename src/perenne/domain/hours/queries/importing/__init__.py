"""What is read of files of hours."""

from perenne.domain.hours.queries.importing.columns import HourColumn, Layout
from perenne.domain.hours.queries.importing.facts import Fate
from perenne.domain.hours.queries.importing.files import ReadFile
from perenne.domain.hours.queries.importing.imports import (
    CompanyChoice,
    ImportCard,
    People,
    columns_of,
    companies_to_import_for,
    import_card,
    imports_of,
    may_import,
    people_of,
    recent_import,
    refused_lines,
)
from perenne.domain.hours.queries.importing.moments import month_in
from perenne.domain.hours.queries.importing.people import NOT_OURS
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
    "marked_file",
    "may_import",
    "month_in",
    "people_of",
    "recent_import",
    "refused_lines",
    "template_for",
]
