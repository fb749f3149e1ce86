"""How a person wants to be reminded, and of what they were."""

from perenne.domain.notices.models import AgendaLink, Inbox, Preference, Reminder
from perenne.kit.privacy import (
    Basis,
    Category,
    Expires,
    Processing,
    classify,
    nobody_in,
    removed,
    same_address,
    through,
)
from perenne.rules.retention import RecordKind

NOTICES = Processing(
    code="notices",
    title="Rappels",
    purpose="Rappeler à chacun ce qui l’attend, sans insister",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes qui ont un compte, et celles qu’un marché nomme",
    recipients=("La personne elle-même", "La coordination, sans le détail"),
    security=("Le texte des rappels n’est pas gardé",),
)

classify(
    Preference,
    "Vos préférences de rappel",
    processing=NOTICES,
    keeps=RecordKind.ACCOUNT,
    found=[through("person")],
    personal={
        "rhythm": removed(Category.CHOICE, "Rythme"),
        "hour": removed(Category.CHOICE, "Heure"),
    },
    plain=["id", "committee", "person"],
)
classify(
    Reminder,
    "Ce qui vous a été rappelé",
    processing=NOTICES,
    keeps=RecordKind.MESSAGE,
    found=[same_address("address")],
    personal={
        "address": removed(Category.CONTACT, "Adresse"),
        "seen_on": removed(Category.WORK, "Vu le"),
        "told_on": removed(Category.WORK, "Rappelé le"),
    },
    plain=[
        "id", "committee", "organisation", "page", "verb", "keys", "contract", "facilitator",
        "due_on", "times", "ended_on",
    ],
    expires=Expires("written", "ended_on"),
)  # fmt: skip
classify(
    AgendaLink,
    "L’adresse de votre agenda",
    processing=NOTICES,
    keeps=RecordKind.ACCOUNT,
    found=[through("person")],
    personal={
        "seed": removed(Category.CONNECTION, "Graine du lien"),
        "made_at": removed(Category.CONNECTION, "Donnée le"),
    },
    plain=["id", "committee", "person", "token_print"],
)
nobody_in(Inbox, plain=["id", "committee", "organisation", "rhythm", "hour"])
