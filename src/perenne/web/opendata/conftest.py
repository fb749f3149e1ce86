"""Editions as they are kept, for the tests of these pages."""

import pytest

from perenne.domain.assessments.factories import new_statistics
from perenne.kit.actors import VISITOR


def third_quarter(quarter="2026-T3"):
    return new_statistics(
        quarter,
        {
            (quarter, "total"): (600_000, 40),
            (quarter, "segment", "works"): None,
            (quarter, "segment", "cleaning"): (240_030, 21),
            (quarter, "segment", "?"): None,
        },
    )


def closing():
    """Of its year: two places of the cross are told, two are not."""
    return new_statistics(
        "2025-T4",
        {
            ("2025-T4", "total"): (300_000, 30),
            ("2025", "total"): (900_000, 70),
            ("2025", "segment_epci", "works", "247700057"): (60_000, 15),
            ("2025", "segment_epci", "cleaning", "200072130"): (90_000, 12),
        },
    )


@pytest.fixture
def browser(client_of):
    return client_of(VISITOR)
