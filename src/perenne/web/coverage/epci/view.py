"""An intercommunalité: who answers there, and its communes."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.coverage.queries import holders_of
from perenne.kit.pages import Visit, public
from perenne.web.coverage.answer import card_of, card_url, commune_leads, router_today


@public
def epci(request: Visit, siren: str) -> HttpResponse:
    """The contact at once where one body answers for all of it; else each with its communes."""
    router = router_today()
    zones = [
        (holder, zone)
        for holder in holders_of(router)
        for zone in holder.zones
        if zone.epci_code == siren
    ]
    if not zones:
        raise Http404
    communes = [commune for _, zone in zones for commune in zone.communes]
    if len(communes) == 1:
        return redirect(card_url(communes[0]))
    context = {
        "name": communes[0].epci_name,
        "answer": card_of(router, communes[0]) if len(zones) == 1 else None,
        "groups": [
            (holder.body.name, commune_leads(zone.communes, card_url)) for holder, zone in zones
        ],
    }
    return render(request, "coverage/epci/page.html", context)
