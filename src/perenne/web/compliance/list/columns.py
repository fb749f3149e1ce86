"""Commitments by what they would cost, or shortfalls by stage, as a file."""

from perenne.web.lists.columns import Column, Listing

SHORTFALLS = Listing(
    "Manquements et pénalités",
    (
        Column("Marché", "object"),
        Column("Acheteur", "buyer"),
        Column("Titulaire", "lead", unless="is_for_party"),
        Column("Attendu", "standing.expected", when="exposed"),
        Column("Attendu au", "standing.on", when="exposed"),
        Column("Compté", "standing.counted", when="exposed"),
        Column("Manque", "standing.open", when="exposed"),
        Column("Réglé", "standing.settled", when="exposed"),
        Column("Exposition", "amount", when="exposed"),
        Column("Depuis le", "opened_on", unless="exposed"),
        Column("Manquait", "lacking", unless="exposed"),
        Column("Montant", "amount", when="view"),
        Column("Étape", "state", when="view"),
    ),
    rows=lambda context: (context["exposed"].page if context["exposed"] else context["page"]).items,
    filters={"Recherche": "words"},
)
