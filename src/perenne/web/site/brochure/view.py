"""The brochure: what is in it, its size and its date; and the PDF itself."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.library.queries import Section
from perenne.kit.pages import Visit, public
from perenne.rules.french import in_full
from perenne.web.site.acts import acts_of
from perenne.web.site.booklet.making import given, paper_of
from perenne.web.site.brochure.chapters import SUBTITLE, TITLE, brochure_facts
from perenne.web.site.texts import whole_address

TEMPLATE = "web/site/brochure/brochure.typ"
FILE = "cles-achats-socialement-responsables.pdf"


@public
def brochure(request: Visit) -> HttpResponse:
    facts, valid_on = brochure_facts(on=localdate())
    context = {
        "title": TITLE,
        "subtitle": SUBTITLE,
        "paper": paper_of(TEMPLATE, facts, on=valid_on),
        "edition": facts["edition"],
        "valid_on": in_full(valid_on),
        "chapters": [(chapter["title"], chapter["lede"]) for chapter in facts["chapters"]],
        "section": Section.BUYERS,
        "acts": acts_of(Section.BUYERS),
        "address": whole_address(request),
    }
    return render(request, "site/brochure/page.html", context)


@public
def brochure_file(request: Visit) -> HttpResponseBase:
    facts, valid_on = brochure_facts(on=localdate())
    paper = paper_of(TEMPLATE, facts, on=valid_on)
    return given(request, paper, "application/pdf", name=FILE)
