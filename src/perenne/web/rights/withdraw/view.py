"""Takes a consent back: from the receipt sent by mail or from « Mes données », the same page."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from perenne.domain.rights import actions, queries
from perenne.kit.pages import Visit, page
from perenne.kit.refusals import Refused


@page(act="consent.withdraw", visitors=True)
def withdraw(request: Visit, key: str) -> HttpResponse:
    consent = queries.consent_behind(key, queries.WITHDRAW)
    if request.method == "POST":
        try:
            actions.withdraw_consent(consent_id=consent.id, by=request.actor, at=now())
            messages.success(request, f"Votre accord est retiré. {consent.text.effect}")
        except Refused as refusal:
            messages.info(request, str(refusal))
        return redirect("rights:withdraw", key)
    return render(request, "rights/withdraw/page.html", {"consent": consent})
