"""One picture of 1200 by 630, drawn once."""

from django.conf import settings
from django.http import Http404
from django.http.response import HttpResponseBase

from perenne.kit.pages import Visit, public
from perenne.rules.french import typeset
from perenne.web.site.booklet.making import given, picture_of
from perenne.web.site.card.pictures import PICTURES

TEMPLATE = "web/site/card/card.typ"


@public
def card(request: Visit, name: str) -> HttpResponseBase:
    if name not in PICTURES:
        raise Http404(name)
    said = PICTURES[name]
    facts = {"title": said.title, "line": said.line, "committee": settings.COMMITTEE}
    picture = picture_of(TEMPLATE, {key: typeset(text) for key, text in facts.items()})
    return given(request, picture, "image/png")
