"""« Trouver mon facilitateur »: a commune, a name to call, and why."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.coverage.queries import Router, Routing, facilitator_router
from perenne.domain.organisations.queries import Contact, contact_at
from perenne.domain.programming.queries import open_purchases
from perenne.domain.territories.queries import CommuneCard, gazetteer_at_home, qpvs_in
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.find.form import PlaceForm

MOST_PROPOSED = 8
UNKNOWN = (
    "Cette commune n’est pas reconnue ici : écrivez son nom entier, ou son code postal à cinq "
    "chiffres."
)


@dataclass(frozen=True, slots=True)
class Answer:
    commune: CommuneCard
    routing: Routing
    contact: Contact | None


@public
def find(request: Visit) -> HttpResponse:
    asked = bool(request.GET.keys() & {"lieu", "commune"})
    form = PlaceForm(request.GET if asked else None)
    context: dict[str, Any] = {"form": form, "answer": None, "choice": (), "qpvs": ()}
    if asked and (form.is_valid() or "commune" in request.GET):
        router = facilitator_router(on=localdate(), loads=open_purchases())
        known = router.places.by_insee.get(request.GET.get("commune", ""))
        typed = form.cleaned_data.get("lieu", "")
        found = (known,) if known else router.places.candidates(typed)
        if len(found) == 1:
            context["answer"] = _answer(request, router, found[0], form)
            context["qpvs"] = qpvs_in(found[0].insee_code)
        elif not found:
            form.add_error("lieu", UNKNOWN)
        context["choice"] = found if len(found) > 1 else ()
    context["segment"] = request.GET.get("segment", "")
    context["frame"] = "design/desk.html" if request.seat else "design/site.html"
    return render(request, "coverage/find/page.html", context)


@public
def suggest(request: Visit) -> HttpResponse:
    """The communes that what is being typed may become."""
    typed = request.GET.get("lieu", "").strip()
    places = gazetteer_at_home(current_committee().upper())
    found = places.beginning(typed)[:MOST_PROPOSED]
    context = {"choice": found, "segment": request.GET.get("segment", "")}
    return render(request, "coverage/find/choice.html", context)


def _answer(request: Visit, router: Router, commune: CommuneCard, form: PlaceForm) -> Answer:
    buyer = request.actor.organisation_id if request.actor.role is Role.BUYER else None
    segment = form.cleaned_data.get("segment", "")
    routing = router.at(commune, f"L’achat est situé à {commune.name}", segment, buyer)
    try:
        contact = contact_at(routing.facilitator.id) if routing.facilitator else None
    except NotFound:
        contact = None
    return Answer(commune, routing, contact)
