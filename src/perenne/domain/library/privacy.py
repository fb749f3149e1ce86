"""The texts of the site are the committee's; each revision holds the number of who wrote it."""

from perenne.domain.library.models import Revision, Text
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    classify,
    kept,
    mentioning,
    nobody_in,
    through,
)

WHY = (
    "Ce que le comité a dit au public ne se réécrit pas : une version garde le numéro de qui l’a "
    "écrite, et celui d’un compte effacé ne mène plus à personne."
)
SITE = Processing(
    code="library",
    title="Textes du site",
    purpose="Savoir qui a écrit ce que le site dit, et qui en répond",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes de la coordination qui écrivent le site",
    recipients=("La coordination",),
    security=("Écriture seule : aucune version n’est modifiée ni effacée",),
)

nobody_in(
    Text,
    plain=[
        "id", "committee", "kind", "section", "slug", "position", "state", "shown_number",
        "last_number", "published_on",
    ],
)  # fmt: skip
classify(
    Revision,
    "Versions de textes que vous avez écrites",
    processing=SITE,
    keeps="journal",
    found=[through("author"), mentioning("responsible")],
    personal={
        "author": kept(Category.CHOICE, "Numéro de votre compte", why=WHY),
        "responsible": kept(Category.FREE_TEXT, "Qui répond du texte", why=WHY),
        "title": kept(Category.FREE_TEXT, "Titre", why=WHY),
        "written_at": kept(Category.CONNECTION, "Date", why=WHY),
    },
    plain=[
        "id", "committee", "text", "number", "summary", "body", "keywords", "valid_since",
        "checked_on", "is_original", "folded_title", "folded_body",
    ],
)  # fmt: skip
