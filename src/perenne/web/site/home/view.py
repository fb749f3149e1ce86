"""The front door of the site."""

from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.assessments.queries import key_figures
from perenne.domain.library.queries import Section, latest_news
from perenne.kit.pages import Visit, public
from perenne.web.programming.receive.form import ProgrammeForm
from perenne.web.site.texts import all_shown, whole_address

NEWS = 3


@public
def home(request: Visit) -> HttpResponse:
    context = {
        "form": ProgrammeForm(),
        "sections": {section.value: section for section in Section},
        "figures": key_figures(),
        "news": all_shown(latest_news(NEWS)),
        "address": whole_address(request),
    }
    return render(request, "site/home/page.html", context)
