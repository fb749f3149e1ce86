"""The object, the reference and the days of a consultation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.procurement import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.procurement.open.form import AmendForm, as_kept


@page(act="consultation.amend")
def amend(request: Visit, consultation_id: int) -> HttpResponse:
    card = queries.consultation_card(
        consultation_id, seen_by=request.actor, on=localdate(), act=request.act
    )
    operations = queries.operations_of(seen_by=request.actor, buyer_id=card.buyer_id)
    form = AmendForm(request.POST or None, initial=as_kept(card), operations=operations)
    if form.is_valid():
        try:
            actions.amend_consultation(
                consultation_id=card.id, said=form.consultation(), by=request.actor
            )
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, "La consultation est à jour.")
            return redirect("procurement:consultation", card.id)
    return render(request, "procurement/amend/page.html", {"form": form, "consultation": card})
