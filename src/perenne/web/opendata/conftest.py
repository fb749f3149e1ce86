"""Editions as they are kept, for the tests of these pages."""

from datetime import UTC, date, datetime

import pytest

from perenne.domain.assessments.models import Statistics
from perenne.kit.actors import VISITOR

LABELS = {
    "segment": {"works": "Bâtiment", "cleaning": "Nettoyage", "?": "Non renseigné"},
    "epci": {"200072130": "CA du Pays de Meaux"},
}


def edition(quarter, *figures):
    return Statistics.objects.create(
        quarter=quarter,
        made_on=date(2026, 8, 16),
        until=datetime(2026, 8, 15, tzinfo=UTC),
        content={"figures": [[list(key), *told] for key, *told in figures], "labels": LABELS},
        behind={"crowds": {f"{quarter}|segment|works": [{"123456789": 4_242}, {}, 3]}},
    )


def third_quarter(quarter="2026-T3"):
    return edition(
        quarter,
        ((quarter, "total"), 600_000, 40),
        ((quarter, "segment", "works"), None, None),
        ((quarter, "segment", "cleaning"), 240_030, 21),
        ((quarter, "segment", "?"), None, None),
    )


def closing():
    year = "2025"
    return edition(
        "2025-T4",
        (("2025-T4", "total"), 300_000, 30),
        ((year, "total"), 900_000, 70),
        ((year, "segment_epci", "works", "200072130"), None, None),
        ((year, "segment_epci", "cleaning", "200072130"), 90_000, 12),
    )


@pytest.fixture
def browser(client_of):
    return client_of(VISITOR)
