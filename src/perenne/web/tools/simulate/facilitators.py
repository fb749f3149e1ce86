"""Whom to call for a place: the only words that the tools exchange with the routing."""

from __future__ import annotations

from dataclasses import dataclass

from perenne.domain.organisations.queries import Contact, contact_at, facilitator_router
from perenne.kit.refusals import NotFound


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for a place and why; `contact` None while nobody sits there."""

    commune: str
    body: str
    reason: str
    contact: Contact | None


def who_answers(place: str) -> Answering | None:
    """None when nothing was asked. Four queries."""
    if not place:
        return None
    found = facilitator_router().route(place)
    if found.facilitator is None:
        return Answering(found.commune_name, "", found.reason, None)
    try:
        contact = contact_at(found.facilitator.id)
    except NotFound:
        contact = None
    return Answering(found.commune_name, found.facilitator.name, found.reason, contact)
