"""Questions and their answers, by whom they are for, and found by words."""

from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import render

from perenne.domain.library.queries import Kind, Section, TextCard, search_questions, text_called
from perenne.domain.library.queries import questions as every_question
from perenne.kit.pages import Visit, public
from perenne.kit.refusals import NotFound
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
    found = search_questions(form.cleaned_data["q"]) if asked else every_question()
    context = {
        "form": form,
        "asked": form.cleaned_data["q"] if asked else "",
        "found": all_shown(found, under=2) if asked else [],
        "groups": [] if asked else _by_audience(found),
        "acts": acts_of(Section.COMMITTEE),
        "contact_url": CONTACT.url,
        "address": whole_address(request),
    }
    return render(request, "site/questions/page.html", context)


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
