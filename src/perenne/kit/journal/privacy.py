"""The journal holds numbers, and no value of anybody."""

from perenne.kit.journal.models import Entry
from perenne.kit.privacy import Basis, Category, Processing, classify, kept, through

WHY = (
    "Le journal prouve qui a décidé quoi : il ne contient que des numéros, "
    "et celui d’un compte effacé ne mène plus à personne."
)
JOURNAL = Processing(
    code="journal",
    title="Journal des actes",
    purpose="Savoir qui a fait quoi, quand, sur quel dossier",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes qui ont un compte",
    recipients=("La coordination", "Les personnes qui voient le dossier concerné"),
    security=("Écriture seule : ni l’application ni personne ne peut le réécrire",),
)

classify(
    Entry,
    "Actes inscrits au journal",
    processing=JOURNAL,
    keeps="journal",
    found=[through("person_id")],
    personal={
        "person_id": kept(Category.CHOICE, "Numéro de votre compte", why=WHY),
        "act": kept(Category.CHOICE, "Acte", why=WHY),
        "at": kept(Category.CONNECTION, "Date", why=WHY),
        "subject_type": kept(Category.CHOICE, "Sur quoi", why=WHY),
    },
    plain=["id", "committee", "subject_id", "organisation_id", "facts"],
)
