"""What one may do to hirings. The only writers of this app's tables."""

from perenne.domain.hirings.actions.confirming import confirm_hiring, regularise_hiring
from perenne.domain.hirings.actions.ending import cancel_hiring, end_hiring
from perenne.domain.hirings.actions.objecting import Objected
from perenne.domain.hirings.actions.placing import hire_proposed
from perenne.domain.hirings.actions.planning import PlannedHiring, plan_hiring
from perenne.domain.hirings.queries.admission import Shown

__all__ = [
    "Objected",
    "PlannedHiring",
    "Shown",
    "cancel_hiring",
    "confirm_hiring",
    "end_hiring",
    "hire_proposed",
    "plan_hiring",
    "regularise_hiring",
]
