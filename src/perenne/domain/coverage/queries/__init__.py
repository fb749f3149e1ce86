"""What one may ask about who answers where."""

from perenne.domain.coverage.queries.absences import (
    AbsenceCard,
    BackupChoice,
    absence_to_call_off,
    absences_seen_by,
    absences_to_know,
    backups_for,
    body_to_announce_for,
)
from perenne.domain.coverage.queries.areas import (
    AreaCard,
    BodyCard,
    admitted,
    area_card,
    areas_by_body,
    bodies,
    body_to_say_hours_for,
    buyers,
    hours_of,
)
from perenne.domain.coverage.queries.deciding import Level, Loads, Responsible
from perenne.domain.coverage.queries.report import (
    CoveredCommune,
    Report,
    Rerouted,
    report_of,
    report_on,
    rerouted_without,
)
from perenne.domain.coverage.queries.routing import Router, Routing, facilitator_router
from perenne.domain.coverage.queries.telling import told_absence
from perenne.domain.coverage.queries.territory import (
    Drawn,
    Holder,
    Zone,
    drawn,
    holders_of,
    mark_of,
)

__all__ = [
    "AbsenceCard",
    "AreaCard",
    "BackupChoice",
    "BodyCard",
    "CoveredCommune",
    "Drawn",
    "Holder",
    "Level",
    "Loads",
    "Report",
    "Rerouted",
    "Responsible",
    "Router",
    "Routing",
    "Zone",
    "absence_to_call_off",
    "absences_seen_by",
    "absences_to_know",
    "admitted",
    "area_card",
    "areas_by_body",
    "backups_for",
    "bodies",
    "body_to_announce_for",
    "body_to_say_hours_for",
    "buyers",
    "drawn",
    "facilitator_router",
    "holders_of",
    "hours_of",
    "mark_of",
    "report_of",
    "report_on",
    "rerouted_without",
    "told_absence",
]
