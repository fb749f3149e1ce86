"""The link of the mail: a button confirms, so that a program that opens links confirms nothing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from perenne.domain.assessments import actions
from perenne.domain.assessments.queries import subscription_behind
from perenne.domain.assessments.queries.subscriptions import CONFIRM
from perenne.domain.assessments.states import SubscriptionState
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="subscription.confirm", visitors=True)
def confirm(request: Visit, key: str) -> HttpResponse:
    card = subscription_behind(CONFIRM, key)
    if request.method == "POST":
        try:
            actions.confirm_subscription(key=key, by=request.actor, today=localdate())
            messages.success(request, "Votre abonnement est confirmé.")
        except Refused:
            messages.info(request, "Cet abonnement est déjà confirmé.")
        return redirect("assessments:forecast")
    context = {"card": card, "is_active": card.state is SubscriptionState.ACTIVE}
    return render(request, "assessments/confirm/page.html", context)
