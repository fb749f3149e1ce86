"""Speaking of a month: a request for a correction, an answer, the end of the discussion."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_POST

from perenne.domain.hours.actions import comment_sheet, dispute_sheet, settle_sheet
from perenne.domain.hours.queries import SheetCard, sheet_card
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import NotFound, Refused
from perenne.web.hours.discuss.form import DisputeForm, MessageForm


@page(act="sheet.comment")
def comment(request: Visit, sheet_id: int) -> HttpResponse:
    card = _card(request, sheet_id)
    form = MessageForm(request.POST or None)
    if form.is_valid():
        try:
            comment_sheet(sheet_id=sheet_id, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("text", str(refusal))
        else:
            messages.success(request, "Votre message est envoyé.")
            return redirect("hours:sheet", sheet_id)
    context = {"card": card, "form": form, "title": "Répondre", "label": "Envoyer le message"}
    return render(request, "hours/discuss/page.html", context)


@page(act="sheet.dispute")
def dispute(request: Visit, sheet_id: int) -> HttpResponse:
    card = _card(request, sheet_id)
    form = DisputeForm(request.POST or None)
    if form.is_valid():
        try:
            dispute_sheet(sheet_id=sheet_id, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("reason", str(refusal))
        else:
            messages.success(request, "L’entreprise voit votre demande et peut répondre.")
            return redirect("hours:sheet", sheet_id)
    title = "Demander une correction"
    context = {"card": card, "form": form, "title": title, "label": "Envoyer la demande"}
    return render(request, "hours/discuss/page.html", context)


@page(act="sheet.settle")
@require_POST
def settle(request: Visit, sheet_id: int) -> HttpResponse:
    sheet_card(sheet_id, seen_by=request.actor, on=localdate())
    try:
        settle_sheet(sheet_id=sheet_id, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "La discussion est close : le relevé est de nouveau à valider.")
    return redirect("hours:sheet", sheet_id)


def _card(request: Visit, sheet_id: int) -> SheetCard:
    """Not found for who may not do that act on it now."""
    card = sheet_card(sheet_id, seen_by=request.actor, on=localdate())
    if request.act not in card.may:
        raise NotFound(sheet_id)
    return card
