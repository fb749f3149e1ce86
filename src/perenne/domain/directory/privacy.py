"""Structures are organisations: no person is named here, but a contact may turn out to be one."""

from perenne.domain.directory.models import (
    Capacity,
    Import,
    ImportedRow,
    Mention,
    Origin,
    SavedList,
    SavedStructure,
    Structure,
    StructureArea,
    StructureTrade,
    Term,
)
from perenne.kit.privacy import (
    Basis,
    Category,
    Processing,
    blanked,
    classify,
    nobody_in,
    same_address,
)
from perenne.rules.retention import RecordKind

DIRECTORY = Processing(
    code="annuaire",
    title="Annuaire des structures",
    purpose="Trouver qui peut réaliser les heures d’insertion, et joindre son organisme",
    basis=Basis.OF_THE_CONTROLLER,
    people="Les personnes dont l’adresse sert de contact à une structure",
    recipients=("Les personnes connectées à la plateforme",),
    security=(
        "Les fichiers officiels sont lus sans les noms ni les adresses des personnes",
        "Les contacts ne se montrent qu’aux personnes connectées",
    ),
)
CONTACT = {
    "email": blanked(Category.CONTACT, "Adresse électronique de la structure"),
    "phone": blanked(Category.CONTACT, "Téléphone de la structure"),
}
classify(
    Structure,
    "Contacts de structures de l’annuaire",
    processing=DIRECTORY,
    keeps=RecordKind.PROGRAMME_CONTACT,
    found=[same_address("email")],
    personal=CONTACT,
    plain=[
        "id", "committee", "name", "brand", "siret", "kind", "organisation", "commune", "address",
        "postcode", "latitude", "longitude", "about", "website", "networks", "modes", "qpv",
        "source", "said_on", "told_on", "own", "state",
    ],
)  # fmt: skip
classify(
    ImportedRow,
    "Contacts dans un fichier de structures à l’essai",
    processing=DIRECTORY,
    keeps=RecordKind.DRAFT,
    found=[same_address("email")],
    personal=CONTACT,
    plain=[
        "id", "committee", "batch", "line", "key", "name", "outcome", "reason", "structure",
        "facts",
    ],
)  # fmt: skip
nobody_in(Origin, plain=["id", "committee", "structure", "source", "key"])
nobody_in(StructureTrade, plain=["id", "committee", "structure", "trade"])
nobody_in(
    StructureArea, plain=["id", "committee", "structure", "commune", "epci", "department_code"]
)
nobody_in(Capacity, plain=["id", "committee", "structure", "trade", "minutes_per_month", "said_on"])
nobody_in(Term, plain=["id", "committee", "word"])
nobody_in(Mention, plain=["id", "committee", "structure", "word", "worth"])
nobody_in(SavedList, plain=["id", "committee", "owner", "name", "made_at"])
nobody_in(SavedStructure, plain=["id", "committee", "list", "structure", "saved_at"])
nobody_in(
    Import,
    plain=[
        "id", "committee", "source", "filename", "dated_on", "departments", "notes", "tried_at",
        "applied_at", "state",
    ],
)  # fmt: skip
