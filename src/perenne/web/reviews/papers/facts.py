"""What the minutes print, in the shape that minutes.typ reads (see its first lines)."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from perenne.domain.compliance.queries import ReviewCard
from perenne.kit.french.dates import written
from perenne.kit.markdown import printed
from perenne.rules.french import in_full


def minutes_facts(card: ReviewCard) -> Mapping[str, Any]:
    """Of a meeting that was held."""
    return {
        "title": f"Compte rendu de réunion – {card.object}",
        "committee": settings.COMMITTEE,
        "carrier": settings.CARRIER,
        "reference": card.reference or f"Réunion {card.id}",
        "object": card.object,
        "held_on": in_full(card.held_on) if card.held_on else "",
        "place": card.place,
        "buyer": card.buyer,
        "facilitator": card.facilitator,
        "attendees": card.present,
        "draft": card.shared_on is None,
        "decisions": [
            {
                "what": one.what,
                "who": one.who.label,
                "until": in_full(one.until) if one.until else "–",
                "done": f"Fait le {written(one.done_on)}" if one.done_on else "À faire",
            }
            for one in card.decisions
        ],
        "parts": printed(card.minutes, site=settings.ADDRESS),
        "files": [one.name for one in card.files],
    }
