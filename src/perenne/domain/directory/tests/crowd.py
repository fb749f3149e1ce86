"""Thousands of invented structures, the same ones each time, for what is measured at scale."""

from datetime import date, timedelta
from random import Random

from perenne.domain.directory.models import Capacity, Structure, StructureArea, StructureTrade
from perenne.domain.directory.states import KINDS, StructureSource, WorkMode
from perenne.domain.territories.queries import communes
from perenne.rules.segments import TRADES

FIRST = (
    "Ateliers", "Relais", "Initiatives", "Solidarités", "Horizon", "Emploi", "Tremplin",
    "Cap", "Élan", "Avenir", "Régie de quartier", "Compagnons", "Jardins", "Entraide", "Réseau",
    "Coup de main", "Travail pour tous", "Escale", "Envol", "Boussole", "Terre", "Fabrique",
    "Passerelle", "Essor", "Déclic", "Étape", "Maison", "Pacte", "Groupe", "Union",
)  # fmt: skip
NEXT = (
    "du Confluent", "de la Brie", "des Deux Rives", "du Gâtinais", "de l’Ourcq", "du Grand Morin",
    "Saint-Éloi", "Nouvelle Vie", "Étoile", "des Tilleuls", "du Bocage", "de l’Yerres", "Nord",
    "Sud", "des Coteaux", "Sainte-Colombe", "du Faubourg", "de l’Écluse", "du Loing", "Céleste",
)  # fmt: skip
SAID = (
    "Nous accompagnons vers l’emploi durable des personnes qui en sont éloignées.",
    "Une équipe de professionnels encadre chaque chantier.",
    "Certifiés, nous intervenons sur tout le département, y compris en site occupé.",
    "Créée en 1994, l’association emploie une trentaine de salariés en parcours.",
)
KINDS_OFTEN = (
    "ei",
    "ei",
    "aci",
    "aci",
    "ai",
    "etti",
    "geiq",
    "ea",
    "esat",
    "esat",
    "other",
    *KINDS,
)
NETWORKS = ("coorace", "chantier-ecole", "unea", "emmaus", "fei", "inae")
MELUN = (48_540_000, 2_660_000)
AT_ONCE = 4_000


def crowd(number: int, *, on: date, seed: int = 77) -> None:
    """Set-wise: the words of each are written with it. Needs communes."""
    chance = Random(seed)
    places = communes()
    rows = [_structure(chance, at, places, on) for at in range(number)]
    Structure.objects.bulk_create(rows, batch_size=AT_ONCE)
    trades, capacities, areas = [], [], []
    for row in rows:
        for trade in chance.sample(TRADES.rows, chance.choice((1, 1, 2, 3))):
            trades.append(StructureTrade(structure=row, trade=trade.code))
            if chance.random() < 0.6:
                said = row.said_on
                minutes = chance.randrange(10, 900) * 60
                capacities.append(
                    Capacity(
                        structure=row, trade=trade.code, minutes_per_month=minutes, said_on=said
                    )
                )
        areas += _areas(chance, row, places)
    for model, made in ((StructureTrade, trades), (Capacity, capacities), (StructureArea, areas)):
        model._default_manager.bulk_create(made, batch_size=AT_ONCE)


def _structure(chance, at, places, on):
    trade = chance.choice(TRADES.rows)
    about = (
        f"{chance.choice(SAID)} {trade.label}." if chance.random() < 0.3 else chance.choice(SAID)
    )
    commune = chance.choice(places)
    return Structure(
        name=f"{chance.choice(FIRST)} {chance.choice(NEXT)} {at % 9_000:04}",
        kind=chance.choice(KINDS_OFTEN),
        commune_id=commune.insee_code,
        postcode=commune.postcodes[0] if commune.postcodes else "",
        latitude=MELUN[0] + chance.randrange(-450_000, 450_000),
        longitude=MELUN[1] + chance.randrange(-450_000, 450_000),
        about=about,
        networks=chance.sample(NETWORKS, chance.choice((0, 0, 1, 2))),
        modes=chance.sample([*map(str, WorkMode)], chance.choice((0, 1, 2))),
        qpv=chance.choice((True, False, None)),
        source=chance.choice(list(StructureSource)),
        said_on=on - timedelta(days=chance.randrange(400)),
    )


def _areas(chance, row, places):
    """Its own EPCI most often; the whole département; nothing."""
    drawn = chance.random()
    if drawn < 0.2:
        return [StructureArea(structure=row, department_code="77")]
    epci = chance.choice(places).epci_code
    return [StructureArea(structure=row, epci_id=epci)] if drawn < 0.8 and epci else []
