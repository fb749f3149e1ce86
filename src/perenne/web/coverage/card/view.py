"""« Mon facilitateur »: the contact card of a commune, at an address that does not change."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.territories.queries import (
    CommuneCard,
    Gazetteer,
    gazetteer,
    gazetteer_at_home,
)
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.answer import answer_for, card_of, card_url, router_today
from perenne.web.coverage.card.vcard import vcard_of


@public
def card(request: Visit, insee_code: str) -> HttpResponse:
    places, commune = place_at(insee_code)
    if commune.insee_code != insee_code:
        return redirect(card_url(commune), permanent=True)
    answer = card_of(router_today(places), commune)
    context = {
        "answer": answer,
        "title": f"Facilitateur pour {commune.name}",
        "lede": " · ".join(filter(None, [", ".join(commune.postcodes), commune.epci_name])),
        "address": settings.ADDRESS + card_url(commune),
    }
    return render(request, "coverage/card/page.html", context)


@public
def vcard(request: Visit, insee_code: str) -> HttpResponse:
    places, commune = place_at(insee_code)
    answer = answer_for(router_today(places), commune)
    if answer.contact is None:
        raise Http404
    url = settings.ADDRESS + card_url(answer.commune)
    return HttpResponse(
        vcard_of(answer.contact, place=answer.commune.name, url=url),
        content_type="text/vcard; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="facilitateur-{insee_code}.vcf"',
        },
    )


def place_at(insee_code: str) -> tuple[Gazetteer, CommuneCard]:
    """Of a commune of the département; of one next door, or of an old code, if known. Else 404."""
    code = current_committee().upper()
    home = gazetteer_at_home(code) if insee_code.startswith(code) else None
    places = home if home and insee_code in home.by_insee else gazetteer(code)
    commune = places.by_insee.get(insee_code)
    if commune is None:
        raise Http404
    return places, commune
