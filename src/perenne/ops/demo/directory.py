"""The directory: two official files brought in, what structures say of themselves, spaces linked.

Every structure is invented. The coordination loads the lists in their official formats; it then
says what each told by telephone it can do in a month, on the day it was told.
"""

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

from django.utils.timezone import now

from perenne.domain.directory.actions import (
    Area,
    Offer,
    Scope,
    apply_structures,
    describe_structure,
    enlist,
    present_structure,
    try_structures,
)
from perenne.domain.directory.queries.imports import imported_rows
from perenne.domain.directory.states import Outcome, WorkMode
from perenne.kit.actors import HOUSE, Actor
from perenne.kit.paging import WHOLE
from perenne.ops.demo.partners import GARDENS, STRUCTURE
from perenne.values import Hours

LISTED = Path(__file__).parent / "structures-77.csv"
DEPARTMENT = "77"
DESK_PHONE = "01 60 00 00 70"
HEADINGS = {
    "Raison sociale": "name",
    "Type de structure": "kind",
    "Siret": "siret",
    "Adresse": "street",
    "Ville": "commune",
    "Code Postal": "postcode",
    "Latitude": "latitude",
    "Longitude": "longitude",
    "Secteurs d'activité": "sectors",
    "Type de prestation": "modes",
    "Zone QPV": "qpv",
    "Description": "about",
}
"""Of the export of Le marché de l’inclusion, and where our list keeps them."""
OFFERS = {
    STRUCTURE.player.email: Offer(
        {
            "all_trades": Hours.of(900).minutes,
            "painting": Hours.of(350).minutes,
            "masonry": Hours.of(300).minutes,
            "premises_cleaning": Hours.of(400).minutes,
        },
        (Area(department=DEPARTMENT),),
        about="Travail temporaire d’insertion : bâtiment, propreté, manutention.",
        phone=STRUCTURE.player.phone,
        modes=(WorkMode.LENDING,),
    ),
    GARDENS.player.email: Offer(
        {
            "green_upkeep": Hours.of(450).minutes,
            "green_creation": Hours.of(150).minutes,
            "natural_areas": Hours.of(200).minutes,
        },
        (Area(commune="77333"), Area(commune="77186"), Area(commune="77305")),
        about="Chantier d’insertion : maraîchage, espaces verts, entretien des berges.",
        phone=GARDENS.player.phone,
        modes=(WorkMode.SERVICE,),
    ),
}
Row = Mapping[str, str]


def structures_are_listed(
    partners: Mapping[str, Actor], coordination: Actor, *, today: date
) -> None:
    """Some forty structures, and those of the demo that have a space."""
    with LISTED.open(newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    inclusive = [row for row in rows if row["sectors"]]
    prescribers = [row for row in rows if not row["sectors"]]
    loaded = _load(_as_marche(inclusive, today), "liste_structures.csv", coordination, today)
    _load(_as_data_inclusion(prescribers, today), "structures-inclusion.json", coordination, today)
    for row, structure_id in zip(inclusive, loaded, strict=True):
        _is_told(row, structure_id, coordination, today)
    enlist(by=HOUSE, on=today)
    for email, offer in OFFERS.items():
        actor = partners[email]
        structure_id = present_structure(by=actor, today=today)
        describe_structure(structure_id=structure_id, offer=offer, by=actor, today=today)


def _load(content: bytes, name: str, coordination: Actor, today: date) -> list[int]:
    """The structures of the file, in its order."""
    found = try_structures(
        content, name, scope=Scope((DEPARTMENT,), today), by=coordination, today=today
    )
    apply_structures(import_id=found, by=coordination, now=now())
    rows = imported_rows(found, seen_by=coordination, outcome=Outcome.ADDED, page=WHOLE)
    return [row.structure_id for row in rows.items if row.structure_id is not None]


def _as_marche(rows: Sequence[Row], today: date) -> bytes:
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow([*HEADINGS, "Date de mise à jour"])
    for row in rows:
        writer.writerow([*(row[name] for name in HEADINGS.values()), _day(row, today).isoformat()])
    return text.getvalue().encode()


def _as_data_inclusion(rows: Sequence[Row], today: date) -> bytes:
    told = [
        {
            "source": "demonstration",
            "id": f"demonstration--{row['siret']}",
            "nom": row["name"],
            "date_maj": _day(row, today).isoformat(),
            "siret": row["siret"],
            "reseaux_porteurs": [row["kind"]],
            "courriel": f"accueil-{row['siret']}@demo.example",
            "telephone": DESK_PHONE,
            "adresse": row["street"],
            "code_postal": row["postcode"],
            "code_insee": row["insee"],
            "commune": row["commune"],
            "latitude": float(row["latitude"]),
            "longitude": float(row["longitude"]),
        }
        for row in rows
    ]
    return json.dumps(told).encode()


def _is_told(row: Row, structure_id: int, coordination: Actor, today: date) -> None:
    pairs = (one.split("=") for one in row["hours"].split())
    offer = Offer(
        {trade: Hours.of(int(hours)).minutes for trade, hours in pairs},
        (Area(department=DEPARTMENT),) if "Interim" in row["modes"] else (),
        about=row["about"],
        email=f"structure-{row['siret']}@demo.example",
        phone=DESK_PHONE,
        modes=_modes(row["modes"]),
    )
    describe_structure(
        structure_id=structure_id, offer=offer, by=coordination, today=_day(row, today)
    )


def _modes(said: str) -> tuple[WorkMode, ...]:
    marks = {
        "Mise": WorkMode.LENDING,
        "Prestation": WorkMode.SERVICE,
        "Fabrication": WorkMode.GOODS,
    }
    return tuple(mode for mark, mode in marks.items() if mark in said)


def _day(row: Row, today: date) -> date:
    return today - timedelta(days=int(row["days_ago"]))
