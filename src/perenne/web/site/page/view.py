"""One page of a section, as the coordination writes it; and the front page of the section."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.library.queries import Section, pages_of
from perenne.kit.pages import Visit, public
from perenne.web.site.acts import acts_of
from perenne.web.site.addresses import address_of
from perenne.web.site.texts import shown, whole_address


@public
def page(request: Visit, section: Section, slug: str) -> HttpResponse:
    return _page(request, section, slug)


@public
def front(request: Visit, section: Section) -> HttpResponse:
    return _page(request, section, section.slug)


def _page(request: Visit, section: Section, slug: str) -> HttpResponse:
    """One query for all the pages of the section: this one, and the ways to the others."""
    cards = pages_of(section)
    card = next((card for card in cards if card.slug == slug), None)
    if card is None:
        raise Http404(slug)
    if request.path != address_of(card):  # its front page has one address only
        return redirect(address_of(card), permanent=True)
    context = {
        "text": shown(card),
        "section": section,
        "is_front": slug == section.slug,
        "pages": [(other.said.title, address_of(other), other is card) for other in cards],
        "doors": [(c.said.title, address_of(c), c.said.summary) for c in cards if c is not card],
        "acts": acts_of(section),
        "address": whole_address(request),
    }
    return render(request, "site/page/page.html", context)
