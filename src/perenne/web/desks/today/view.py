"""The landing page of a role: what waits for me today."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.clauses.queries import clauses_of
from perenne.domain.coverage.queries import absences_to_know
from perenne.domain.enquiries.queries import waiting_for
from perenne.domain.membership.queries import membership_of
from perenne.domain.organisations.queries import (
    organisation_page,
    requests_waiting_for,
    waiting_to_be_verified,
)
from perenne.domain.programming.queries import programmes_of
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page

FACTS = {
    "siret": "le SIRET",
    "commune_code": "la commune, qui dit qui est votre facilitateur",
    "email": "une adresse électronique pour vous joindre",
}
"""What an organisation is asked to say of itself."""
AT_WORK = {Role.BUYER, Role.FACILITATOR, Role.COORDINATION}
"""Those whose work is programmes and clauses; the others have their own space, and what comes."""


@page(act="programme.view")
def today(request: Visit) -> HttpResponse:
    if request.actor.role not in AT_WORK:
        return _space(request)
    context = {
        "role": request.actor.role,
        "programmes": programmes_of(seen_by=request.actor),
        "absences": absences_to_know(request.actor, on=localdate()),
        "clauses": clauses_of(seen_by=request.actor),
        "to_verify": _to_verify(request),
        "asking": requests_waiting_for(request.actor),
        "messages_waiting": waiting_for(request.actor),
    }
    return render(request, "desks/today/page.html", context)


def _to_verify(request: Visit) -> int:
    is_theirs = request.actor.role is Role.COORDINATION
    return waiting_to_be_verified(seen_by=request.actor) if is_theirs else 0


def _space(request: Visit) -> HttpResponse:
    here = request.actor.organisation_id or 0
    organisation = organisation_page(here, seen_by=request.actor)
    context = {
        "organisation": organisation,
        "lacking": [words for fact, words in FACTS.items() if not getattr(organisation, fact)],
        "membership": membership_of(request.actor),
        "asking": requests_waiting_for(request.actor),
        "is_admin": request.seat.is_admin,
        "kind": request.seat.kind,
    }
    return render(request, "desks/today/space.html", context)
