"""The journal holds numbers, and no value of anybody."""

from perenne.kit.journal.models import Entry, Head, Link, Reading
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    classify,
    kept,
    nobody_in,
    through,
)

WHY = (
    "Le journal prouve qui a décidé quoi : il ne contient que des numéros, "
    "et celui d’un compte effacé ne mène plus à personne."
)
READINGS = "Savoir qui a lu ce qui est sensible protège les personnes lues (douze mois)."
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
        "reason": kept(Category.FREE_TEXT, "Motif", why=WHY),
        "person_id": kept(Category.CHOICE, "Numéro de votre compte", why=WHY),
        "act": kept(Category.CHOICE, "Acte", why=WHY),
        "at": kept(Category.CONNECTION, "Date", why=WHY),
        "subject_type": kept(Category.CHOICE, "Sur quoi", why=WHY),
    },
    plain=[
        "id",
        "committee",
        "subject_id",
        "organisation_id",
        "facts",
        "role",
        "changes",
        "correlation",
        "sensitive",
    ],
)
classify(
    Reading,
    "Lectures de données sensibles",
    processing=JOURNAL,
    keeps="access_log",
    found=[through("person_id")],
    personal={
        "person_id": kept(Category.CONNECTION, "Numéro de votre compte", why=READINGS),
        "subject_type": kept(Category.CONNECTION, "Sur quoi", why=READINGS),
        "at": kept(Category.CONNECTION, "Date", why=READINGS),
    },
    plain=["id", "committee", "organisation_id", "role", "subject_id", "correlation"],
)
nobody_in(Link, plain=["entry", "seq", "prev", "hash", "committee"])
nobody_in(Head, plain=["id", "committee", "seq", "hash", "at"])
nobody_in("journal_sensitive_act")  # fmt: skip
