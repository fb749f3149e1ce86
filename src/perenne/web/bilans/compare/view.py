"""Two bilans side by side: two periods of one scope, or two scopes; figure by figure."""

from datetime import date

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.bilans import bilan_of, scopes_for
from perenne.domain.assessments.queries.frozen import hidden_alive
from perenne.kit.actors import Actor
from perenne.kit.pages import Visit, page
from perenne.kit.paging import words_in
from perenne.kit.refusals import NotFound
from perenne.web.bilans.addresses import said_of_months
from perenne.web.bilans.compare.beside import Seen, figures_beside, lines_beside
from perenne.web.bilans.form import ScopeForm, this_year
from perenne.web.bilans.reading import Asked
from perenne.web.bilans.telling import HIDDEN_NOTE

SIDES = ("a", "b")


@page(act="bilan.list")
def compare(request: Visit) -> HttpResponse:
    words, today = words_in(request.GET.get("q", "")), localdate()
    choices = scopes_for(request.actor, words=words)
    if not choices and not words:
        raise NotFound(request.actor.role)
    forms = [
        ScopeForm(
            request.GET if f"{side}-perimetre" in request.GET else None,
            choices=choices, today=today, prefix=side, initial=_proposed(request.GET, today),
        )
        for side in SIDES
    ]  # fmt: skip
    context: dict[str, object] = {"forms": forms, "sides": ()}
    if all([form.is_valid() for form in forms]):
        context |= _beside([Asked(form.scope, form.months) for form in forms], request.actor, today)
    return render(request, "bilans/compare/page.html", context)


def _proposed(said: QueryDict, today: date) -> dict[str, str]:
    """Beside a bilan, the year before of the same."""
    return {
        "perimetre": said.get("a-perimetre", ""),
        "du": f"{today.year - 1}-01",
        "au": f"{today.year - 1}-12",
    } if "a-perimetre" in said else this_year(today)  # fmt: skip


def _beside(asked: list[Asked], actor: Actor, today: date) -> dict[str, object]:
    both = [bilan_of(one.scope, one.months, seen_by=actor, on=today) for one in asked]
    first, second = (Seen(bilan, hidden_alive(bilan, actor)) for bilan in both)
    return {
        "sides": [
            (bilan.title, said_of_months(bilan.months), one.slugs)
            for bilan, one in zip(both, asked, strict=True)
        ],
        "figures": figures_beside(first, second),
        "breakdowns": lines_beside(first, second),
        "note": HIDDEN_NOTE if first.hidden or second.hidden else "",
    }
