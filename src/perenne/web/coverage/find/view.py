"""« Trouver mon facilitateur »: a commune, a name to call, and why."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from perenne.domain.territories.queries import (
    CommuneCard,
    gazetteer,
    gazetteer_at_home,
    qpvs_in,
    resembling,
)
from perenne.kit.actors import Role
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.answer import Lead, answer_for, card_url, commune_leads, router_today
from perenne.web.coverage.find.form import PlaceForm
from perenne.web.coverage.search import UNKNOWN

MOST_PROPOSED = 8
FRAME = "cadre"


@public
def find(request: Visit) -> HttpResponse:
    asked = bool(request.GET.keys() & {"lieu", "commune"})
    form = PlaceForm(request.GET if asked else None)
    segment = request.GET.get("segment", "")
    context: dict[str, Any] = {"form": form, "answer": None, "leads": [], "qpvs": ()}
    if asked and (form.is_valid() or "commune" in request.GET):
        router = router_today(gazetteer(current_committee().upper()))
        known = router.places.by_insee.get(request.GET.get("commune", ""))
        typed = form.cleaned_data.get("lieu", "")
        found = (known,) if known else router.places.candidates(typed)
        if len(found) == 1:
            buyer = request.actor.organisation_id if request.actor.role is Role.BUYER else None
            chosen = form.cleaned_data.get("segment", "")
            context["answer"] = answer_for(router, found[0], chosen, buyer)
            context["qpvs"] = qpvs_in(found[0].insee_code)
        elif not found:
            form.add_error("lieu", UNKNOWN)
            context["is_guess"] = True
            found = resembling(typed, router.places)
        context["leads"] = _leads(found, segment) if context["answer"] is None else []
    context["frame"] = "design/desk.html" if request.seat else "design/site.html"
    return render(request, "coverage/find/page.html", context)


@public
def suggest(request: Visit) -> HttpResponse:
    """The communes that what is being typed may become; `vers` says where they lead."""
    typed = request.GET.get("lieu", "").strip()
    places = gazetteer_at_home(current_committee().upper())
    found = places.beginning(typed)[:MOST_PROPOSED]
    towards = request.GET.get("vers", "")
    if towards:
        leads = commune_leads(found, frame_url if towards == FRAME else card_url)
    else:
        leads = _leads(found, request.GET.get("segment", ""))
    return render(request, "coverage/choice.html", {"leads": leads})


def frame_url(commune: CommuneCard) -> str:
    return f"{reverse('coverage:frame')}?commune={commune.insee_code}"


def _leads(found: tuple[CommuneCard, ...], segment: str) -> list[Lead]:
    def url(commune: CommuneCard) -> str:
        asked = {"commune": commune.insee_code, "lieu": commune.name}
        kept = {"segment": segment} if segment else {}
        return f"{reverse('coverage:find')}?{urlencode(asked | kept)}"

    return commune_leads(found, url)
