"""Of what, over which months: a short form that leads to a shareable address; those signed."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.assessments.queries.bilans import scopes_for
from perenne.domain.assessments.queries.consolidation import may_consolidate
from perenne.domain.assessments.queries.frozen import frozen_bilans_of
from perenne.domain.assessments.queries.scopes import MOST
from perenne.kit.pages import Visit, page
from perenne.kit.paging import number_in, words_in
from perenne.kit.refusals import NotFound
from perenne.web.bilans.addresses import said_of_months, slug_of, slug_of_months
from perenne.web.bilans.form import ScopeForm, this_year


@page(act="bilan.list")
def bilans(request: Visit) -> HttpResponse:
    words = words_in(request.GET.get("q", ""))
    choices = scopes_for(request.actor, words=words)
    if not choices and not words:
        raise NotFound(request.actor.role)
    asked, today = "perimetre" in request.GET, localdate()
    form = ScopeForm(request.GET if asked else None, choices=choices, today=today,
                     initial=this_year(today))  # fmt: skip
    if form.is_valid():
        return redirect("bilans:show", slug_of(form.scope), slug_of_months(form.months))
    found = frozen_bilans_of(seen_by=request.actor, page=number_in(request.GET.get("page", "")))
    context = {
        "form": form,
        "words": words,
        "found_none": bool(words) and not choices,
        "has_many": bool(words) or len(choices) >= MOST,
        "page": found,
        "consolidates": may_consolidate(request.actor),
        "rows": [(row, said_of_months(row.months)) for row in found.items],
    }
    return render(request, "bilans/list/page.html", context)
