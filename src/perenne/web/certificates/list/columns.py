"""Certificates, as a file."""

from perenne.web.lists.columns import Column, Listing

CERTIFICATES = Listing(
    "Attestations",
    (
        Column("Attestation", "kind"),
        Column("Délivrée le", "issued_on"),
        Column("Entreprise", "said.party"),
        Column("Marché", "said.object"),
        Column("Du", "since"),
        Column("Au", "until"),
        Column("Heures", "counted"),
        Column("État", "state"),
    ),
    filters={"Engagement": "object"},
)
