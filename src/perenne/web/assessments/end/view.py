"""The way out, one click: of a person on this page, or of a mail program (RFC 8058)."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from perenne.domain.assessments import actions
from perenne.domain.assessments.queries import subscription_behind
from perenne.domain.assessments.queries.subscriptions import END
from perenne.kit.pages import Visit, page


@csrf_exempt
@page(act="subscription.end", visitors=True)
def end(request: Visit, key: str) -> HttpResponse:
    """A program posts without our token: the signed address is proof enough."""
    card = subscription_behind(END, key)
    if request.method == "POST":
        actions.end_subscription(key=key, by=request.actor)
        messages.success(request, "Vous ne recevrez plus ces messages ; l’adresse est effacée.")
        return redirect("assessments:forecast")
    return render(request, "assessments/end/page.html", {"card": card})
