"""One act on a hiring: one small form; a page for each line of the table."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.hirings.queries import hiring_card
from perenne.kit.pages import View, Visit, page
from perenne.kit.refusals import Refused
from perenne.web.hirings.act.acts import HiringAct


def view_of(one: HiringAct) -> View:
    """The page of this act."""

    @page(act=one.act)
    def do(request: Visit, hiring_id: int) -> HttpResponse:
        card = hiring_card(hiring_id, seen_by=request.actor, act=request.act)
        form = one.form(request.POST if request.method == "POST" else None)
        form.begin(card)
        if form.is_valid():
            said = {"hiring_id": hiring_id, "by": request.actor, "on": localdate()}
            try:
                one.action(**said, **form.cleaned_data)
            except Refused as refusal:
                form.add_error(form.field, str(refusal))
            else:
                messages.success(request, one.done)
                return redirect("hirings:show", hiring_id)
        context = {"card": card, "form": form, "one": one}
        return render(request, "hirings/act/page.html", context)

    return do
