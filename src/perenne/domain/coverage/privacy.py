"""An area is nobody's; an absence is that of a person, and says no reason."""

from perenne.domain.coverage.models import Absence, Coverage, OpeningHours
from perenne.kit.privacy import Basis, Category, Processing, classify, nobody_in, removed, through
from perenne.rules.retention import RecordKind

ABSENCES = Processing(
    code="absences",
    title="Absences des facilitateurs",
    purpose="Savoir qui répond pendant une absence, sans en garder la raison",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les facilitateurs",
    recipients=("Leur organisme", "La coordination"),
)
nobody_in(
    Coverage,
    plain=[
        "id", "committee", "facilitator", "commune", "epci", "department_code", "segments",
        "buyer", "since", "until",
    ],
)  # fmt: skip
nobody_in(OpeningHours, plain=["id", "committee", "facilitator", "said"])
classify(
    Absence,
    "Vos absences",
    processing=ABSENCES,
    keeps=RecordKind.ACCOUNT,
    found=[through("person")],
    personal={
        "since": removed(Category.WORK, "Depuis le"),
        "until": removed(Category.WORK, "Jusqu’au"),
        "backup": removed(Category.WORK, "Qui répond"),
    },
    plain=["id", "committee", "facilitator", "person"],
)
