"""The ways of fulfilling a clause, gathered."""

from perenne.rules.hirings.direct_hires import DIRECT_HIRES
from perenne.rules.hirings.entrusted_work import ACTIONS, ENTRUSTED_WORK
from perenne.rules.hirings.staff_provision import STAFF_PROVISION
from perenne.rules.law import Table

MODALITIES = Table(
    "modalities",
    "Modalités d’embauche et de recours aux structures",
    (*DIRECT_HIRES, *STAFF_PROVISION, *ENTRUSTED_WORK, *ACTIONS),
)
