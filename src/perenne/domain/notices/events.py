"""What this app announces to the journal."""

from perenne.domain.notices.states import Rhythm
from perenne.kit.journal.telling import UNTOLD, Told, choice, organisation

LABELS = {
    "notice.prefer": "Choisir ses rappels",
    "notice.open_inbox": "Recevoir les rappels à l’adresse de l’organisme",
    "notice.close_inbox": "Ne plus recevoir les rappels à l’adresse de l’organisme",
    "agenda.open": "Donner une adresse à son agenda",
    "agenda.close": "Retirer l’adresse de son agenda",
    "notice.remind": "Envoyer les rappels du jour",
}
THINGS = {
    "notices.preference": "Préférence de rappel",
    "notices.agendalink": "Adresse d’un agenda",
    "notices.inbox": "Boîte de l’organisme",
}
FIELDS = {
    "notices.preference": {
        "person_id": UNTOLD,
        "rhythm": Told("Rythme", choice(Rhythm)),
        "hour": Told("Heure"),
    },
    "notices.agendalink": {
        "person_id": UNTOLD,
        "seed": UNTOLD,
        "token_print": UNTOLD,
        "made_at": UNTOLD,
    },
    "notices.inbox": {
        "organisation_id": Told("Organisme", organisation),
        "rhythm": Told("Rythme", choice(Rhythm)),
        "hour": Told("Heure"),
    },
}
