"""Every commune and who answers there, as a file."""

from perenne.web.lists.columns import Column, Listing

COMMUNES = Listing(
    "Communes du territoire",
    (
        Column("Code INSEE", "commune.insee_code"),
        Column("Commune", "commune.name"),
        Column("Codes postaux", lambda row: " ".join(row.commune.postcodes)),
        Column("Intercommunalité", "commune.epci_name"),
        Column("Population", "commune.population"),
        Column("Facilitateur", "who"),
        Column("Couverture", "how"),
        Column("À égalité", "twins"),
        Column("Raison", "reason"),
    ),
    rows=lambda context: context["report"].communes,
)
