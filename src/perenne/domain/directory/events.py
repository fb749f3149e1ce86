"""What this app announces to the journal."""

from perenne.domain.directory.states import (
    KINDS,
    ImportState,
    StructureSource,
    StructureState,
)
from perenne.kit.journal.telling import UNTOLD, Told, among, bare, choice, day, moment, organisation

LABELS = {
    "structure.present": "Entrer dans l’annuaire",
    "structure.describe": "Mettre à jour l’offre",
    "structure.enlist": "Inscrire à l’annuaire",
    "saved_list.make": "Créer une liste",
    "saved_list.fill": "Changer une liste",
    "saved_list.rename": "Renommer une liste",
    "saved_list.drop": "Supprimer une liste",
    "directory.try": "Essayer un fichier de structures",
}
THINGS = {
    "directory.structure": "Structure de l’annuaire",
    "directory.savedlist": "Liste de structures",
    "directory.import": "Import de structures",
}
SAYABLE = {
    "name": "nom",
    "brand": "enseigne",
    "siret": "SIRET",
    "kind": "type",
    "commune_id": "commune",
    "address": "adresse",
    "postcode": "code postal",
    "latitude": "position",
    "longitude": "position",
    "about": "présentation",
    "website": "site",
    "email": "adresse électronique",
    "phone": "téléphone",
    "networks": "réseaux",
    "modes": "façon de travailler",
    "qpv": "quartier prioritaire",
    "trades": "métiers",
    "areas": "territoire",
}
"""What is said of a structure, as sentences name it."""
FORMS = {
    "kind": among(KINDS),
    "networks": bare,
    "modes": bare,
    "latitude": bare,
    "longitude": bare,
    "about": bare,
}
FIELDS = {
    "directory.structure": {
        name: Told(label[:1].upper() + label[1:], FORMS[name])
        if name in FORMS
        else Told(label[:1].upper() + label[1:])
        for name, label in SAYABLE.items()
        if name not in {"trades", "areas"}
    }
    | {
        "organisation_id": Told("Espace", organisation),
        "source": Told("Dit par", choice(StructureSource)),
        "said_on": Told("À jour le", day),
        "told_on": UNTOLD,
        "own": UNTOLD,
        "state": Told("Publication", choice(StructureState)),
    },
    "directory.savedlist": {
        "owner_id": Told("Organisme", organisation),
        "name": Told("Nom"),
        "made_at": UNTOLD,
    },
    "directory.import": {
        "source": Told("Format", choice(StructureSource)),
        "filename": Told("Fichier"),
        "dated_on": Told("Daté du", day),
        "departments": Told("Départements", bare),
        "notes": UNTOLD,
        "tried_at": Told("Essayé le", moment),
        "applied_at": Told("Appliqué le", moment),
        "state": Told("Étape", choice(ImportState)),
    },
}
