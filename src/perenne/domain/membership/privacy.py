"""Who signed the charter for an organisation."""

from perenne.domain.membership.models import Membership
from perenne.kit.privacy import Basis, Category, Processing, blanked, classify, kept, through
from perenne.rules.retention import RecordKind

MEMBERS = Processing(
    code="membership",
    title="Adhésions au comité",
    purpose="Tenir la liste des membres, et la charte que chacun a acceptée",
    basis=Basis.CONTRACT,
    people="Les personnes qui signent la charte pour leur organisme",
    recipients=("Les personnes du même organisme", "La coordination"),
)

classify(
    Membership,
    "Chartes que vous avez signées",
    processing=MEMBERS,
    keeps=RecordKind.ACCOUNT,
    found=[through("signed_by")],
    personal={
        "signed_by": blanked(Category.WORK, "Signataire"),
        "charter_version": kept(Category.WORK, "Charte", why="L’adhésion reste à l’organisme."),
        "reason": kept(
            Category.FREE_TEXT, "Motif d’une exclusion", why="L’organisme peut le contester."
        ),
    },
    plain=["id", "committee", "organisation", "state", "joined_at", "ended_on"],
)
