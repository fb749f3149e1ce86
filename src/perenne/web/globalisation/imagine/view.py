"""« Si j’embauche, quels marchés couvre-t-elle ? »: asked by its address alone, nothing is kept."""

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.hours.queries.imagining import (
    Imagined,
    companies_for,
    what_is_owed,
)
from perenne.domain.hours.queries.imagining import (
    imagine as imagined_with,
)
from perenne.domain.hours.queries.plans import PlanFacts
from perenne.domain.procurement.policy import CARRYING_OUT, FOLLOWING
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.values import add_months
from perenne.web.globalisation.imagine.form import HiringForm

AN_APPRENTICE = {"mois": 24, "semaine": "35"}


@page(act="plan.imagine")
def imagine(request: Visit) -> HttpResponse:
    if request.actor.role not in FOLLOWING | CARRYING_OUT:
        raise NotFound(request.actor.role)
    facts = what_is_owed(seen_by=request.actor, on=localdate())
    asked = {name: request.GET[name] for name in HiringForm.base_fields if name in request.GET}
    form = HiringForm(
        asked or None,
        initial={**AN_APPRENTICE, "debut": _next_month(localdate())},
        companies=companies_for(facts, seen_by=request.actor),
        homes=[(pk, row.contract.object) for pk, row in facts.rows.items()],
    )
    context = {
        "form": form,
        "found": _found(form, facts),
        "is_party": request.actor.role in CARRYING_OUT,
        "has_facts": bool(facts.commitments),
    }
    return render(request, "globalisation/imagine/page.html", context)


def _found(form: HiringForm, facts: PlanFacts) -> Imagined | None:
    if not form.is_valid():
        return None
    try:
        return imagined_with(facts, form.hypothesis())
    except Refused as refusal:
        form.add_error("entreprise", str(refusal))
        return None


def _next_month(today: date) -> date:
    return add_months(today.replace(day=1), 1)
