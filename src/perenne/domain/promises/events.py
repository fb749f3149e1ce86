"""What this app announces to the journal."""

from perenne.kit.journal.telling import UNTOLD, Told, day, hours, organisation

LABELS = {"promise.note": "Prendre connaissance des promesses d’une structure"}
SENSITIVE: frozenset[str] = frozenset()
THINGS = {"promises.promiseseen": "Promesses d’une structure"}
FIELDS = {
    "promises.promiseseen": {
        "structure_id": UNTOLD,
        "facilitator_id": Told("Facilitateur", organisation),
        "minutes_per_month": Told("Promises par mois", hours),
        "seen_on": Told("Lu le", day),
    },
}
