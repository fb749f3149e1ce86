"""The search and the card on somebody else’s page: the frame, and how to put it there.

The frame sets no cookie, opens no session, and says the same to everybody.
"""

from urllib.parse import urlencode

from csp.constants import SELF
from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_exempt

from perenne.domain.territories.queries import Found, gazetteer
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.answer import card_of, card_url, leads_to, router_today
from perenne.web.coverage.find.view import FRAME, frame_url
from perenne.web.coverage.search import UNKNOWN, SearchForm
from perenne.web.coverage.widget.form import EmbedForm

HEIGHT = 560


@xframe_options_exempt
@csp_replace({"frame-ancestors": ["*"]})
@public
def frame(request: Visit) -> HttpResponse:
    places = gazetteer(current_committee().upper())
    form = SearchForm(request.GET, FRAME)
    found = form.found_in(places) if form.is_bound else Found()
    named = places.by_insee.get(request.GET.get("commune", ""))
    commune = found.communes[0] if found.is_one and found.communes else named
    context = {
        "form": form,
        "answer": card_of(router_today(places), commune) if commune else None,
        "leads": [] if found.is_one and found.communes else leads_to(found, frame_url),
        "is_guess": found.is_guess,
        "address": settings.ADDRESS + (card_url(commune) if commune else reverse("coverage:map")),
    }
    return render(request, "coverage/widget/frame.html", context)


@csp_update({"frame-src": [SELF]})
@public
def embed(request: Visit) -> HttpResponse:
    form = EmbedForm(request.GET or None)
    query, height = "", HEIGHT
    if form.is_valid():
        height = form.cleaned_data["height"] or HEIGHT
        query = _query(form)
    path = reverse("coverage:frame") + query
    context = {"form": form, "path": path, "url": settings.ADDRESS + path, "height": height}
    return render(request, "coverage/widget/page.html", context)


def _query(form: EmbedForm) -> str:
    """« ?commune=77284 »; the field says so when the commune is not known, or not one."""
    typed = form.cleaned_data["commune"]
    if not typed:
        return ""
    found = gazetteer(current_committee().upper()).candidates(typed)
    if len(found) != 1:
        form.add_error("commune", UNKNOWN)
        return ""
    return "?" + urlencode({"commune": found[0].insee_code})
