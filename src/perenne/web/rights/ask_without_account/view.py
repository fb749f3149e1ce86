"""Asks something about one's own data, without an account."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate

from perenne.domain.rights import actions
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused
from perenne.web.rights.ask_without_account.form import StrangerForm


@page(act="request.ask", visitors=True)
def ask_without_account(request: Visit) -> HttpResponse:
    form = StrangerForm(request.POST if request.method == "POST" else None)
    is_sent = False
    if form.is_valid():
        try:
            actions.ask_without_account(
                asked=form.asked(),
                full_name=form.cleaned_data["full_name"],
                email=form.cleaned_data["email"],
                by=request.actor,
                today=localdate(),
            )
            is_sent = True
        except Refused as refusal:
            form.add_error("message", str(refusal))
    context = {"form": form, "is_sent": is_sent}
    return render(request, "rights/ask_without_account/page.html", context)
