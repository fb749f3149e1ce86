"""The European thresholds in force on a day, as one table."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from perenne.rules.french import in_full
from perenne.rules.needs import BUYER_LABELS, BuyerKind
from perenne.rules.texts import EU_THRESHOLDS
from perenne.rules.thresholds.amounts import (
    NETWORK_PURCHASES,
    NEXT_THRESHOLDS,
    OTHER_PURCHASES,
    STATE_PURCHASES,
    WORKS_AND_CONCESSIONS,
)

OTHERS = "Collectivités, hôpitaux, bailleurs, autres établissements publics"
SUPPLIES = "Fournitures et services"


def thresholds_on(day: date) -> Mapping[str, Any]:
    rows = (
        (SUPPLIES, BUYER_LABELS[BuyerKind.STATE], STATE_PURCHASES),
        (SUPPLIES, OTHERS, OTHER_PURCHASES),
        (SUPPLIES, BUYER_LABELS[BuyerKind.NETWORK_OPERATOR], NETWORK_PURCHASES),
        ("Travaux et concessions", "Tous les acheteurs publics", WORKS_AND_CONCESSIONS),
    )
    return {
        "rows": [(kind, buyer, dated.on(day)) for kind, buyer, dated in rows],
        "since": in_full(max(since for since in STATE_PURCHASES.values if since <= day)),
        "next": in_full(NEXT_THRESHOLDS),
        "is_past": day >= NEXT_THRESHOLDS,
        "source": EU_THRESHOLDS,
    }
