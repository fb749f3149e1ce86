"""The page of an organisation, for its own people and for the coordination."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.organisations import queries
from perenne.domain.organisations.queries import OrganisationCard
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, page

JUDGING = ("verify", "refuse", "suspend", "restore", "present_again")


@page(act="organisation.view")
def show(request: Visit, organisation_id: int) -> HttpResponse:
    return _shown(request, queries.organisation_page(organisation_id, seen_by=request.actor))


@page(act="organisation.view")
def own(request: Visit) -> HttpResponse:
    """The one that they act for now: what the menu leads to."""
    here = request.actor.organisation_id or 0
    return _shown(request, queries.organisation_page(here, seen_by=request.actor))


def _shown(request: Visit, organisation: OrganisationCard) -> HttpResponse:
    is_own = organisation.id == request.actor.organisation_id
    colleagues = queries.colleagues_in(organisation.id, seen_by=request.actor)
    context = {
        "organisation": organisation,
        "is_own": is_own,
        "is_admin": is_own and request.seat.is_admin,
        "is_coordination": request.actor.role is Role.COORDINATION,
        "colleagues": colleagues,
        "may": queries.acts_on(organisation.id, request.actor, JUDGING),
    }
    return render(request, "organisations/show/page.html", context)
