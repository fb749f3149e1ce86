"""A small file of structures, tried or applied, for the tests of others."""

from datetime import UTC, date, datetime

from perenne.domain.directory.actions import Scope, apply_structures, try_structures
from perenne.kit.actors import Actor

CONTENT = (
    "Raison sociale,Type de structure,Siret,Adresse,Ville,Code Postal,Secteurs d'activité\n"
    "Ateliers de la Marne,EI,,3 rue du Quai,Meaux,77100,Peinture & Revêtement des murs\n"
    "Atelier lointain,EI,,1 rue du Port,Lyon,69003,Traiteur\n"
).encode()


def new_import(by: Actor, day: date, *, content: bytes = CONTENT, applied: bool = False) -> int:
    found = try_structures(content, "liste.csv", scope=Scope(("77",), day), by=by, today=day)
    if applied:
        noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        apply_structures(import_id=found, by=by, now=noon)
    return found
