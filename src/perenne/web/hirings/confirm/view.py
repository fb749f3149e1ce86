"""The green light is given: with what was shown, and why when the verdict came late."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from perenne.domain.hirings.actions import Objected, confirm_hiring
from perenne.domain.hirings.queries import HiringCard, hiring_card
from perenne.kit.french.dates import written
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.hirings.confirm.form import ConfirmForm


@page(act="hiring.confirm")
def confirm(request: Visit, hiring_id: int) -> HttpResponse:
    card = hiring_card(hiring_id, seen_by=request.actor, act=request.act)
    form = ConfirmForm(request.POST if request.method == "POST" else None, card=card)
    if form.is_valid() and _confirm(request, card, form):
        return redirect("hirings:show", hiring_id)
    return render(request, "hirings/confirm/page.html", {"card": card, "form": form})


def _confirm(request: Visit, card: HiringCard, form: ConfirmForm) -> bool:
    try:
        day = confirm_hiring(
            hiring_id=card.row.id,
            by=request.actor,
            shown=form.shown(),
            regularised_because=form.cleaned_data.get("because", ""),
        )
    except Objected as refusal:
        form.object_to(refusal.by_fact)
        return False
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    said = f"L’embauche est confirmée : ses heures comptent du {written(day)}."
    messages.success(request, said)
    return True
