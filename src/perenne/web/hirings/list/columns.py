"""The hirings, as a file."""

from perenne.domain.hirings.states import HiringState
from perenne.web.lists.columns import Column, Context, Listing

STEPS = {HiringState.PLANNED: "À confirmer", HiringState.CONFIRMED: "En cours"}
"""As the page says them."""


def engagement(context: Context) -> str:
    """The one that is looked at alone."""
    first = context["page"].items[:1] if context["under"] else ()
    return first[0].object if first else ""


HIRINGS = Listing(
    "Embauches",
    (
        Column("Personne", "name"),
        Column("Code", "code"),
        Column("Poste", "job_title"),
        Column("Employeur", lambda row: row.employer if row.is_lent else ""),
        Column("Marché", "object"),
        Column("Entreprise", "host", unless="is_party"),
        Column("Début", "starts_on"),
        Column("Fin", "ends_on"),
        Column("Étape", lambda row: STEPS.get(row.state, row.state)),
        Column("Heures comptées du", "counts_from"),
    ),
    filters={"Recherche": "words", "Engagement": engagement},
    personal=True,
)
