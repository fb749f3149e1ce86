"""An address that was written to, and the subject of what it was sent."""

from perenne.kit.mails.models import Mail
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    classify,
    mentioning,
    removed,
    same_address,
)

MAILS = Processing(
    code="mails",
    title="Courriels envoyés",
    purpose="Ne pas écrire deux fois, et savoir ce qui est parti",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes à qui la plateforme écrit",
    recipients=("La personne elle-même", "La coordination"),
    security=("Le texte du courriel n’est pas gardé", "Effacés au bout de douze mois"),
)

classify(
    Mail,
    "Courriels que vous avez reçus",
    processing=MAILS,
    keeps="message",
    found=[same_address("address"), mentioning("subject")],
    personal={
        "address": removed(Category.CONTACT, "Adresse"),
        "subject": removed(Category.FREE_TEXT, "Objet"),
        "sent_at": removed(Category.CONNECTION, "Parti le"),
    },
    plain=[
        "id", "committee", "kind", "about", "day", "planned_at", "tried_at", "attempts", "state",
        "reason",
    ],
    expires=Expires("written", "day"),
)  # fmt: skip
