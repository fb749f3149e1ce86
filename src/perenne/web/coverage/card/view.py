"""« Mon facilitateur »: the contact card of a commune, at an address that does not change."""

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.territories.queries import gazetteer, gazetteer_at_home
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.web.coverage.answer import Answer, card_of, card_url, router_today
from perenne.web.coverage.card.vcard import vcard_of


@public
def card(request: Visit, insee_code: str) -> HttpResponse:
    answer = answer_at(insee_code)
    commune = answer.commune
    if commune.insee_code != insee_code:
        return redirect(card_url(commune), permanent=True)
    context = {
        "answer": answer,
        "title": f"Facilitateur pour {commune.name}",
        "lede": " · ".join(filter(None, [", ".join(commune.postcodes), commune.epci_name])),
        "address": settings.ADDRESS + card_url(commune),
    }
    return render(request, "coverage/card/page.html", context)


@public
def vcard(request: Visit, insee_code: str) -> HttpResponse:
    answer = answer_at(insee_code)
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


def answer_at(insee_code: str) -> Answer:
    """Of a commune of the département; of one next door, or of an old code, if known. Else 404."""
    code = current_committee().upper()
    places = gazetteer_at_home(code)
    if insee_code not in places.by_insee:
        places = gazetteer(code)
    commune = places.by_insee.get(insee_code)
    if commune is None:
        raise Http404
    return card_of(router_today(places), commune)
