"""The front door of the site."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from perenne.domain.assessments.queries import key_figures
from perenne.domain.library.queries import Kind, Section, edition_of, latest_news
from perenne.kit.pages import Visit, public
from perenne.kit.tenancy import current_committee
from perenne.web.programming.receive.form import ProgrammeForm
from perenne.web.site.texts import ShownText, all_shown, whole_address

NEWS = 3


@lru_cache(maxsize=8)
def _news(committee: str, edition: tuple[Any, ...], *words: str) -> list[ShownText]:
    """Everything that the news depend on is an argument; what they say is read here."""
    return all_shown(latest_news(NEWS))


@public
def home(request: Visit) -> HttpResponse:
    context = {
        "form": ProgrammeForm(),
        "sections": {section.value: section for section in Section},
        "figures": key_figures(),
        "news": _news(
            current_committee(), edition_of(Kind.NEWS), settings.CARRIER, settings.COMMITTEE
        ),
        "address": whole_address(request),
    }
    return render(request, "site/home/page.html", context)
