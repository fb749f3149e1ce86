"""Questions and their answers, by whom they are for, and found by words."""

from functools import lru_cache
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from perenne.domain.library.queries import (
    Kind,
    Section,
    TextCard,
    edition_of,
    search_questions,
    text_called,
)
from perenne.domain.library.queries import questions as every_question
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound
from perenne.kit.tenancy import current_committee
from perenne.web.site.acts import CONTACT, acts_of
from perenne.web.site.questions.form import SearchForm
from perenne.web.site.texts import ShownText, all_shown, shown, whole_address

AUDIENCES = {
    Section.BUYERS: "Acheteurs",
    Section.COMPANIES: "Entreprises",
    Section.STRUCTURES: "Structures d’insertion et du handicap",
    Section.PEOPLE: "Personnes qui cherchent un emploi",
    Section.COMMITTEE: "Le comité et la clause sociale",
    Section.LEGAL: "Informations légales",
}


@public
def questions(request: Visit) -> HttpResponse:
    """`?q=` searches; else every question, by audience."""
    form = SearchForm(request.GET if "q" in request.GET else None)
    asked = form.is_valid()
    found = search_questions(form.cleaned_data["q"]) if asked else []
    context = {
        "form": form,
        "asked": form.cleaned_data["q"] if asked else "",
        "found": all_shown(found, under=2),
        "all_of_them": "" if asked else all_of_them(),
        "acts": acts_of(Section.COMMITTEE),
        "contact_url": CONTACT.url,
        "address": whole_address(request),
    }
    return render(request, "site/questions/page.html", context)


def all_of_them() -> SafeString:
    """Every question with its answer, written again as soon as one of them is not the same."""
    return _written(
        current_committee(), edition_of(Kind.QUESTION), settings.CARRIER, settings.COMMITTEE
    )


@lru_cache(maxsize=8)
def _written(committee: str, edition: tuple[Any, ...], *words: str) -> SafeString:
    """Everything that the answers depend on is an argument; what they say is read here."""
    context = {"groups": _by_audience(every_question()), "contact_url": CONTACT.url}
    return render_to_string("site/questions/groups.html", context)


def _by_audience(cards: list[TextCard]) -> list[tuple[Section, str, list[ShownText]]]:
    cards = sorted(cards, key=lambda card: list(AUDIENCES).index(card.section))
    return [
        (section, AUDIENCES[section], all_shown(group, under=3))
        for section, group in groupby(cards, key=lambda card: card.section)
    ]


@public
def question(request: Visit, slug: str) -> HttpResponse:
    card = _called(slug)
    context = {
        "text": shown(card),
        "audience": AUDIENCES[card.section],
        "acts": acts_of(card.section),
        "address": whole_address(request),
    }
    return render(request, "site/questions/one.html", context)


def _called(slug: str) -> TextCard:
    try:
        return text_called(Kind.QUESTION, slug)
    except NotFound as nothing:
        raise Http404 from nothing
