"""A consultation is published with the clauses of its lots; a lot is prepared again."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.clauses import actions, queries
from perenne.domain.procurement.queries import lot_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.clauses.publish.form import PublishForm


@page(act="clause.publish")
def publish(request: Visit, consultation_id: int) -> HttpResponse:
    found = queries.publication_of(consultation_id, seen_by=request.actor)
    form = PublishForm(request.POST or None, initial={"on": found.publish_on or localdate()})
    if form.is_valid():
        try:
            actions.publish_consultation(
                consultation_id=consultation_id, on=form.cleaned_data["on"], by=request.actor
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La consultation est publiée ; ses clauses sont figées.")
            return redirect("procurement:consultation", consultation_id)
    return render(request, "clauses/publish/page.html", {"publication": found, "form": form})


@page(act="clause.draft_again")
@require_POST
def prepare_again(request: Visit, lot_id: int) -> HttpResponse:
    lot = lot_card(lot_id, seen_by=request.actor)
    try:
        actions.prepare_again(lot_id=lot_id, by=request.actor)
        messages.success(request, "Le lot revient en préparation, et sa clause en rédaction.")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("procurement:consultation", lot.consultation_id)
