"""A list of structures as a file, with whom to write to."""

from perenne.web.directory.find.columns import FOUND
from perenne.web.lists.columns import Column, Listing

KEPT = Listing(
    "Liste de structures",
    (
        *(one for one in FOUND.columns if one.heading != "Distance (km)"),
        Column("Courriel", "email"),
        Column("Téléphone", "phone"),
    ),
    filters={"Liste": lambda context: context["list"].name if context["list"] else ""},
    personal=True,
)
