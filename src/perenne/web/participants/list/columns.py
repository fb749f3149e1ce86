"""The persons to verify, or verified for whoever asked, as a file: never why they are eligible."""

from perenne.web.lists.columns import Column, Listing

FILES = Listing(
    "Éligibilité",
    (
        Column("Personne", "name"),
        Column("Code", "code"),
        Column("Née le", "born_on", when="verifies"),
        Column("Embauche", "hire_on"),
        Column("Demandé par", "asked_by", when="verifies"),
        Column("Marché", "contract", when="verifies"),
        Column("Étape", "state", when="verifies"),
        Column("Réponse", "answer.label", unless="verifies"),
        Column("Du", "answer.starts_on", unless="verifies"),
        Column("Au", "answer.ends_on", unless="verifies"),
    ),
    filters={"Recherche": "words"},
    personal=True,
)
