"""What accounts announce to the journal."""

from perenne.kit.journal.telling import Told

THINGS = {"people.person": "Compte"}
LABELS = {
    "account.manage": "Modifier son compte",
    "account.close": "Fermer le compte",
}
FIELDS = {"people.person": {"is_active": Told("Compte ouvert")}}
