"""The facilitator says in which months the work is done: the curve follows."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.clauses import actions
from perenne.domain.clauses.queries.commitments import commitment_season
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.pace.season.form import SeasonForm


@page(act="commitment.schedule")
def season(request: Visit, commitment_id: int) -> HttpResponse:
    object_, months = commitment_season(commitment_id, seen_by=request.actor)
    form = SeasonForm(
        request.POST if request.method == "POST" else None,
        initial={"months": [str(number) for number in months]},
    )
    if form.is_valid():
        try:
            actions.schedule_commitment(
                commitment_id=commitment_id, months=form.numbers, by=request.actor
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "Les mois travaillés sont notés.")
            return redirect("pace:show", commitment_id)
    context = {"form": form, "id": commitment_id, "object": object_}
    return render(request, "pace/season/page.html", context)
