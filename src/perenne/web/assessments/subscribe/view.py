"""Ask for the forecast by mail: at once with an account, after a link without."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.assessments import actions
from perenne.domain.territories.queries import epcis_of
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.kit.tenancy import current_committee
from perenne.web.assessments.subscribe.form import SubscribeForm


@page(act="subscription.ask", visitors=True)
def subscribe(request: Visit) -> HttpResponse:
    known = request.actor.person_id is not None
    data = request.POST if request.method == "POST" else None
    form = SubscribeForm(data, epcis=epcis_of(current_committee().upper()), known=known)
    is_done = False
    if form.is_valid():
        try:
            actions.subscribe(
                wish=form.wish(),
                email=form.cleaned_data.get("email", ""),
                by=request.actor,
                today=localdate(),
            )
            is_done = True
        except Refused as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "is_done": is_done, "known": known}
    return render(request, "assessments/subscribe/page.html", context)
