"""A globalisation that was applied is taken back, by lines that compensate."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hours.actions import undo_plan
from perenne.domain.hours.queries.proposals import plan_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.values import Hours
from perenne.web.globalisation.undo.form import UndoForm


@page(act="plan.undo")
def undo(request: Visit, plan_id: int) -> HttpResponse:
    card = plan_card(plan_id, seen_by=request.actor, on=localdate())
    if not card.may_undo:
        raise NotFound(plan_id)
    form = UndoForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            minutes = undo_plan(plan_id=plan_id, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, f"{Hours(minutes)} reviennent à leur marché d’origine.")
            return redirect("globalisation:show", plan_id)
    return render(request, "globalisation/undo/page.html", {"card": card, "form": form})
