"""The landing page of a role: what waits for me today, most at risk first."""

from datetime import date

from django.http import HttpResponse
from django.template.response import TemplateResponse
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.boards import counts_for, loads_of
from perenne.domain.clauses.queries import late_buyers
from perenne.domain.coverage.queries import absences_to_know, orphan_communes
from perenne.domain.membership.queries import membership_of
from perenne.domain.organisations.queries import organisation_page
from perenne.domain.programming.queries import programmes_of
from perenne.kit.actors import Actor, Role
from perenne.kit.pages import Visit, page
from perenne.web.desks.today.columns import WAITING
from perenne.web.desks.today.figures import awaited_from, figures_of
from perenne.web.desks.today.waiting import Waiting, waiting_for
from perenne.web.lists.answer import listed

FACTS = {
    "siret": "le SIRET",
    "commune_code": "la commune, qui dit qui est votre facilitateur",
    "email": "une adresse électronique pour vous joindre",
}
"""What an organisation is asked to say of itself."""
AT_WORK = {Role.BUYER, Role.FACILITATOR, Role.COORDINATION}
"""Those whose work is programmes and clauses; the others have their own space, and what comes."""
LEDES = {
    Role.BUYER: "Ce que vos marchés attendent de vous, les heures d’insertion les plus exposées "
    "d’abord.",
    Role.FACILITATOR: "Ce qui attend votre avis ou votre main, les heures les plus exposées "
    "d’abord.",
    Role.COORDINATION: "Ce qui vous attend, puis où en est chaque facilitateur.",
}


@page(act="programme.view")
@listed(WAITING)
def today(request: Visit) -> HttpResponse:
    on = localdate()
    waiting = waiting_for(
        request.actor,
        on=on,
        group=request.GET.get("groupe", ""),
        page=request.number,
    )
    if request.actor.role not in AT_WORK:
        return _space(request, waiting, on)
    return _desk(request, waiting, on)


def _desk(request: Visit, waiting: Waiting, on: date) -> HttpResponse:
    actor = request.actor
    context = {
        "role": actor.role,
        "lede": LEDES[actor.role],
        "waiting": waiting,
        **_told(actor, on),
        "absences": absences_to_know(actor, on=on),
    }
    if actor.role is Role.COORDINATION:
        context["orphans"] = orphan_communes(on=on, seen_by=actor)
        context["loads"] = loads_of(seen_by=actor, on=on)
        context["late_buyers"] = late_buyers(seen_by=actor, on=on)
    else:
        context["programmes"] = programmes_of(seen_by=actor)
    return TemplateResponse(request, "desks/today/page.html", context)


def _space(request: Visit, waiting: Waiting, on: date) -> HttpResponse:
    here = request.actor.organisation_id or 0
    organisation = organisation_page(here, seen_by=request.actor)
    context = {
        "organisation": organisation,
        "waiting": waiting,
        **_told(request.actor, on),
        "lacking": [words for fact, words in FACTS.items() if not getattr(organisation, fact)],
        "membership": membership_of(request.actor),
        "is_admin": request.seat.is_admin,
        "kind": request.seat.kind,
    }
    return TemplateResponse(request, "desks/today/space.html", context)


def _told(actor: Actor, on: date) -> dict[str, object]:
    tallies = counts_for(actor, on=on)
    return {"figures": figures_of(actor.role, tallies), "awaited": awaited_from(tallies)}
